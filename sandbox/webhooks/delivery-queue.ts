/**
 * Delivers one App's webhooks, one after the other, in the order things happened. Bodies are fixed
 * and signed when queued. A delivery that fails is logged and not tried again, as on GitHub.
 */
import { createHash, createHmac } from "node:crypto";

export interface Delivery {
  /** Deterministic, in the shape of a UUID. */
  readonly id: string;
  readonly appId: number;
  readonly event: string;
  readonly action: string | undefined;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Sandbox time of the change, ISO 8601. */
  readonly at: string;
  /** HTTP status of the answer; 0 when nobody answered; undefined while under way. */
  status: number | undefined;
}

export interface Hook {
  readonly appId: number;
  readonly url: () => string;
  readonly secret: () => string;
}

/** GitHub gives up on an answer after ten seconds. */
const ANSWER_TIMEOUT_MS = 10_000;

export class DeliveryQueue {
  readonly #hook: Hook;
  readonly #log: Delivery[];
  #tail: Promise<void> = Promise.resolve();
  #pending = 0;
  #count = 0;
  readonly #abort = new AbortController();

  /** `log` receives every delivery when it is queued. */
  constructor(hook: Hook, log: Delivery[]) {
    this.#hook = hook;
    this.#log = log;
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
    const id = deliveryId(this.#hook.appId, this.#count);
    const action = typeof payload.action === "string" ? payload.action : undefined;
    const fixed = JSON.parse(JSON.stringify(payload));
    const { appId } = this.#hook;
    return { id, appId, event, action, payload: fixed, at, status: undefined };
  }

  /** Logs and queues a delivery. */
  send(delivery: Delivery): void {
    this.#log.push(delivery);
    this.redeliver(delivery);
  }

  /** Sends a logged delivery once more, under the same id, as redelivery does. */
  redeliver(delivery: Delivery): void {
    this.#pending += 1;
    this.#tail = this.#tail.then(() => this.#post(delivery, JSON.stringify(delivery.payload)));
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

  async #post(delivery: Delivery, body: string): Promise<void> {
    try {
      const signal = AbortSignal.any([this.#abort.signal, AbortSignal.timeout(ANSWER_TIMEOUT_MS)]);
      const headers = this.#headers(delivery, body);
      const answer = await fetch(this.#hook.url(), { method: "POST", headers, body, signal });
      await answer.arrayBuffer();
      delivery.status = answer.status;
    } catch {
      delivery.status = 0;
    } finally {
      this.#pending -= 1;
    }
  }

  #headers(delivery: Delivery, body: string): Record<string, string> {
    const signature = createHmac("sha256", this.#hook.secret()).update(body).digest("hex");
    return {
      "content-type": "application/json",
      "user-agent": "GitHub-Hookshot/sandbox",
      "x-github-delivery": delivery.id,
      "x-github-event": delivery.event,
      "x-github-hook-id": String(this.#hook.appId),
      "x-github-hook-installation-target-id": String(this.#hook.appId),
      "x-github-hook-installation-target-type": "integration",
      "x-hub-signature-256": `sha256=${signature}`,
    };
  }
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
