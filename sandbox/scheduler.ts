/** Where waiting comes from, so that a simulation can own time. */

/** Runs a function so many milliseconds later; the result calls it off. */
export type Scheduler = (run: () => void, milliseconds: number) => () => void;

/** Waits by the real clock; a wait does not keep the process alive. */
export const realScheduler: Scheduler = (run, milliseconds) => {
  const timer = setTimeout(run, milliseconds);
  timer.unref();
  return () => clearTimeout(timer);
};

/** Resolves so many milliseconds later. */
export function sleep(schedule: Scheduler, milliseconds: number): Promise<void> {
  return new Promise((resolve) => schedule(resolve, milliseconds));
}
