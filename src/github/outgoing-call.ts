/** A call as Octokit is about to send it. */

export interface OutgoingCall {
  readonly method: string;
  readonly url: string;
  readonly query?: unknown;
  request?: { retries?: number; readonly retryCount?: number };
}

/**
 * GraphQL is always a POST: there only the text tells. A token is asked for in the midst of the call that
 * needs it: a write that waits for its token must not make the token wait for the write.
 */
export function isWrite(call: Pick<OutgoingCall, "method" | "url" | "query">): boolean {
  if (call.method === "GET" || call.method === "HEAD") return false;
  if (call.url.endsWith("/access_tokens")) return false;
  if (!call.url.endsWith("/graphql")) return true;
  return /^\s*mutation\b/.test(String(call.query));
}
