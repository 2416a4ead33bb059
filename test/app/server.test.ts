import { createHmac, generateKeyPairSync } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { type RunningServer, startServer } from "../../src/app/server.ts";
import { payload } from "./payloads.ts";

const { privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  privateKeyEncoding: { type: "pkcs1", format: "pem" },
  publicKeyEncoding: { type: "pkcs1", format: "pem" },
});
const secret = "s3cret";

/** Knows the App, has no installation, and lets its token calls hang until the test ends. */
let github: Server;
let asked: string[];
let release: () => void;
let running: RunningServer | undefined;

beforeEach(async () => {
  asked = [];
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  github = createServer((request, response) => {
    const { url = "", method } = request;
    asked.push(`${method} ${url}`);
    const reply = (status: number, body: object) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    if (url === "/app") reply(200, { id: 1, slug: "milepost" });
    else if (url.startsWith("/app/installations?")) reply(200, []);
    else void released.then(() => reply(404, { message: "Not Found" }));
  });
  await new Promise<void>((resolve) => github.listen(0, "127.0.0.1", resolve));
});

afterEach(async () => {
  release();
  await running?.stop();
  running = undefined;
  github.closeAllConnections();
  await new Promise((resolve) => github.close(resolve));
});

const silent = { debug() {}, info() {}, warn() {}, error() {} };

async function start(): Promise<RunningServer> {
  running = await startServer({
    appId: 1,
    privateKey,
    webhookSecret: secret,
    baseUrl: `http://127.0.0.1:${(github.address() as AddressInfo).port}`,
    port: 0,
    host: "127.0.0.1",
    log: silent,
    settleMilliseconds: 0,
  });
  return running;
}

function deliver(url: string, event: string, body: object, key = secret): Promise<Response> {
  const text = JSON.stringify(body);
  const signature = createHmac("sha256", key).update(text).digest("hex");
  return fetch(`${url}/api/github/webhooks`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-github-event": event,
      "x-github-delivery": "d-1",
      "x-hub-signature-256": `sha256=${signature}`,
    },
    body: text,
  });
}

test("does not start without a webhook secret, and says where to find it", async () => {
  const options = { appId: 1, privateKey, webhookSecret: " ", port: 0 };
  await expect(startServer(options)).rejects.toThrow("WEBHOOK_SECRET is empty");
});

test("refuses a delivery with a wrong signature", async () => {
  const { url } = await start();
  const answer = await deliver(url, "milestone", payload("edited"), "wrong");
  expect(answer.status).toBe(400);
});

test("answers a delivery before its sync has ended", async () => {
  const { url, idle } = await start();
  const answer = await deliver(url, "milestone", payload("edited"));
  expect(answer.status).toBe(200);

  let isIdle = false;
  const ended = idle().then(() => {
    isIdle = true;
  });
  while (!asked.some((call) => call.includes("/access_tokens"))) {
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  expect(isIdle).toBe(false);
  release();
  await ended;
});

test("answers an event that it ignores", async () => {
  const { url, idle } = await start();
  const answer = await deliver(url, "issue_comment", payload("created"));
  expect(answer.status).toBe(200);
  await idle();
  expect(asked.filter((call) => call.startsWith("POST"))).toEqual([]);
});

test("has a route for health checks, and nothing else", async () => {
  const { url } = await start();
  expect(await (await fetch(`${url}/healthz`)).text()).toBe("ok");
  expect(await (await fetch(`${url}/ping`)).text()).toBe("PONG");
  expect((await fetch(`${url}/else`)).status).toBe(404);
});

test("lists the installations when it starts", async () => {
  const { idle, slug } = await start();
  await idle();
  expect(slug).toBe("milepost");
  expect(asked).toEqual(["GET /app", "GET /app/installations?per_page=100"]);
});

test("takes no more connections once it is stopped", async () => {
  const { url, stop } = await start();
  await stop();
  await expect(fetch(`${url}/healthz`)).rejects.toThrow();
});
