/**
 * Delivers one App's webhooks: one after the other in the order things happened, or each after a
 * delay of its own. Bodies are fixed when queued. A delivery that fails is logged and not tried
 * again, as on GitHub.
 */
import { createHash } from "node:crypto";
import type { Scheduler } from "../scheduler.ts";
import { deliveryRequest } from "./delivery-request.ts";

/** One attempt to deliver. */
export interface Delivery {
  /** Deterministic, in the shape of a UUID; a redelivery has that of the first attempt. */
  readonly id: string;
  readonly appId: number;
  readonly event: string;
  readonly action: string | undefined;
  readonly payload: Readonly<Record<string, unknown>>;
  /** The payload's bytes as sent. */
  readonly body: string;
  /** Sandbox time of the change, or of the redelivery, ISO 8601. */
  readonly at: string;
  readonly isRedelivery: boolean;
  /** HTTP status of the answer; 0 when nobody answered; undefined while under way. */
  status: number | undefined;
}

export interface Hook {
  readonly appId: number;
  readonly url: () => string;
  readonly secret: () => string;
  /** Brings a request to the App. */
  readonly send: (request: Request) => Promise<Response>;
}

export interface DeliveryTiming {
  readonly schedule: Scheduler;
  /** Milliseconds until a delivery is sent; none, and one after the other, unless given. */
  readonly delayOf?: (delivery: Delivery) => number;
}

/** GitHub gives up on an answer after ten seconds. */
const ANSWER_TIMEOUT_MS = 10_000;

export class DeliveryQueue {
  readonly #hook: Hook;
  readonly #log: Delivery[];
  readonly #timing: DeliveryTiming;
  #tail: Promise<void> = Promise.resolve();
  #pending = 0;
  #count = 0;
  readonly #abort = new AbortController();

  /** `log` receives every delivery when it is queued. */
  constructor(hook: Hook, log: Delivery[], timing: DeliveryTiming) {
    this.#hook = hook;
    this.#log = log;
    this.#timing = timing;
  }

  get isIdle(): boolean {
    return this.#pending === 0;
  }

  /** Resolves once everything queued so far has been answered. */
  get tail(): Promise<void> {
    return this.#tail;
  }

  /** Makes a delivery ready to send; its body does not change any more. */
  prepare(event: string, payload: Readonly<Record<string, unknown>>, at: string): Delivery {
    this.#count += 1;
    const { appId } = this.#hook;
    const action = typeof payload.action === "string" ? payload.action : undefined;
    const id = deliveryId(appId, this.#count);
    const body = JSON.stringify(payload);
    return attempt({ id, appId, event, action, body, at, isRedelivery: false });
  }

  /** Logs and queues a delivery. */
  send(delivery: Delivery): void {
    this.#log.push(delivery);
    this.repeat(delivery);
  }

  /** Sends it without another entry in the log. */
  repeat(delivery: Delivery): void {
    this.#pending += 1;
    const { delayOf, schedule } = this.#timing;
    if (delayOf === undefined) {
      this.#tail = this.#tail.then(() => this.#post(delivery));
      return;
    }
    const { promise, resolve } = Promise.withResolvers<void>();
    const { signal } = this.#abort;
    const cancel = schedule(() => {
      signal.removeEventListener("abort", giveUp);
      resolve(this.#post(delivery));
    }, delayOf(delivery));
    // Stopped, it is not waited for: posting fails at once.
    const giveUp = () => {
      cancel();
      resolve(this.#post(delivery));
    };
    signal.addEventListener("abort", giveUp, { once: true });
    this.#tail = Promise.all([this.#tail, promise]).then(() => undefined);
  }

  /** Sends a logged delivery once more: another attempt, another entry, the same id. */
  redeliver(delivery: Delivery, at: string): void {
    this.send(attempt({ ...delivery, at, isRedelivery: true }));
  }

  /** Logs a delivery that nobody answered. */
  fail(delivery: Delivery): void {
    delivery.status = 0;
    this.#log.push(delivery);
  }

  /** Gives up everything queued or under way. */
  stop(): void {
    this.#abort.abort();
  }

  async #post(delivery: Delivery): Promise<void> {
    const late = new AbortController();
    const cancel = this.#timing.schedule(() => late.abort(), ANSWER_TIMEOUT_MS);
    try {
      const signal = AbortSignal.any([this.#abort.signal, late.signal]);
      signal.throwIfAborted();
      const request = deliveryRequest(delivery, this.#hook.url(), this.#hook.secret(), signal);
      const answer = await Promise.race([this.#hook.send(request), whenAborted(signal)]);
      await answer.arrayBuffer();
      delivery.status = answer.status;
    } catch {
      delivery.status = 0;
    } finally {
      cancel();
      this.#pending -= 1;
    }
  }
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

/** The payload is read from the body when somebody looks. */
function attempt(facts: Omit<Delivery, "payload" | "status">): Delivery {
  const { id, appId, event, action, body, at, isRedelivery } = facts;
  let payload: Readonly<Record<string, unknown>> | undefined;
  return {
    ...{ id, appId, event, action, body, at, isRedelivery, status: undefined },
    get payload() {
      payload ??= JSON.parse(body) as Readonly<Record<string, unknown>>;
      return payload;
    },
  };
}

function deliveryId(appId: number, count: number): string {
  const hex = createHash("sha256").update(`delivery ${appId} ${count}`).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join("-");
}
