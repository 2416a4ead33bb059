/** Runs of consecutive numbers within a set: what may be written as "404-407" and what may not. */

export interface Run {
  readonly first: number;
  readonly last: number;
}

const shortestRun = 3;

/**
 * The numbers, ascending and once each, as runs. Three or more in a row make one run, fewer stay
 * single. Every number between `first` and `last` is in the set.
 */
export function findRuns(numbers: Iterable<number>): readonly Run[] {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const runs: { first: number; last: number }[] = [];
  for (const number of sorted) {
    const open = runs.at(-1);
    if (open && number === open.last + 1) open.last = number;
    else runs.push({ first: number, last: number });
  }
  return runs.flatMap((run) => (run.last - run.first + 1 < shortestRun ? singles(run) : [run]));
}

function singles(run: Run): readonly Run[] {
  const numbers = run.first === run.last ? [run.first] : [run.first, run.last];
  return numbers.map((number) => ({ first: number, last: number }));
}
