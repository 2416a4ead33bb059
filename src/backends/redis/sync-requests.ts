/**
 * What is wanted of which repository, in Redis: the truth of the queue. BullMQ only wakes workers for
 * it, so a wake-up too many does nothing, and one too few is found by `overdue`.
 *
 * Hints leave only when a run that took them ends well or is given up. A run that dies leaves them taken,
 * and the next one takes them again, before those that came since. What a run says after another has
 * begun (its lease had expired) changes nothing.
 */
import type { Redis } from "ioredis";
import type { Hint } from "../../engine/hint.ts";
import type { QueueDepth, RepositoryAddress } from "../../engine/ports.ts";
import { repositoryKey } from "../repository-key.ts";
import { readHint, writeHint } from "./hint-text.ts";
import { addRequest, endRequest, takeRequest } from "./sync-request-scripts.ts";

export interface Settling {
  readonly settleMilliseconds: number;
  readonly settleAtMostMilliseconds: number;
}

export type Taking =
  /** Nobody wants anything of it. */
  | { readonly kind: "nothing" }
  /** Not before this time, in milliseconds since 1970. */
  | { readonly kind: "early"; readonly due: number }
  | Taken;

export interface Taken {
  readonly kind: "taken";
  readonly address: RepositoryAddress;
  readonly hints: readonly Hint[];
  /** Jobs in a row that failed. */
  readonly failures: number;
  /** Runs that never ended, this one's predecessor among them; 0 where that one did end. */
  readonly deaths: number;
}

export type End =
  /** Given up counts as done. */
  { readonly kind: "done" } | { readonly kind: "later" | "retry"; readonly milliseconds: number };

/** When the next job is due, in milliseconds since 1970; "gone" where none is wanted. */
export type Next = number | "gone" | "taken over";

export class SyncRequests {
  readonly #prefix: string;
  readonly #settling: Settling;

  constructor(prefix: string, settling: Settling) {
    this.#prefix = prefix;
    this.#settling = settling;
  }

  /** Gives when to wake a worker, or null where one will come anyway. */
  async add(
    redis: Redis,
    address: RepositoryAddress,
    hints: readonly Hint[],
  ): Promise<number | null> {
    const key = repositoryKey(address);
    const { settleMilliseconds, settleAtMostMilliseconds } = this.#settling;
    const times = [Date.now(), settleMilliseconds, settleAtMostMilliseconds];
    const { installation, owner, name } = address;
    const due = await addRequest(
      redis,
      [this.#repository(key), this.#waiting(key), this.#pending],
      [...times, key, installation, owner, name, ...hints.map(writeHint)],
    );
    return typeof due === "number" ? due : null;
  }

  /** `run` must be a name of its own. */
  async take(redis: Redis, key: string, run: string): Promise<Taking> {
    const keys = [this.#repository(key), this.#waiting(key), this.#taken(key)];
    return readTaking(await takeRequest(redis, keys, [Date.now(), run]));
  }

  async end(redis: Redis, key: string, run: string, end: End): Promise<Next> {
    const keys = [this.#repository(key), this.#taken(key), this.#pending];
    const milliseconds = end.kind === "done" ? 0 : end.milliseconds;
    const { settleMilliseconds, settleAtMostMilliseconds } = this.#settling;
    const settle = Math.min(settleMilliseconds, settleAtMostMilliseconds);
    const values = [Date.now(), run, settle, key, end.kind, milliseconds];
    const due = await endRequest(redis, keys, values);
    if (due === -1) return "taken over";
    return typeof due === "number" ? due : "gone";
  }

  async dueOf(redis: Redis, key: string): Promise<number | null> {
    const due = await redis.zscore(this.#pending, key);
    return due === null ? null : Number(due);
  }

  /** Repositories due before this time, the oldest first, a hundred at most. */
  overdue(redis: Redis, before: number): Promise<string[]> {
    return redis.zrangebyscore(this.#pending, "-inf", before, "LIMIT", 0, 100);
  }

  /** How many repositories are waiting, running or due later. */
  count(redis: Redis): Promise<number> {
    return redis.zcard(this.#pending);
  }

  async depth(redis: Redis): Promise<QueueDepth> {
    const [due, all] = await Promise.all([
      redis.zcount(this.#pending, "-inf", Date.now()),
      this.count(redis),
    ]);
    return { due, later: Math.max(all - due, 0) };
  }

  get #pending(): string {
    return `${this.#prefix}:pending`;
  }

  #repository(key: string): string {
    return `${this.#prefix}:repository:${key}`;
  }

  #waiting(key: string): string {
    return `${this.#prefix}:hints:${key}`;
  }

  #taken(key: string): string {
    return `${this.#prefix}:taken:${key}`;
  }
}

function readTaking(reply: unknown): Taking {
  if (!Array.isArray(reply) || reply[0] === "nothing") return { kind: "nothing" };
  if (reply[0] === "early") return { kind: "early", due: Number(reply[1]) };
  const [, installation, owner, name, failures, deaths, hints] = reply;
  return {
    kind: "taken",
    address: { installation: Number(installation), owner: String(owner), name: String(name) },
    hints: Array.isArray(hints) ? hints.flatMap((text) => readHint(String(text))) : [],
    failures: Number(failures),
    deaths: Number(deaths),
  };
}
