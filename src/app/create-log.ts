/**
 * Probot's log, with its levels and formats, and errors without what they carry: Octokit's hold the text of
 * the request and of the answer, those of webhooks the payload.
 */
import { Probot } from "probot";
import type { Log } from "../engine/ports.ts";

export interface LogSettings {
  readonly logLevel?: "trace" | "debug" | "info" | "warn" | "error" | "fatal";
  readonly logFormat?: "json" | "pretty";
  readonly logLevelInString?: boolean;
  readonly logMessageKey?: string;
}

/** Probot shows its log only to who makes a Probot; this one is for nothing else. */
export async function createLog(settings: LogSettings): Promise<Log> {
  const { log } = await new Probot({ ...settings, githubToken: "unused" }).ready();
  return log;
}

export function withPlainErrors(log: Log): Log {
  return {
    debug: (fields, message) => log.debug(plain(fields), message),
    info: (fields, message) => log.info(plain(fields), message),
    warn: (fields, message) => log.warn(plain(fields), message),
    error: (fields, message) => log.error(plain(fields), message),
  };
}

function plain(fields: object): object {
  if (!("err" in fields)) return fields;
  return { ...fields, err: describeError(fields.err) };
}

interface PlainError {
  readonly type: string;
  readonly message: string;
  readonly stack?: string;
  readonly status?: number;
  readonly cause?: PlainError;
}

function describeError(error: unknown): PlainError {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) };
  const { name, message, stack, cause } = error;
  return {
    type: name,
    message,
    stack: stack?.split("\n").slice(-stackLines).join("\n"),
    ...("status" in error && typeof error.status === "number" ? { status: error.status } : {}),
    ...(cause === undefined ? {} : { cause: describeError(cause) }),
  };
}

const stackLines = 12;
