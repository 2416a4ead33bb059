/** Headers GitHub puts on every answer. */
import type { Caller } from "./auth/caller.ts";
import type { RateResource, RateUse } from "./rate-limiter.ts";
import type { Services } from "./services.ts";

/** Under whose name a caller's use is counted. */
export function callerName(caller: Caller): string {
  switch (caller.kind) {
    case "app":
      return `app ${caller.app.app.appId}`;
    case "installation":
      return `installation ${caller.installation.id}`;
    case "nobody":
      return "nobody";
  }
}

/** As `callerName`, in the words GitHub uses when it refuses a caller. */
export function limitedName(caller: Caller): string {
  return caller.kind === "installation"
    ? `installation ID ${caller.installation.id}`
    : callerName(caller);
}

/** The `x-ratelimit-*` headers. */
export function rateHeaders(use: RateUse, resource: RateResource): Record<string, string> {
  return {
    "x-ratelimit-limit": String(use.limit),
    "x-ratelimit-remaining": String(use.remaining),
    "x-ratelimit-used": String(use.used),
    "x-ratelimit-reset": String(use.reset),
    "x-ratelimit-resource": resource,
  };
}

/** An id per answer, counted up, in GitHub's look. */
export function requestId({ calls }: Services): string {
  return `5A4D:B0X:${calls.mark().toString(16).toUpperCase().padStart(8, "0")}`;
}
