/**
 * The life of a simulated process. What it began goes on in it: timers that were set in its name ring only
 * while it lives, and late where it was frozen.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import type { VirtualTime } from "../../sandbox/virtual-time.ts";

const current = new AsyncLocalStorage<Life>();

export class Life {
  isAlive = true;
  /** Resolves when it is killed. */
  readonly ended: Promise<void>;
  readonly #time: Pick<VirtualTime, "now" | "schedule">;
  #end: () => void = () => {};
  #frozenUntil = 0;
  /** What would have rung while it was frozen. */
  #held: (() => void)[] = [];
  #stepsLeft = Number.POSITIVE_INFINITY;
  #die: () => void = () => {};

  constructor(time: Pick<VirtualTime, "now" | "schedule">) {
    this.#time = time;
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  /** Whose code runs here; undefined in a simulation without lives, and in what belongs to no process. */
  static current(): Life | undefined {
    return current.getStore();
  }

  get isFrozen(): boolean {
    return this.#time.now() < this.#frozenUntil;
  }

  run<T>(work: () => T): T {
    return current.run(this, work);
  }

  /** The result calls it off. */
  schedule(run: () => void, milliseconds: number): () => void {
    let isOff = false;
    const ring = () => {
      if (isOff || !this.isAlive) return;
      if (this.isFrozen) this.#held.push(ring);
      else this.run(run);
    };
    const cancel = this.#time.schedule(ring, milliseconds);
    return () => {
      isOff = true;
      cancel();
    };
  }

  /** The process sleeps, as one whose machine is suspended: nothing in it goes on until then. */
  freeze(milliseconds: number): void {
    this.#frozenUntil = Math.max(this.#frozenUntil, this.#time.now() + milliseconds);
    this.#time.schedule(() => this.isFrozen || this.wake(), milliseconds);
  }

  /** Goes on, though it was to be frozen for longer. */
  wake(): void {
    this.#frozenUntil = this.#time.now();
    for (const ring of this.#held.splice(0)) this.#time.schedule(ring, 0);
  }

  /** `die` is called at the n-th `step` from now: chance alone hardly ever falls between two of them. */
  dieAtStep(steps: number, die: () => void): void {
    this.#stepsLeft = steps;
    this.#die = die;
  }

  /** It has done something that others can see. */
  step(): void {
    this.#stepsLeft -= 1;
    if (this.#stepsLeft === 0) this.#die();
  }

  /** Hands `value` over when the process can take it: never, once it is dead. */
  hand<T>(value: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      value.then(
        (one) => this.#whenAwake(() => resolve(one)),
        (error: unknown) => this.#whenAwake(() => reject(error)),
      );
    });
  }

  kill(): void {
    this.isAlive = false;
    this.#end();
  }

  #whenAwake(run: () => void): void {
    if (this.isAlive && !this.isFrozen) run();
    else if (this.isAlive) this.schedule(run, 0);
  }
}
