/**
 * A clock and a scheduler that stand still until told to go on: what is due runs in the order of its
 * time, ties in the order of asking, so that a simulation plays the same way every time.
 */
import type { Scheduler } from "./scheduler.ts";

interface Timer {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

export class VirtualTime {
  #now: number;
  #asked = 0;
  readonly #timers = new Set<Timer>();

  /** Starts at an ISO 8601 time. */
  constructor(start: string) {
    this.#now = Date.parse(start);
  }

  /** Milliseconds since 1970. */
  readonly now = (): number => this.#now;

  readonly schedule: Scheduler = (run, milliseconds) => {
    this.#asked += 1;
    const timer = { at: this.#now + Math.max(0, milliseconds), order: this.#asked, run };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  };

  /** Lets work that waits for nothing but promises come to its end. */
  async settle(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
  }

  /** Goes on by so many milliseconds, running on the way what becomes due. */
  async advance(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    await this.settle();
    for (let timer = this.#next(); timer !== undefined && timer.at <= end; timer = this.#next()) {
      await this.#run(timer);
    }
    this.#now = end;
  }

  /** Goes on until nothing is waiting; throws after so many timers, for then it never ends. */
  async runAll(most = 100_000): Promise<void> {
    await this.settle();
    for (let timer = this.#next(); timer !== undefined; timer = this.#next()) {
      if (most <= 0) throw new Error("sandbox: timers go on without end");
      most -= 1;
      await this.#run(timer);
    }
  }

  #next(): Timer | undefined {
    let first: Timer | undefined;
    for (const timer of this.#timers) {
      if (first === undefined || timer.at < first.at) first = timer;
      else if (timer.at === first.at && timer.order < first.order) first = timer;
    }
    return first;
  }

  async #run(timer: Timer): Promise<void> {
    this.#timers.delete(timer);
    this.#now = Math.max(this.#now, timer.at);
    timer.run();
    await this.settle();
  }
}
