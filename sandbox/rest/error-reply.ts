/** Refusals in REST's shape. */
import { WorldError } from "../world/world-error.ts";
import type { RestReply } from "./rest-route.ts";

const STATUS = {
  "not-found": 404,
  forbidden: 403,
  gone: 410,
  unprocessable: 422,
  archived: 403,
  protected: 422,
  "rule-violation": 422,
  "stale-head": 409,
} as const;

/** GitHub's error body. */
export function refuse(status: number, message: string, extra: object = {}): RestReply {
  const body = {
    message,
    ...extra,
    documentation_url: "https://docs.github.com/rest",
    status: String(status),
  };
  return { status, body };
}

/** The answer to a thrown refusal; anything else is a fault of the sandbox and says so. */
export function refuseFor(error: unknown): RestReply {
  if (!(error instanceof WorldError)) {
    return refuse(
      500,
      `sandbox: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  }
  const { kind, restMessage, errors } = error;
  if (kind === "not-found" && restMessage.startsWith("Could not resolve")) {
    return refuse(404, "Not Found");
  }
  if (errors.length === 0) return refuse(STATUS[kind], restMessage);
  return refuse(STATUS[kind], "Validation Failed", { errors });
}
