import { readFileSync } from "node:fs";
import { describe, expect, test } from "#test";
import { variables } from "../../src/app/environment.ts";
import { type Environment, readCredentials } from "../../src/app/read-credentials.ts";

const key = "-----BEGIN RSA PRIVATE KEY-----\nabc\n-----END RSA PRIVATE KEY-----";
const complete: Environment = { APP_ID: "12", PRIVATE_KEY: key, WEBHOOK_SECRET: "s3cret" };
const production = { NODE_ENV: "production" };

function read(env: Environment) {
  return readCredentials(env, (path) => {
    if (path === "key.pem") return key;
    throw new Error("ENOENT");
  });
}

describe("with credentials", () => {
  test("gives the settings of a server, with Probot's defaults", () => {
    expect(read(complete)).toEqual({
      kind: "complete",
      settings: {
        appId: 12,
        privateKey: key,
        webhookSecret: "s3cret",
        port: 3000,
        host: "localhost",
        ...{ logLevel: "info", logFormat: "pretty", logLevelInString: false },
      },
    });
  });

  test("takes what else can be set", () => {
    const env = {
      ...{ REDIS_URL: "redis://localhost:6379", CONCURRENCY: "8", RESYNC_EVERY: "90m" },
      ...{ METRICS_PORT: "9090", LOG_FORMAT: "pretty", LOG_LEVEL_IN_STRING: "true" },
      ...{ LOG_MESSAGE_KEY: "message", NODE_ENV: "production" },
    };
    expect(read({ ...complete, ...env })).toMatchObject({
      settings: {
        ...{ redisUrl: "redis://localhost:6379", concurrency: 8, resyncMilliseconds: 5_400_000 },
        ...{ metricsPort: 9090, logFormat: "pretty", logLevelInString: true },
        logMessageKey: "message",
      },
    });
    const inProduction = read({ ...complete, NODE_ENV: "production" });
    expect(inProduction).toMatchObject({ settings: { logFormat: "json" } });
  });

  test("takes port 0 at its word, and an Enterprise Server", () => {
    const env = { PORT: "0", HOST: "0.0.0.0", GHE_HOST: "ghe.test", LOG_LEVEL: "debug" };
    expect(read({ ...complete, ...env })).toMatchObject({
      settings: {
        port: 0,
        host: "0.0.0.0",
        baseUrl: "https://ghe.test/api/v3",
        logLevel: "debug",
      },
    });
    expect(read({ ...complete, GHE_HOST: "h:1", GHE_PROTOCOL: "http" })).toMatchObject({
      settings: { baseUrl: "http://h:1/api/v3" },
    });
  });

  test.each([
    ["one line with \\n", { PRIVATE_KEY: key.replaceAll("\n", "\\n") }],
    ["base64", { PRIVATE_KEY: Buffer.from(key).toString("base64") }],
    ["a file", { PRIVATE_KEY: undefined, PRIVATE_KEY_PATH: "key.pem" }],
  ])("reads a key given as %s", (_name, env) => {
    expect(read({ ...complete, ...env })).toMatchObject({ settings: { privateKey: key } });
  });
});

describe("with something else in the place of a key", () => {
  test.each([{ NODE_ENV: "production" }, {}])("says so: %j", (env) => {
    for (const text of ["x", "path/to/key.pem"]) {
      const credentials = read({ ...complete, ...env, PRIVATE_KEY: text });
      expect(credentials).toMatchObject({
        kind: "incomplete",
        message: expect.stringContaining("holds no private key"),
      });
    }
  });
});

describe("without", () => {
  test.each([[{}], [{ APP_ID: "12" }], [{ PRIVATE_KEY: key }]])(
    "%j starts the set-up outside production",
    (env) => {
      expect(read(env)).toMatchObject({ kind: "set-up" });
    },
  );

  test("refuses in production and names each missing variable", () => {
    const refusal = read(production);
    expect(refusal).toMatchObject({ kind: "incomplete" });
    for (const name of ["APP_ID", "PRIVATE_KEY", "WEBHOOK_SECRET"]) {
      expect(refusal).toMatchObject({ message: expect.stringContaining(`Missing: ${name}`) });
    }
  });

  test.each([[{}], [production]])("never runs without a webhook secret %j", (env) => {
    const refusal = read({ ...complete, ...env, WEBHOOK_SECRET: " " });
    expect(refusal).toMatchObject({
      kind: "incomplete",
      message: expect.stringContaining("Missing: WEBHOOK_SECRET"),
    });
    expect(refusal).not.toMatchObject({ message: expect.stringContaining("Missing: APP_ID") });
  });

  test.each([
    ["APP_ID", { APP_ID: "twelve" }, 'APP_ID is "twelve"'],
    ["PORT", { PORT: "http" }, 'PORT is "http"'],
    ["PORT", { PORT: "70000" }, 'PORT is "70000"'],
    ["LOG_LEVEL", { LOG_LEVEL: "loud" }, "one of trace, debug"],
    ["a key file", { PRIVATE_KEY: "", PRIVATE_KEY_PATH: "no.pem" }, "names no.pem"],
  ])("says what is wrong with %s", (_name, env, words) => {
    expect(read({ ...complete, ...env })).toMatchObject({
      kind: "incomplete",
      message: expect.stringContaining(words),
    });
  });
});

describe("with a variable that holds what it may not", () => {
  test.each([
    [{ METRICS_PORT: "no" }, 'METRICS_PORT is "no", but it should be a number from 0 to 65535.'],
    [{ CONCURRENCY: "0" }, 'CONCURRENCY is "0", but it should be a number from 1 to 999.'],
    [{ RESYNC_EVERY: "6" }, 'RESYNC_EVERY is "6", but it should be a time from 1m to 14d'],
    [{ RESYNC_EVERY: "15d" }, "RESYNC_EVERY"],
    [{ RESYNC_EVERY: "59s" }, "RESYNC_EVERY"],
    [{ LOG_FORMAT: "xml" }, "one of pretty, json"],
    [{ REDIS_URL: "s3cret@host" }, "REDIS_URL is something else, but it should be"],
  ])("%j is refused in words", (env, words) => {
    const message = expect.stringContaining(words);
    expect(read({ ...complete, ...env })).toEqual({ kind: "incomplete", message });
  });

  test("no value that may be secret is repeated", () => {
    const credentials = read({ ...complete, REDIS_URL: "s3cret@host" });
    expect(JSON.stringify(credentials)).not.toContain("s3cret@");
  });
});

test("every variable that is read is in the list, and every one of the list is read", () => {
  const code = readFileSync(new URL("../../src/app/read-credentials.ts", import.meta.url), "utf8");
  const read = new Set([...code.matchAll(/env\.([A-Z_]+)/g)].map(([, name]) => name));
  expect([...read].sort()).toEqual(variables.map(({ name }) => name).sort());
});
