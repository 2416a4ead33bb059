/**
 * Time that a simulation owns. Libraries wait by the global timers and read the global clocks, so while a
 * simulation runs these are its own; only what node does inside goes on by itself.
 */
import { VirtualTime } from "../../sandbox/virtual-time.ts";

/** Rounds of the event loop after which work that waits for promises only has come to its end. */
const rounds = 3;

export class SimulatedTime extends VirtualTime {
  /** Calls that the sandbox is performing: time stands still for them. */
  #underWay = 0;

  override async settle(): Promise<void> {
    for (let round = 0; round < rounds || this.#underWay > 0; round += 1) await super.settle();
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

/** Global timers and clocks are the simulation's until `run` has ended. */
export async function withGlobalTime<T>(time: SimulatedTime, run: () => Promise<T>): Promise<T> {
  const { setTimeout, clearTimeout, setInterval, clearInterval } = globalThis;
  const now = Date.now;
  const cancel = (timer: unknown) => timer instanceof Timer && timer.cancel();
  Object.assign(globalThis, {
    setTimeout: (call: (...args: unknown[]) => void, milliseconds = 0, ...args: unknown[]) =>
      new Timer(time.schedule(() => call(...args), milliseconds)),
    clearTimeout: cancel,
    // Only housekeeping of libraries repeats by itself, and nothing lives long enough to need it.
    setInterval: () => new Timer(() => {}),
    clearInterval: cancel,
  });
  Date.now = time.now;
  Object.defineProperty(performance, "now", { value: time.now, configurable: true });
  try {
    return await run();
  } finally {
    Object.assign(globalThis, { setTimeout, clearTimeout, setInterval, clearInterval });
    Date.now = now;
    Reflect.deleteProperty(performance, "now");
  }
}
