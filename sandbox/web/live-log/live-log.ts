/**
 * Joins what a sandbox sends and answers with what the App says of it into rounds, newest last. A round
 * begins with something that happens and ends when the App has done what it caused; what happens
 * meanwhile belongs to it, the App's own writes too.
 */
import type { ApiCall } from "../../call-log.ts";
import type { Sandbox } from "../../start-sandbox.ts";
import type { Delivery } from "../../webhooks/delivery-queue.ts";
import type { WorldEvent } from "../../world/world-event.ts";
import { describeEvent, describeWebhook } from "./describe-event.ts";
import type { AppNews, Round, RoundResult, Verdict, WebhookEntry } from "./round.ts";

/** Older rounds are forgotten. */
const roundsKept = 200;

/** "world" is something that every page may show, "log" something that only the log does. */
export type Stir = "world" | "log";

let logs = 0;

export class LiveLog {
  readonly rounds: Round[] = [];
  readonly #sandbox: Sandbox;
  readonly #listeners = new Set<(stir: Stir) => void>();
  readonly #life = Promise.withResolvers<void>();
  readonly #number: number;
  #count = 0;
  #deliveriesSeen: number;
  #version = 0;

  /** Records from now on. */
  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox;
    logs += 1;
    this.#number = logs;
    this.#deliveriesSeen = sandbox.deliveries.length;
    sandbox.world.listen((event) => this.#addEvent(event));
    sandbox.calls.listen((call) => this.#addCall(call));
  }

  /** Another one for everything that pages may show, and in every log. */
  get version(): string {
    return `${this.#number}.${this.#version}`;
  }

  /** Resolves when nothing more is told, because what it told of is over. */
  get ended(): Promise<void> {
    return this.#life.promise;
  }

  end(): void {
    this.#life.resolve();
  }

  /** Calls back at everything new; the result ends it. */
  listen(listener: (stir: Stir) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** What the App says. */
  tell(news: AppNews): void {
    if (news.about === "delivery") this.#judge(news.delivery, news.verdict);
    else if (news.about === "work") this.#finish(news.result);
    else this.#addLife(news.what);
    // Every page says what the App did last.
    this.stir(news.about === "delivery" ? "log" : "world");
  }

  /** Tells pages that something changed which no event tells of. */
  stir(kind: Stir): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener(kind);
  }

  #addEvent(event: WorldEvent): void {
    this.#addDeliveries(describeEvent(event), {
      ...{ name: describeWebhook(event), sender: event.sender.login },
      event: event.name,
    });
    this.#closeUnheard();
    this.stir("world");
    void this.#sandbox.settled().then(() => this.#closeUnheard() && this.stir("log"));
  }

  /** What was sent since; without anything sent, what was to be told was lost. */
  #addDeliveries(cause: string, told?: Told): void {
    const { deliveries } = this.#sandbox;
    const sent = deliveries.slice(this.#deliveriesSeen);
    this.#deliveriesSeen = deliveries.length;
    const entries = sent.map((delivery): WebhookEntry => {
      const isTold = told !== undefined && delivery.event === told.event;
      const { name, sender } = isTold ? told : { name: deliveryName(delivery), sender: "GitHub" };
      return { name, sender, delivery, verdict: undefined };
    });
    if (told !== undefined && sent.every(({ event }) => event !== told.event)) {
      const { name, sender } = told;
      entries.push({ name, sender, delivery: undefined, verdict: undefined });
    }
    if (entries.length > 0) this.#current(cause).webhooks.push(...entries);
  }

  #addCall(call: ApiCall): void {
    const round = this.#current(this.#causeOfCall());
    round.calls.push({ call, after: performance.now() - round.startedAt });
    // Reactions are told to nobody: a write may have changed what no event tells of.
    this.stir(call.kind === "write" ? "world" : "log");
  }

  /** A call that nothing in the world has caused. */
  #causeOfCall(): string {
    const last = this.rounds.at(-1)?.end?.result;
    if (last === undefined) return "First look at the plan";
    const isRetry = last.kind === "failed" && last.retrySeconds !== null;
    return isRetry ? "Another try" : "A look without being told";
  }

  #judge(delivery: string, verdict: Verdict): void {
    this.#addDeliveries("Installed");
    const isMeant = (entry: WebhookEntry) => entry.delivery?.id === delivery;
    const round = this.rounds.findLast(({ webhooks }) => webhooks.some(isMeant));
    const entry = round?.webhooks.find(isMeant);
    if (entry) entry.verdict = verdict;
    this.#closeUnheard();
  }

  #finish(result: RoundResult): void {
    const round = this.#open();
    if (round === undefined) return;
    round.end = { after: performance.now() - round.startedAt, result: withAnswers(round, result) };
  }

  #addLife(what: string): void {
    this.#finish({ kind: "failed", because: what, retrySeconds: null });
    const round = this.#begin(what);
    round.end = { after: 0, result: { kind: "life", what } };
  }

  /** A round of which the App heard nothing, or wants to know nothing, is over. */
  #closeUnheard(): boolean {
    const round = this.#open();
    if (round === undefined || round.calls.length > 0) return false;
    const reasons = round.webhooks.map(reasonForNothing);
    if (reasons.includes(undefined)) return false;
    this.#finish({ kind: "nothing", because: [...new Set(reasons)].join("; ") });
    return true;
  }

  #current(cause: string): Round {
    return this.#open() ?? this.#begin(cause);
  }

  #open(): Round | undefined {
    const last = this.rounds.at(-1);
    return last?.end === undefined ? last : undefined;
  }

  #begin(cause: string): Round {
    this.#count += 1;
    const round: Round = {
      id: this.#count,
      cause,
      at: this.#sandbox.clock.iso(),
      startedAt: performance.now(),
      webhooks: [],
      calls: [],
      end: undefined,
    };
    this.rounds.push(round);
    if (this.rounds.length > roundsKept) this.rounds.shift();
    return round;
  }
}

/** What the world tells of. */
interface Told {
  readonly name: string;
  readonly sender: string;
  /** The value of `X-GitHub-Event`. */
  readonly event: string;
}

function deliveryName({ event, action }: Delivery): string {
  return action === undefined ? event : `${event}.${action}`;
}

/** An App may write in conversations and say of its surfaces that it wrote none. */
function withAnswers({ calls }: Round, result: RoundResult): RoundResult {
  const hasWritten = calls.some(({ call: { kind, status } }) => {
    return kind === "write" && status >= 200 && status < 300;
  });
  return result.kind === "nothing" && hasWritten ? { kind: "wrote", what: ["an answer"] } : result;
}

/** Why a webhook caused nothing; undefined where it did, or may still. */
function reasonForNothing({ delivery, verdict }: WebhookEntry): string | undefined {
  if (delivery === undefined) return "the webhook was lost on its way";
  if (delivery.status === 0) return "nobody answered the webhook";
  return verdict?.kind === "ignored" ? verdict.because : undefined;
}
