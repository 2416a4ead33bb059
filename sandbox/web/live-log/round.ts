/**
 * One round of the live log: what happened in the repository, what the App was told of it, which calls
 * that caused, and how it ended.
 */
import type { ApiCall } from "../../call-log.ts";
import type { Delivery } from "../../webhooks/delivery-queue.ts";

export interface Round {
  /** Counts from 1. */
  readonly id: number;
  /** What began it, in words. */
  readonly cause: string;
  /** Sandbox time, ISO 8601. */
  readonly at: string;
  /** Milliseconds of the real clock. */
  readonly startedAt: number;
  readonly webhooks: WebhookEntry[];
  readonly calls: CallEntry[];
  /** Undefined while it is under way. */
  end: RoundEnd | undefined;
}

export interface WebhookEntry {
  /** As `issues.closed #408`. */
  readonly name: string;
  readonly sender: string;
  /** Undefined where it was lost on its way. */
  readonly delivery: Delivery | undefined;
  /** What the App made of it; undefined until it said so. */
  verdict: Verdict | undefined;
}

export type Verdict =
  | { readonly kind: "ignored"; readonly because: string }
  | { readonly kind: "taken"; readonly causes: string };

export interface CallEntry {
  readonly call: ApiCall;
  /** Milliseconds after the round began. */
  readonly after: number;
}

export interface RoundEnd {
  /** Milliseconds after the round began. */
  readonly after: number;
  readonly result: RoundResult;
}

export type RoundResult =
  | { readonly kind: "wrote"; readonly what: readonly string[] }
  /** Nothing was written, and why. */
  | { readonly kind: "nothing"; readonly because: string }
  | { readonly kind: "failed"; readonly because: string; readonly retrySeconds: number | null }
  /** The App came or went. */
  | { readonly kind: "life"; readonly what: string };

/** What the App says of its work, as it happens. */
export type AppNews =
  | ({ readonly about: "delivery"; readonly delivery: string } & { readonly verdict: Verdict })
  | { readonly about: "work"; readonly result: RoundResult }
  | { readonly about: "life"; readonly what: string };
