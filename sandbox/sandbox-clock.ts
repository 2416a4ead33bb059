/**
 * The sandbox's own clock. It stands still between changes: every change of state moves it by one
 * second, reading moves nothing, so two runs of the same script see the same times.
 */
export class SandboxClock {
  #milliseconds: number;

  /** Starts at an ISO 8601 time; throws when it cannot be read. */
  constructor(start: string) {
    this.#milliseconds = Date.parse(start);
    if (Number.isNaN(this.#milliseconds)) throw new Error(`sandbox: "${start}" is not an ISO time`);
  }

  /** The present time. */
  now(): Date {
    return new Date(this.#milliseconds);
  }

  /** The present time as GitHub prints it: whole seconds, `2025-11-10T09:00:00Z`. */
  iso(): string {
    return this.now()
      .toISOString()
      .replace(/\.\d+Z$/, "Z");
  }

  /** Moves forward; negative steps are refused, because GitHub's time never goes back. */
  advance(step: { readonly days?: number; readonly seconds?: number }): void {
    const seconds = (step.days ?? 0) * 86_400 + (step.seconds ?? 0);
    if (seconds < 0) throw new Error("sandbox: the clock cannot go back");
    this.#milliseconds += Math.round(seconds * 1000);
  }
}
