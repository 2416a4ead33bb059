/**
 * Faults of API calls, in the order they were asked for. Nothing here is random: a fault strikes by
 * counting the calls that match it.
 */
import type { RateRefusal } from "../rate-limiter.ts";
import { type CallMatch, type IncomingCall, matchesCall } from "./call-match.ts";
import { type Fault, type Schedule, Strikes } from "./schedule.ts";

/** What happens to a call that is struck. */
export type CallEffect =
  | { readonly kind: "answer"; readonly status: number; readonly isPerformed: boolean }
  | { readonly kind: "drop"; readonly isPerformed: boolean }
  | { readonly kind: "limit"; readonly refusal: RateRefusal; readonly isPerformed: false }
  | {
      readonly kind: "wait";
      readonly until: Promise<void> | number;
      /** Ends the wait of all calls. */
      readonly letGo?: () => void;
    }
  | { readonly kind: "hook"; readonly run: () => void };

interface Rule {
  readonly match: CallMatch;
  readonly strikes: Strikes;
  readonly effect: CallEffect;
}

export class CallFaults {
  readonly #rules = new Set<Rule>();

  /** Adds a fault after those already there. */
  add(match: CallMatch, effect: CallEffect, schedule: Schedule): Fault {
    const rule: Rule = { match, strikes: new Strikes(schedule), effect };
    this.#rules.add(rule);
    return {
      get seen() {
        return rule.strikes.seen;
      },
      get struck() {
        return rule.strikes.struck;
      },
      remove: () => this.#remove(rule),
    };
  }

  /** Books a call with every fault that matches it and returns what strikes it. */
  strike(call: IncomingCall): readonly CallEffect[] {
    const matching = [...this.#rules].filter(({ match }) => matchesCall(match, call));
    return matching.filter(({ strikes }) => strikes.book()).map(({ effect }) => effect);
  }

  /** Ends every fault; calls kept waiting go on. */
  clear(): void {
    for (const rule of this.#rules) this.#remove(rule);
  }

  #remove(rule: Rule): void {
    this.#rules.delete(rule);
    if (rule.effect.kind === "wait") rule.effect.letGo?.();
  }
}
