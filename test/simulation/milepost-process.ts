/**
 * One process of Milepost from its real parts, on time and calls that the simulation owns. Killed, it does
 * nothing any more: its calls never return, its timers never ring, its queue is gone.
 */
import type { Delivery } from "../../sandbox/webhooks/delivery-queue.ts";
import { translateEvent } from "../../src/app/translate-event.ts";
import { createWakeUps } from "../../src/app/wake-ups.ts";
import type { WebhookPayload } from "../../src/app/webhook-payload.ts";
import { createMemoryQueue } from "../../src/backends/memory/memory-queue.ts";
import type { Hint } from "../../src/engine/hint.ts";
import type {
  Clock,
  Log,
  RepositoryAddress,
  RepositoryCache,
  SyncQueue,
} from "../../src/engine/ports.ts";
import type { SyncSettings } from "../../src/engine/sync-job.ts";
import { createSyncJob } from "../../src/engine/sync-job.ts";
import type { SyncPorts } from "../../src/engine/sync-ports.ts";
import { createChangeApplier } from "../../src/github/apply-change.ts";
import { createBotIdReader } from "../../src/github/bot-id.ts";
import { createOctokitClass } from "../../src/github/octokit.ts";
import type { PacingSettings } from "../../src/github/pacing.ts";
import { createPeople } from "../../src/github/people.ts";
import { createRepositoryReader } from "../../src/github/repository-reader.ts";
import type { SimulatedTime } from "./simulated-time.ts";

export interface ProcessOptions {
  readonly time: SimulatedTime;
  readonly fetch: typeof fetch;
  readonly token: string;
  readonly slug: string;
  readonly address: RepositoryAddress;
  readonly cache: RepositoryCache;
  readonly log: Log;
}

/** One process, or several that do its work. */
export interface Milepost {
  /** Jobs that have begun and not ended. */
  readonly running: number;
  /** False where it was not taken. */
  receive(delivery: Pick<Delivery, "id" | "event">, payload: WebhookPayload): Promise<boolean>;
  /** Looks at everything anew. */
  resync(): Promise<void>;
  kill(): void;
}

/** How often everything is looked at anew, in case events were lost. */
export const resyncMilliseconds = 3 * 3_600_000;
export const tickMilliseconds = 5 * 60_000;

export const resync: readonly Hint[] = [{ kind: "everything" }, { kind: "missed-texts" }];

export class MilepostProcess implements Milepost {
  isAlive = true;
  /** Jobs that have begun and not ended. */
  running = 0;
  readonly #options: ProcessOptions;
  readonly #queue: SyncQueue;

  constructor(options: ProcessOptions) {
    this.#options = options;
    const { time, log } = options;
    const schedule = (milliseconds: number, run: () => void) => this.#schedule(milliseconds, run);
    this.#queue = createMemoryQueue({ log, schedule });
    const clock: Clock = { now: () => time.iso() };
    const wakeUps = createWakeUps(clock, this.#queue);
    const job = createSyncJob(
      { ...portsOf({ ...options, clock, fetch: this.#fetchWhileAlive }), onSynced: wakeUps.note },
      {},
    );
    this.#queue.start(async (of, hints) => {
      this.running += 1;
      try {
        return await job(of, hints);
      } finally {
        this.running -= 1;
      }
    });
    void this.resync();
    this.#repeat(tickMilliseconds, () => wakeUps.tick());
    this.#repeat(resyncMilliseconds, () => this.resync());
  }

  async receive(delivery: Pick<Delivery, "id" | "event">, payload: WebhookPayload) {
    await receiveDelivery(this.#queue, this.#options.slug, delivery, payload);
    return true;
  }

  /** Looks at everything anew. */
  resync(): Promise<void> {
    return this.#queue.request(this.#options.address, resync);
  }

  kill(): void {
    this.isAlive = false;
  }

  readonly #fetchWhileAlive: typeof fetch = async (...call) => {
    if (!this.isAlive) return never();
    const answer = await this.#options.fetch(...call).catch((error: unknown) => ({ error }));
    if (!this.isAlive) return never();
    if ("error" in answer) throw answer.error;
    return answer;
  };

  #schedule(milliseconds: number, run: () => void): () => void {
    return this.#options.time.schedule(() => {
      if (this.isAlive) run();
    }, milliseconds);
  }

  #repeat(milliseconds: number, run: () => Promise<void>): void {
    this.#schedule(milliseconds, () => {
      void run();
      this.#repeat(milliseconds, run);
    });
  }
}

/** Rejects where the queue takes nothing. */
export async function receiveDelivery(
  queue: Pick<SyncQueue, "request">,
  slug: string,
  { id, event }: Pick<Delivery, "id" | "event">,
  payload: WebhookPayload,
): Promise<void> {
  const translation = translateEvent(event, payload, slug);
  if (translation.kind !== "sync") return;
  const cause = { kind: "cause", delivery: id, event, receivedAt: 0 } as const;
  for (const { address, hints } of translation.requests) {
    await queue.request(address, [...hints, cause]);
  }
}

function never(): Promise<never> {
  return new Promise(() => {});
}

type PortsOptions = Omit<ProcessOptions, "address" | "time"> &
  Pick<PacingSettings, "takeTurn"> & { readonly clock: Clock };

/** What a sync works with. */
export function portsOf(options: PortsOptions): SyncPorts {
  const { clock, fetch, token, slug, cache, log, takeTurn } = options;
  const Octokit = createOctokitClass({ takeTurn, fetch });
  // Pacing tells installations apart by this field, which a token alone does not have.
  const octokit = new Octokit({ auth: { token, installationId: 1 } });
  const octokitFor = async () => octokit;
  const reader = createRepositoryReader({ octokitFor, readBotId: createBotIdReader(slug) });
  const people = createPeople({ octokitFor, clock });
  return { reader, applier: createChangeApplier(octokitFor), people, cache, clock, log };
}

/** One sync without a queue, to the end. */
export function runOnce(
  options: PortsOptions & Pick<ProcessOptions, "address">,
  settings: SyncSettings,
  onSynced: SyncPorts["onSynced"],
) {
  return createSyncJob({ ...portsOf(options), onSynced }, settings)(options.address, resync);
}
