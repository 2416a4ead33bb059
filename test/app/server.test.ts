import { createHmac, generateKeyPairSync } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "#test";
import { type RunningServer, type ServerOptions, startServer } from "../../src/app/server.ts";
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
    else if (url.startsWith("/app/hook/deliveries?")) reply(200, []);
    else void released.then(() => reply(404, { message: "Not Found" }));
  });
  await new Promise<void>((resolve) => github.listen(0, "127.0.0.1", resolve));
});

afterEach(async () => {
  release();
  await running?.stop();
  running = undefined;
  github.closeAllConnections();
  await new Promise<void>((resolve) => void github.close(() => resolve()));
});

const silent = { debug() {}, info() {}, warn() {}, error() {} };

async function start(more: Partial<ServerOptions> = {}): Promise<RunningServer> {
  running = await startServer({
    appId: 1,
    privateKey,
    webhookSecret: secret,
    baseUrl: `http://127.0.0.1:${(github.address() as AddressInfo).port}`,
    port: 0,
    host: "127.0.0.1",
    log: silent,
    settleMilliseconds: 0,
    ...more,
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
  await until(() => asked.some((call) => call.includes("/access_tokens")));
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

test("has routes for health checks, and nothing else", async () => {
  const { url } = await start();
  expect(await (await fetch(`${url}/healthz`)).text()).toBe("ok");
  expect(await (await fetch(`${url}/ping`)).text()).toBe("PONG");
  expect((await fetch(`${url}/else`)).status).toBe(404);
});

test("looks for missed deliveries and lists the installations when it starts", async () => {
  const { idle, slug } = await start();
  await idle();
  expect(slug).toBe("milepost");
  expect(asked).toEqual([
    "GET /app",
    "GET /app/hook/deliveries?status=failure&per_page=100",
    "GET /app/hook/deliveries?per_page=100",
    "GET /app/installations?per_page=100",
  ]);
});

test("does so again as often as it is told", async () => {
  const { idle } = await start({ resyncMilliseconds: 20 });
  await idle();
  const lists = () => asked.filter((call) => call.startsWith("GET /app/installations")).length;
  await until(() => lists() >= 3);
});

test("is ready while GitHub answers, and asks it once for many probes", async () => {
  const { url } = await start();
  const probes = await Promise.all(Array.from({ length: 20 }, () => fetch(`${url}/readyz`)));
  expect(new Set(probes.map(({ status }) => status))).toEqual(new Set([200]));
  expect(await probes[0]?.text()).toBe("GitHub: ok\n");
  expect(asked.filter((call) => call === "GET /app")).toHaveLength(2);
});

test("is not ready while GitHub does not answer", async () => {
  const { url } = await start();
  github.closeAllConnections();
  await new Promise((resolve) => github.close(resolve));
  const probe = await fetch(`${url}/readyz`);
  expect([probe.status, await probe.text()]).toEqual([503, "GitHub: unreachable\n"]);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
});

test("while it ends it is alive, not ready, and refuses deliveries; what runs is finished", async () => {
  const { url, stop } = await start();
  await deliver(url, "milestone", payload("edited"));
  await until(() => asked.some((call) => call.includes("/access_tokens")));
  let hasStopped = false;
  const stopped = stop().then(() => {
    hasStopped = true;
  });
  const [alive, ready, delivery] = await Promise.all([
    fetch(`${url}/healthz`),
    fetch(`${url}/readyz`),
    deliver(url, "milestone", payload("edited")),
  ]);
  expect([alive.status, ready.status, delivery.status]).toEqual([200, 503, 503]);
  expect(hasStopped).toBe(false);
  release();
  await stopped;
});

test("serves metrics on a port of their own, and nowhere else", async () => {
  const { url, metricsUrl, idle } = await start({ metricsPort: 0 });
  await deliver(url, "milestone", payload("edited"));
  await deliver(url, "star", payload("created"));
  release();
  await idle();
  const text = await (await fetch(metricsUrl ?? "")).text();
  expect(text).toContain('milepost_webhooks_total{event="milestone",result="queued",reason=""} 1');
  expect(text).toContain('reason="Milepost does not act on star events"} 1');
  expect(text).toContain('milepost_jobs_total{outcome="gone"} 1');
  expect(text).toContain('call="GET /app/installations"');
  expect(text).toContain("process_resident_memory_bytes");
  expect((await fetch(`${url}/metrics`)).status).toBe(404);
});

test("serves no metrics unless told to", async () => {
  expect((await start()).metricsUrl).toBeNull();
});

test("takes no more connections once it is stopped", async () => {
  const { url, stop } = await start();
  await stop();
  await expect(fetch(`${url}/healthz`)).rejects.toThrow();
});

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 1));
}
