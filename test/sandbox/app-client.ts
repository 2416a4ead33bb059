/** An App as seen from outside: it signs, calls and receives like any client of GitHub. */
import { createSign } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import type { PermissionInput } from "../../sandbox/auth/permissions.ts";
import { type RegisteredApp, type Sandbox, startSandbox } from "../../sandbox/start-sandbox.ts";

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: payloads are read freely in tests
  readonly payload: any;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: bodies are read freely in tests
  readonly json: any;
}

export const SECRET = "a secret";
export const REPO = "acme/app";

/** A JSON web token as an App signs it; `life` in seconds from now. */
export function signJwt(
  app: RegisteredApp,
  life = 300,
  issuer: string | number = app.appId,
): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const now = Math.floor(Date.now() / 1000);
  const head = part({ alg: "RS256", typ: "JWT" });
  const unsigned = `${head}.${part({ iat: now - 30, exp: now + life, iss: issuer })}`;
  const signature = createSign("sha256").update(unsigned).sign(app.privateKey, "base64url");
  return `${unsigned}.${signature}`;
}

/** Listens for webhooks, answering `status`. */
export async function receiveHooks(status = 200) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const text = Buffer.concat(chunks).toString("utf8");
      received.push({ headers: request.headers, text, payload: JSON.parse(text) });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const stop = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { url: `http://127.0.0.1:${port}/hook`, received, stop };
}

/** Calls the sandbox. */
export async function call(
  sandbox: Sandbox,
  token: string | undefined,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answer> {
  const headers = token === undefined ? {} : { authorization: `token ${token}` };
  const payload = typeof body === "string" || body === undefined ? body : JSON.stringify(body);
  const answer = await fetch(sandbox.url + path, { method, headers, body: payload });
  const text = await answer.text();
  const json = text === "" ? undefined : JSON.parse(text);
  return { status: answer.status, headers: answer.headers, json };
}

/** A sandbox with one repository, an App installed on it, and a hook that receives. */
export async function startWorkshop(
  prepare: (sandbox: Sandbox) => void = () => {},
  permissions: PermissionInput = {},
  isOrganization = false,
) {
  const sandbox = await startSandbox();
  const files = { "README.md": "Hello\n" };
  sandbox.world.createRepository({ owner: "acme", name: "app", files, isOrganization });
  prepare(sandbox);
  const hooks = await receiveHooks();
  const app = sandbox.registerApp({
    ...{ slug: "planner", webhookUrl: hooks.url, webhookSecret: SECRET, permissions },
  });
  const installation = sandbox.install(app, { account: "acme", repositories: ["app"] });
  await sandbox.settled();
  hooks.received.length = 0;
  const jwt = signJwt(app);
  const path = `/app/installations/${installation.id}/access_tokens`;
  const token: string = (await call(sandbox, jwt, "POST", path)).json.token;
  const rest = (method: string, where: string, body?: unknown) =>
    call(sandbox, token, method, where, body);
  const graphql = async (query: string, variables: object = {}) =>
    (await call(sandbox, token, "POST", "/graphql", { query, variables })).json;
  const events = async () => {
    await sandbox.settled();
    return hooks.received.map(({ headers, payload }) =>
      [headers["x-github-event"], payload.action].filter(Boolean).join("."),
    );
  };
  const stop = async () => {
    await sandbox.stop();
    await hooks.stop();
  };
  const { world } = sandbox;
  return { sandbox, world, app, installation, jwt, token, rest, graphql, hooks, events, stop };
}

export type Workshop = Awaited<ReturnType<typeof startWorkshop>>;
