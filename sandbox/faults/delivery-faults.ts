/**
 * Faults of webhook deliveries: lost, doubled, late, out of order. What is held back is not under
 * way, so the sandbox can be settled meanwhile; removing the fault sends it.
 */
import { type Fault, type Schedule, Strikes } from "./schedule.ts";

/** All that is given must agree; `{}` is every delivery. */
export interface DeliveryMatch {
  /** The value of `X-GitHub-Event`. */
  readonly event?: string;
  readonly action?: string;
  /** `owner/name`, in any case. */
  readonly repository?: string;
  /** The slug of the App it goes to. */
  readonly app?: string;
}

/** One delivery on its way out. */
export interface OutgoingDelivery extends Required<Omit<DeliveryMatch, "action" | "repository">> {
  readonly action: string | undefined;
  readonly repository: string | undefined;
  /** Puts it in its App's queue. */
  readonly send: () => void;
  /** Sends it once more under the same id. */
  readonly repeat: () => void;
  /** Logs it as attempted and not answered. */
  readonly fail: () => void;
}

export type DeliveryEffect =
  | { readonly kind: "lose"; readonly isAttempted: boolean }
  | { readonly kind: "double" }
  /** `by` counts later deliveries to the same App that overtake it. */
  | { readonly kind: "delay"; readonly by: number }
  /** Every `of` deliveries are kept together and sent last one first. */
  | { readonly kind: "reorder"; readonly of: number };

interface Held {
  readonly delivery: OutgoingDelivery;
  overtakenBy: number;
}

interface Rule {
  readonly match: DeliveryMatch;
  readonly strikes: Strikes;
  readonly effect: DeliveryEffect;
  held: Held[];
}

export class DeliveryFaults {
  readonly #rules = new Set<Rule>();

  add(match: DeliveryMatch, effect: DeliveryEffect, schedule: Schedule): Fault {
    const rule: Rule = { match, strikes: new Strikes(schedule), effect, held: [] };
    this.#rules.add(rule);
    const remove = () => {
      if (this.#rules.delete(rule)) release(rule);
    };
    return {
      get seen() {
        return rule.strikes.seen;
      },
      get struck() {
        return rule.strikes.struck;
      },
      remove,
    };
  }

  /** Sends a delivery, or does to it what the first fault that strikes it says. */
  pass(delivery: OutgoingDelivery): void {
    const waiting = [...this.#rules].flatMap(({ held }) => held);
    const matching = [...this.#rules].filter(({ match }) => matchesDelivery(match, delivery));
    const [rule] = matching.filter(({ strikes }) => strikes.book());
    if (rule === undefined) delivery.send();
    else apply(rule, delivery);
    for (const held of waiting) {
      if (held.delivery.app === delivery.app) held.overtakenBy += 1;
    }
    this.#sendOvertaken();
  }

  /** Ends every fault and sends what they hold. */
  clear(): void {
    const rules = [...this.#rules];
    this.#rules.clear();
    for (const rule of rules) release(rule);
  }

  #sendOvertaken(): void {
    for (const rule of this.#rules) {
      if (rule.effect.kind !== "delay") continue;
      const { by } = rule.effect;
      const due = rule.held.filter(({ overtakenBy }) => overtakenBy >= by);
      rule.held = rule.held.filter((held) => !due.includes(held));
      for (const { delivery } of due) delivery.send();
    }
  }
}

function apply(rule: Rule, delivery: OutgoingDelivery): void {
  const { effect } = rule;
  switch (effect.kind) {
    case "lose":
      if (effect.isAttempted) delivery.fail();
      return;
    case "double":
      delivery.send();
      delivery.repeat();
      return;
    case "delay":
      rule.held.push({ delivery, overtakenBy: 0 });
      return;
    case "reorder":
      rule.held.push({ delivery, overtakenBy: 0 });
      if (rule.held.length < effect.of) return;
      rule.held.reverse();
      release(rule);
  }
}

function release(rule: Rule): void {
  const { held } = rule;
  rule.held = [];
  for (const { delivery } of held) delivery.send();
}

function matchesDelivery(match: DeliveryMatch, delivery: OutgoingDelivery): boolean {
  return (
    (match.event ?? delivery.event) === delivery.event &&
    (match.action ?? delivery.action) === delivery.action &&
    (match.app ?? delivery.app) === delivery.app &&
    (match.repository === undefined ||
      match.repository.toLowerCase() === delivery.repository?.toLowerCase())
  );
}
