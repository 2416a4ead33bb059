/**
 * The sandbox's clock. Its own stands still between changes: every change of state moves it by one
 * second, reading moves nothing, so two runs of the same script see the same times. A clock that is
 * given goes as it likes, and several changes may fall into one second, as on GitHub.
 */
export class SandboxClock {
  #milliseconds: number;
  readonly #given: (() => number) | undefined;

  /** Starts at an ISO 8601 time, or follows a clock in milliseconds since 1970. */
  constructor(start: string | (() => number)) {
    this.#given = typeof start === "string" ? undefined : start;
    this.#milliseconds = typeof start === "string" ? Date.parse(start) : start();
    if (Number.isNaN(this.#milliseconds)) throw new Error(`sandbox: "${start}" is not an ISO time`);
  }

  /** The present time. */
  now(): Date {
    // GitHub's time never goes back, whatever a given clock does.
    if (this.#given !== undefined) {
      this.#milliseconds = Math.max(this.#milliseconds, this.#given());
    }
    return new Date(this.#milliseconds);
  }

  /** The present time as GitHub prints it: whole seconds, `2025-11-10T09:00:00Z`. */
  iso(): string {
    return this.now()
      .toISOString()
      .replace(/\.\d+Z$/, "Z");
  }

  /** A change of state begins: the own clock moves by a second. */
  tick(): void {
    if (this.#given === undefined) this.#milliseconds += 1000;
  }

  /** Moves the own clock forward; negative steps are refused, because GitHub's time never goes back. */
  advance(step: { readonly days?: number; readonly seconds?: number }): void {
    if (this.#given !== undefined) {
      throw new Error("sandbox: this clock follows the one it was given; move that one");
    }
    const seconds = (step.days ?? 0) * 86_400 + (step.seconds ?? 0);
    if (seconds < 0) throw new Error("sandbox: the clock cannot go back");
    this.#milliseconds += Math.round(seconds * 1000);
  }
}
