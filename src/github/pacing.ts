/**
 * An Octokit plugin that keeps GitHub's rules of conduct, per installation: writes one at a time and a
 * given time apart; after a limit was met, no call at all until it has passed. Reads otherwise run
 * freely: the queue bounds how many there are at once.
 */
import { setTimeout as wait } from "node:timers/promises";
import Bottleneck from "bottleneck";
import { RetryableError } from "../engine/errors.ts";
import { describeCall, type ObserveCall } from "./api-call.ts";
import { isWrite, type OutgoingCall } from "./outgoing-call.ts";
import { findLimit, type GithubResponse } from "./rate-limits.ts";

export { isWrite };

type Send = (options: OutgoingCall) => Promise<unknown>;

interface Client {
  readonly hook: {
    wrap(name: "request", around: (send: Send, options: OutgoingCall) => Promise<unknown>): void;
  };
}

interface ClientOptions {
  readonly auth?: { readonly installationId?: number };
}

export interface PacingSettings {
  /** Milliseconds until it is this process's turn to write, where several write for an installation. */
  readonly takeTurn?: (installation: string) => Promise<number>;
  readonly onCall?: ObserveCall;
}

/** The plugin. Its state is shared by all clients of the class that it is given to. */
export function createPacing(
  writeIntervalMilliseconds: number,
  { takeTurn, onCall }: PacingSettings = {},
) {
  const writes = new Bottleneck.Group({ maxConcurrent: 1, minTime: writeIntervalMilliseconds });
  const closedUntil = new Map<string, number>();

  return function pacing(octokit: unknown, options: ClientOptions): void {
    const id = options.auth?.installationId;
    const installation = String(id ?? "app");

    async function sendWatched(send: Send, call: OutgoingCall): Promise<unknown> {
      refuseWhileClosed(closedUntil.get(installation));
      const outcome = await settle(send(call));
      onCall?.(describeCall(call, id === undefined ? null : installation, outcome.response));
      const limit = findLimit(outcome.response);
      if (limit !== null) closedUntil.set(installation, performance.now() + limit);
      if (outcome.kind === "failed") throw outcome.error;
      return outcome.response;
    }

    async function sendInTurn(send: Send, call: OutgoingCall): Promise<unknown> {
      const milliseconds = (await takeTurn?.(installation)) ?? 0;
      if (milliseconds > 0) await wait(milliseconds);
      return sendWatched(send, call);
    }

    (octokit as Client).hook.wrap("request", (send, call) => {
      if (!isWrite(call)) return sendWatched(send, call);
      call.request = { ...call.request, retries: 0 };
      return writes.key(installation).schedule(() => sendInTurn(send, call));
    });
  };
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
