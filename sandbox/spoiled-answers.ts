/** Answers that are none of the API's own: server errors and exceeded rate limits. */
import type { CallEffect } from "./faults/call-faults.ts";
import type { RateRefusal } from "./rate-limiter.ts";
import { refuse } from "./rest/error-reply.ts";
import type { RestReply } from "./rest/rest-route.ts";

type Spoiling = Exclude<
  Extract<CallEffect, { readonly isPerformed: boolean }>,
  { readonly kind: "drop" }
>;

/** Where the call went and who made it, as far as the answer tells. */
export interface SpoiledCall {
  readonly api: "rest" | "graphql";
  readonly caller: string;
  /** The answer's `x-github-request-id`. */
  readonly requestId: string;
}

const LIMITS_PAGE = "https://docs.github.com/rest/overview/rate-limits-for-the-rest-api";

/** The answer a fault puts in place of the call's own. */
export function spoiledReply(effect: Spoiling, call: SpoiledCall): RestReply {
  if (effect.kind === "limit") return rateReply(effect.refusal, call);
  return call.api === "graphql" ? brokenQuery(effect.status, call) : brokenRoute(effect.status);
}

/** The answer to a call beyond a rate limit. */
export function rateReply(refusal: RateRefusal, { api, caller }: SpoiledCall): RestReply {
  if (refusal.kind === "secondary") {
    const message =
      "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.";
    const documentation_url = `${LIMITS_PAGE}#about-secondary-rate-limits`;
    const reply = refuse(refusal.status, message);
    const headers = { "retry-after": String(refusal.retryAfter) };
    return { ...reply, body: { ...(reply.body as object), documentation_url }, headers };
  }
  const message = `API rate limit exceeded for ${caller}.`;
  const headers = {
    "x-ratelimit-remaining": "0",
    "x-ratelimit-reset": String(refusal.reset),
  };
  if (api === "graphql") {
    return { status: 200, body: { errors: [{ type: "RATE_LIMITED", message }] }, headers };
  }
  return { ...refuse(403, message), headers };
}

function brokenQuery(status: number, { requestId }: SpoiledCall): RestReply {
  const message = `Something went wrong while executing your query. This may be the result of a timeout, or it could be a GitHub bug. Please include \`${requestId}\` when reporting this issue.`;
  return { status, body: { data: null, errors: [{ message }] } };
}

function brokenRoute(status: number): RestReply {
  return { status, body: { message: "Server Error" } };
}
