/**
 * The environment, in the names that Probot gave its variables, as the settings of a server; or in words
 * what is missing. Reads nothing but what it is given.
 */

import { findEnvironmentFaults, logFormats, logLevels, readPeriod } from "./environment.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

export interface ServerSettings {
  readonly appId: number;
  readonly privateKey: string;
  readonly webhookSecret: string;
  readonly baseUrl?: string;
  readonly port: number;
  readonly host: string;
  readonly metricsPort?: number;
  readonly redisUrl?: string;
  readonly concurrency?: number;
  readonly resyncMilliseconds?: number;
  readonly logLevel: (typeof logLevels)[number];
  readonly logFormat: (typeof logFormats)[number];
  readonly logLevelInString: boolean;
  readonly logMessageKey?: string;
}

export type Credentials =
  | { readonly kind: "complete"; readonly settings: ServerSettings }
  /** There is no App yet, and this is no production: the guided set-up can make one. */
  | { readonly kind: "set-up"; readonly message: string }
  | { readonly kind: "incomplete"; readonly message: string };

const needed = {
  APP_ID: "APP_ID, the number on the App's settings page",
  PRIVATE_KEY: "PRIVATE_KEY or PRIVATE_KEY_PATH, the key that was generated there",
  WEBHOOK_SECRET: "WEBHOOK_SECRET, the secret of its webhook",
} as const;

/** `readFile` gives the text of a file or throws; it is called for PRIVATE_KEY_PATH only. */
export function readCredentials(env: Environment, readFile: (path: string) => string): Credentials {
  const key = readKey(env, readFile);
  if (key.fault) return incomplete([key.fault]);
  if (key.text?.includes("-----BEGIN") === false) return incomplete([notAKey]);
  const found = { APP_ID: env.APP_ID, PRIVATE_KEY: key.text, WEBHOOK_SECRET: env.WEBHOOK_SECRET };
  const missing = (["APP_ID", "PRIVATE_KEY", "WEBHOOK_SECRET"] as const).filter(
    (name) => !found[name]?.trim(),
  );
  const hasApp = !missing.includes("APP_ID") && !missing.includes("PRIVATE_KEY");
  if (!hasApp && env.NODE_ENV !== "production") return { kind: "set-up", message: setUpMessage };
  const faults = [
    ...missing.map((name) => `Missing: ${needed[name]}.`),
    ...findEnvironmentFaults(env),
  ];
  if (faults.length > 0) return incomplete(faults);
  return { kind: "complete", settings: settingsOf(env, key.text ?? "") };
}

const setUpMessage =
  "There are no credentials of a GitHub App yet (APP_ID, PRIVATE_KEY), so this starts the guided set-up, which makes an App and writes them to .env. No events are received until you start again.";

const notAKey =
  'PRIVATE_KEY, or the file that PRIVATE_KEY_PATH names, holds no private key: give the whole text of the .pem file that GitHub made, from "-----BEGIN" on, in one line with \\n for its line ends, or in base64.';

function incomplete(faults: readonly string[]): Credentials {
  const advice = "Set them in the environment or in .env, then start again.";
  return { kind: "incomplete", message: ["Milepost cannot start.", ...faults, advice].join("\n") };
}

function readKey(
  env: Environment,
  readFile: (path: string) => string,
): { readonly text?: string; readonly fault?: string } {
  if (env.PRIVATE_KEY?.trim()) return { text: decodeKey(env.PRIVATE_KEY) };
  if (!env.PRIVATE_KEY_PATH) return {};
  try {
    return { text: readFile(env.PRIVATE_KEY_PATH) };
  } catch {
    return {
      fault: `PRIVATE_KEY_PATH names ${env.PRIVATE_KEY_PATH}, which cannot be read: check the path and who may read the file.`,
    };
  }
}

/** A variable is one line, so keys are given with "\n" written out, or in base64. */
function decodeKey(text: string): string {
  const lines = text.replaceAll("\\n", "\n");
  return lines.includes("-----BEGIN") ? lines : Buffer.from(text, "base64").toString("utf8");
}

function settingsOf(env: Environment, privateKey: string): ServerSettings {
  const base = env.GHE_HOST && `${env.GHE_PROTOCOL || "https"}://${env.GHE_HOST}/api/v3`;
  return {
    appId: Number(env.APP_ID),
    privateKey,
    webhookSecret: env.WEBHOOK_SECRET ?? "",
    ...(base ? { baseUrl: base } : {}),
    port: env.PORT ? Number(env.PORT) : 3000,
    host: env.HOST || "localhost",
    ...(env.METRICS_PORT ? { metricsPort: Number(env.METRICS_PORT) } : {}),
    ...(env.REDIS_URL ? { redisUrl: env.REDIS_URL } : {}),
    ...(env.CONCURRENCY ? { concurrency: Number(env.CONCURRENCY) } : {}),
    ...(env.RESYNC_EVERY ? { resyncMilliseconds: readPeriod(env.RESYNC_EVERY) ?? undefined } : {}),
    ...logSettingsOf(env),
  };
}

function logSettingsOf(env: Environment) {
  const usual = env.NODE_ENV === "production" ? "json" : "pretty";
  return {
    logLevel: logLevels.find((name) => name === env.LOG_LEVEL) ?? "info",
    logFormat: logFormats.find((name) => name === env.LOG_FORMAT) ?? usual,
    logLevelInString: env.LOG_LEVEL_IN_STRING === "true",
    ...(env.LOG_MESSAGE_KEY ? { logMessageKey: env.LOG_MESSAGE_KEY } : {}),
  } as const;
}
