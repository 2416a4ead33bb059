/**
 * The queue of one process: a table of repositories, each in one state, and nothing on disk (what a
 * process loses when it dies is found again in GitHub when the next one starts).
 *
 *   settling → ready → running → (gone | later | backing off | settling again)
 *
 * Races, and what decides them: a request while its job runs is kept apart from what that job took, so
 * it is never counted as done, and causes one more job. A request while settling moves the end of the
 * settling, at most to its limit. One that meets `later` replaces it. One that meets a back-off joins it
 * and does not shorten it, because a rate limit may be its reason. A repository that waits for itself
 * is not in the list of ready ones, so it holds up no other.
 */
import type { Hint } from "../../engine/hint.ts";
import type {
  Job,
  JobOutcome,
  Log,
  MeasuredQueue,
  QueueDepth,
  RepositoryAddress,
} from "../../engine/ports.ts";
import { defaultRetries, judgeFailure } from "../judge-failure.ts";
import { repositoryKey } from "../repository-key.ts";

/** Runs something once after a time; the result cancels it. */
export type Schedule = (milliseconds: number, run: () => void) => () => void;

export interface MemoryQueueOptions {
  readonly log: Log;
  /** One action of a person sends up to four webhooks: wait this long after the last… */
  readonly settleMilliseconds?: number;
  /** …but no longer than this after the first. */
  readonly settleAtMostMilliseconds?: number;
  /** Jobs at once, of different repositories. */
  readonly concurrency?: number;
  /** Waits before the second try, the third, …; the last one before every further try. */
  readonly retryMilliseconds?: readonly number[];
  readonly schedule?: Schedule;
}

type State = "settling" | "ready" | "running" | "later" | "backing off";

interface Entry {
  readonly key: string;
  address: RepositoryAddress;
  state: State;
  /** Wanted by requests that no job has taken yet, without doubles. */
  hints: Map<string, Hint>;
  /** A request came, perhaps without hints, since the last job took them. */
  isRequested: boolean;
  failures: number;
  cancelTimer: () => void;
  cancelLimit: () => void;
}

export function createMemoryQueue(options: MemoryQueueOptions): MeasuredQueue {
  return new MemoryQueue(options);
}

class MemoryQueue implements MeasuredQueue {
  readonly #options: Required<MemoryQueueOptions>;
  readonly #entries = new Map<string, Entry>();
  readonly #ready: Entry[] = [];
  readonly #running = new Set<Entry>();
  #job: Job | null = null;
  #isStopped = false;
  #waiting: (() => void)[] = [];

  constructor(options: MemoryQueueOptions) {
    this.#options = {
      settleMilliseconds: 200,
      settleAtMostMilliseconds: 2_000,
      concurrency: 4,
      retryMilliseconds: defaultRetries,
      schedule: scheduleByTimeout,
      ...options,
    };
  }

  async request(address: RepositoryAddress, hints: readonly Hint[]): Promise<void> {
    if (this.#isStopped) return;
    const key = repositoryKey(address);
    const known = this.#entries.get(key);
    const entry = known ?? newEntry(key, address);
    this.#entries.set(key, entry);
    entry.address = address;
    entry.isRequested = true;
    for (const hint of hints) entry.hints.set(JSON.stringify(hint), hint);
    if (!known || entry.state === "later") this.#beginSettling(entry);
    else if (entry.state === "settling") this.#extendSettling(entry);
  }

  start(job: Job): void {
    this.#job = job;
    this.#fill();
  }

  idle(): Promise<void> {
    return this.#until(() => this.#entries.size === 0);
  }

  async depth(): Promise<QueueDepth> {
    const due = this.#ready.length + this.#running.size;
    return { due, later: this.#entries.size - due };
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#ready.length = 0;
    for (const entry of [...this.#entries.values()]) {
      if (!this.#running.has(entry)) this.#forget(entry);
    }
    await this.#until(() => this.#running.size === 0);
  }

  #beginSettling(entry: Entry): void {
    const { schedule, settleAtMostMilliseconds } = this.#options;
    cancelTimers(entry);
    entry.state = "settling";
    entry.cancelLimit = schedule(settleAtMostMilliseconds, () => this.#makeReady(entry));
    this.#extendSettling(entry);
  }

  #extendSettling(entry: Entry): void {
    const { schedule, settleMilliseconds } = this.#options;
    entry.cancelTimer();
    entry.cancelTimer = schedule(settleMilliseconds, () => this.#makeReady(entry));
  }

  #makeReady(entry: Entry): void {
    cancelTimers(entry);
    entry.state = "ready";
    this.#ready.push(entry);
    this.#fill();
  }

  #fill(): void {
    while (this.#job && this.#running.size < this.#options.concurrency) {
      const entry = this.#ready.shift();
      if (!entry) return;
      void this.#run(entry, this.#job);
    }
  }

  async #run(entry: Entry, job: Job): Promise<void> {
    const taken = entry.hints;
    entry.hints = new Map();
    entry.isRequested = false;
    entry.state = "running";
    this.#running.add(entry);
    try {
      const outcome = await job(entry.address, [...taken.values()]);
      this.#endWell(entry, outcome);
    } catch (error) {
      this.#endBadly(entry, taken, error);
    }
    this.#running.delete(entry);
    if (this.#isStopped) this.#forget(entry);
    this.#tellWaiting();
    this.#fill();
  }

  #endWell(entry: Entry, outcome: JobOutcome): void {
    entry.failures = 0;
    if (entry.isRequested || outcome.kind === "done") this.#goOn(entry);
    else this.#wait(entry, "later", outcome.milliseconds);
  }

  #endBadly(entry: Entry, taken: ReadonlyMap<string, Hint>, error: unknown): void {
    const { log, retryMilliseconds } = this.#options;
    const { key: repository, failures } = entry;
    const failed = { repository, hints: [...taken.values()], error, failures };
    const milliseconds = judgeFailure(failed, retryMilliseconds, log);
    if (milliseconds !== null) {
      entry.failures += 1;
      entry.hints = new Map([...taken, ...entry.hints]);
      this.#wait(entry, "backing off", milliseconds);
      return;
    }
    entry.failures = 0;
    this.#goOn(entry);
  }

  /** One more job for what was requested meanwhile, else the repository leaves the table. */
  #goOn(entry: Entry): void {
    if (entry.isRequested) this.#beginSettling(entry);
    else this.#forget(entry);
  }

  #wait(entry: Entry, state: "later" | "backing off", milliseconds: number): void {
    entry.state = state;
    entry.cancelTimer = this.#options.schedule(milliseconds, () => this.#makeReady(entry));
  }

  #forget(entry: Entry): void {
    cancelTimers(entry);
    this.#entries.delete(entry.key);
    this.#tellWaiting();
  }

  async #until(isTrue: () => boolean): Promise<void> {
    while (!isTrue()) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #tellWaiting(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}

function newEntry(key: string, address: RepositoryAddress): Entry {
  return {
    key,
    address,
    state: "settling",
    hints: new Map(),
    isRequested: true,
    failures: 0,
    cancelTimer: nothing,
    cancelLimit: nothing,
  };
}

function cancelTimers(entry: Entry): void {
  entry.cancelTimer();
  entry.cancelLimit();
  entry.cancelTimer = nothing;
  entry.cancelLimit = nothing;
}

function nothing(): void {}

/** A timer of more than this, 24.8 days, rings at once. A job that runs too early waits again. */
const longestTimer = 2 ** 31 - 1;

function scheduleByTimeout(milliseconds: number, run: () => void): () => void {
  const timer = setTimeout(run, Math.min(milliseconds, longestTimer));
  return () => clearTimeout(timer);
}
