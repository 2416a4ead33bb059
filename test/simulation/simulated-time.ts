/**
 * Time that a simulation owns. Libraries wait by the global timers and read the global clocks, so while a
 * simulation runs these are its own; only what node does inside goes on by itself.
 */
import { VirtualTime } from "../../sandbox/virtual-time.ts";
import { Life } from "./life.ts";
import { createRandom } from "./random.ts";

/**
 * Of the event loop, after which work that waits for promises only has come to its end. One is too few: bodies of
 * answers are streams, and so is what a client of Redis reads.
 */
const rounds = 3;

export class SimulatedTime extends VirtualTime {
  /** Calls that the sandbox is performing: time stands still for them. */
  #underWay = 0;
  #outside: Promise<void> | null = null;

  override async settle(): Promise<void> {
    for (let round = 0; round < rounds || this.#underWay > 0; round += 1) {
      if (this.#outside !== null) {
        await this.#outside;
        round = 0;
      }
      await super.settle();
    }
  }

  /** The same as `during`, for work that another process of the machine does: it gets the processor. */
  duringOutside<T>(work: () => Promise<T>): Promise<T> {
    const ended = this.during(work);
    const outside = ended.then(nothing, nothing);
    this.#outside = outside;
    void outside.then(() => {
      if (this.#outside === outside) this.#outside = null;
    });
    return ended;
  }

  /** Time does not go on before this is done. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.#underWay += 1;
    try {
      return await work();
    } finally {
      this.#underWay -= 1;
    }
  }

  sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      this.schedule(resolve, milliseconds);
    });
  }

  /** As GitHub writes it: whole seconds. */
  iso(): string {
    return new Date(this.now()).toISOString().replace(/\.\d+Z$/, "Z");
  }
}

function nothing(): void {}

class Timer {
  readonly cancel: () => void;

  constructor(cancel: () => void) {
    this.cancel = cancel;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }
}

/** Without a life, only housekeeping of libraries repeats by itself, and nothing lives long enough to need it. */
function repeat(life: Life | undefined, call: () => void, milliseconds: number): () => void {
  let cancel = () => {};
  const again = () => {
    cancel = life?.schedule(ring, milliseconds) ?? cancel;
  };
  function ring(): void {
    again();
    call();
  }
  again();
  return () => cancel();
}

/**
 * Global timers and clocks are the simulation's until `run` has ended, and so is chance: libraries vary by it how
 * long they wait.
 */
export async function withGlobalTime<T>(time: SimulatedTime, run: () => Promise<T>): Promise<T> {
  const { setTimeout, clearTimeout, setInterval, clearInterval } = globalThis;
  const now = Date.now;
  const chance = Math.random;
  const cancel = (timer: unknown) => timer instanceof Timer && timer.cancel();
  Object.assign(globalThis, {
    setTimeout: (call: (...args: unknown[]) => void, milliseconds = 0, ...args: unknown[]) =>
      new Timer((Life.current() ?? time).schedule(() => call(...args), milliseconds)),
    clearTimeout: cancel,
    setInterval: (call: () => void, milliseconds: number) =>
      new Timer(repeat(Life.current(), call, milliseconds)),
    clearInterval: cancel,
  });
  Date.now = time.now;
  Math.random = createRandom(0).next;
  Object.defineProperty(performance, "now", { value: time.now, configurable: true });
  try {
    return await run();
  } finally {
    Object.assign(globalThis, { setTimeout, clearTimeout, setInterval, clearInterval });
    Date.now = now;
    Math.random = chance;
    Reflect.deleteProperty(performance, "now");
  }
}
