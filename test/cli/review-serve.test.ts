import { generateKeyPairSync } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "#test";
import { InputError } from "../../src/cli/input-error.ts";
import { serve } from "../../src/cli/serve.ts";

const { privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  privateKeyEncoding: { type: "pkcs1", format: "pem" },
  publicKeyEncoding: { type: "pkcs1", format: "pem" },
});

const before = { ...process.env };
let github: Server;

afterEach(async () => {
  process.env = { ...before };
  github.closeAllConnections();
  await new Promise((resolve) => github.close(resolve));
});

/** A GitHub that answers every call the same; `serve` is told where it is and to listen at its port. */
async function serveBeside(status: number, body: object): Promise<string> {
  github = createServer((_request, response) => {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => github.listen(0, "127.0.0.1", resolve));
  const { port } = github.address() as AddressInfo;
  Object.assign(process.env, { APP_ID: "1", PRIVATE_KEY: privateKey, WEBHOOK_SECRET: "s" });
  Object.assign(process.env, { GHE_HOST: `127.0.0.1:${port}`, GHE_PROTOCOL: "http" });
  Object.assign(process.env, { HOST: "127.0.0.1", PORT: String(port), LOG_LEVEL: "fatal" });
  const error: unknown = await serve(() => undefined).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(InputError);
  return (error as InputError).message;
}

test("credentials that GitHub does not know are named as the cause", async () => {
  const message = await serveBeside(401, { message: "A JSON web token could not be decoded" });
  expect(message).toContain("APP_ID and PRIVATE_KEY belong together");
});

test("an address that is taken is named", async () => {
  const message = await serveBeside(200, { id: 1, slug: "milepost" });
  expect(message).toMatch(/cannot listen at 127\.0\.0\.1:\d+.*PORT/);
});
