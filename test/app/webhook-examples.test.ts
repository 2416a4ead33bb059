import { createHmac, generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { createNodeMiddleware, Probot } from "probot";
import { afterAll, beforeAll, describe, expect, test } from "#test";
import { createApp } from "../../src/app/app.ts";

interface EventExamples {
  readonly name: string;
  readonly examples: readonly object[];
}

const events = createRequire(import.meta.url)("@octokit/webhooks-examples") as EventExamples[];
const secret = "a secret";
const ignored = () => undefined;
const log = { debug: ignored, info: ignored, warn: ignored, error: ignored };
const requested: string[] = [];
const queue = {
  request: async ({ name }: { name: string }) => void requested.push(name),
  start: ignored,
  idle: async () => undefined,
  stop: async () => undefined,
};
const selections = { forget: ignored, selectionOf: async () => "all" as const };

const server = createServer();
const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

beforeAll(async () => {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const probot = new Probot({
    appId: 1,
    privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    secret,
    logLevel: "fatal",
  });
  const app = createApp({
    ...{ slug: "milepost", queue, selections, log },
    cache: { forget: async () => undefined },
    onWebhook: ignored,
    syncInstallation: ignored,
  });
  const middleware = await createNodeMiddleware(app, { probot });
  server.on("request", (request, response) => void middleware(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise<void>((resolve) => void server.close(() => resolve()));
});

async function send(event: string, payload: object, id: string): Promise<number> {
  const body = JSON.stringify(payload);
  const signature = createHmac("sha256", secret).update(body).digest("hex");
  const answer = await fetch(`${address()}/api/github/webhooks`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-github-event": event,
      "x-github-delivery": id,
      "x-hub-signature-256": `sha256=${signature}`,
    },
    body,
  });
  await answer.text();
  return answer.status;
}

describe("GitHub's published example payloads", () => {
  test.each(events.map(({ name, examples }) => [name, examples] as const))(
    "of %s are all accepted",
    async (name, examples) => {
      const answers = await Promise.all(
        examples.map((payload, index) => send(name, payload, `${name}-${index}`)),
      );
      expect(answers).toEqual(examples.map(() => 200));
    },
  );

  test("about issues and milestones ask for a sync", () => {
    expect(requested.length).toBeGreaterThan(20);
  });
});
