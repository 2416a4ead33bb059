/**
 * An Octokit plugin that keeps GitHub's rules of conduct, per installation: writes one at a time and a
 * given time apart; after a limit was met, no call at all until it has passed. Reads otherwise run
 * freely: the queue bounds how many there are at once.
 */
import Bottleneck from "bottleneck";
import { RetryableError } from "../engine/errors.ts";
import { findLimit, type GithubResponse } from "./rate-limits.ts";

interface OutgoingCall {
  readonly method: string;
  readonly url: string;
  readonly query?: unknown;
  request?: { retries?: number };
}

type Send = (options: OutgoingCall) => Promise<unknown>;

interface Client {
  readonly hook: {
    wrap(name: "request", around: (send: Send, options: OutgoingCall) => Promise<unknown>): void;
  };
}

interface ClientOptions {
  readonly auth?: { readonly installationId?: number };
}

/** The plugin. Its state is shared by all clients of the class that it is given to. */
export function createPacing(writeIntervalMilliseconds: number) {
  const writes = new Bottleneck.Group({ maxConcurrent: 1, minTime: writeIntervalMilliseconds });
  const closedUntil = new Map<string, number>();

  return function pacing(octokit: unknown, options: ClientOptions): void {
    const installation = String(options.auth?.installationId ?? "app");

    async function sendWatched(send: Send, call: OutgoingCall): Promise<unknown> {
      refuseWhileClosed(closedUntil.get(installation));
      const outcome = await settle(send(call));
      const wait = findLimit(outcome.response);
      if (wait !== null) closedUntil.set(installation, performance.now() + wait);
      if (outcome.kind === "failed") throw outcome.error;
      return outcome.response;
    }

    (octokit as Client).hook.wrap("request", (send, call) => {
      if (!isWrite(call)) return sendWatched(send, call);
      call.request = { ...call.request, retries: 0 };
      return writes.key(installation).schedule(() => sendWatched(send, call));
    });
  };
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

function refuseWhileClosed(until: number | undefined): void {
  const remaining = (until ?? 0) - performance.now();
  if (remaining <= 0) return;
  const seconds = Math.ceil(remaining / 1000);
  throw new RetryableError(
    `GitHub's limit for this installation is used up; the next call is possible in ${seconds} s.`,
    Math.ceil(remaining),
  );
}

type Settled =
  | { readonly kind: "answered"; readonly response: GithubResponse }
  | {
      readonly kind: "failed";
      readonly error: unknown;
      readonly response: GithubResponse | undefined;
    };

async function settle(answer: Promise<unknown>): Promise<Settled> {
  try {
    return { kind: "answered", response: (await answer) as GithubResponse };
  } catch (error) {
    const { response } = error as { response?: GithubResponse };
    return { kind: "failed", error, response };
  }
}
