/** Runs something every so often, in one process of all that ask for it. */
export interface Repetition {
  /**
   * Runs for the first time after one period; where several processes ask, at the time that the first of
   * them set. A run that fails is logged, and comes again in its time; one that takes long puts off the next.
   */
  repeat(name: string, everyMilliseconds: number, run: () => Promise<void>): Promise<void>;
  /** Begins no further run and resolves when the running ones have ended. */
  stop(): Promise<void>;
}
