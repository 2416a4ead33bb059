/**
 * The nodes without slack: delaying one delays the whole. How long it takes to the end of a step is the same
 * whatever is asked, so it is found once; a question then walks back along the longest ways only, however
 * much lies before.
 */
import { sortNumbers } from "./sort-numbers.ts";
import type { Step } from "./steps.ts";

/** Sums of fractions differ with the order of adding; less than this part of the whole is no slack. */
const rounding = 1e-9;

/** By a step's index. */
export interface Durations {
  /** How long each step takes, in any unit, at least 0. */
  readonly weights: Float64Array;
  /** The longest way to the end of each step. */
  readonly finishes: Float64Array;
}

/** Fills in `finishes` for these steps, which are ascending and hold all that any of them waits for; for all unless given. */
export function findFinishes(
  steps: readonly Step[],
  { weights, finishes }: Durations,
  indexes?: readonly number[],
): void {
  const { length } = indexes ?? steps;
  for (let place = 0; place < length; place += 1) {
    const index = indexes?.[place] ?? place;
    let start = 0;
    for (const one of steps[index]?.before ?? []) start = Math.max(start, finishes[one] ?? 0);
    finishes[index] = start + (weights[index] ?? 0);
  }
}

/** The nodes that are critical for the end of all of the steps `ends`, by level. */
export function criticalPath(
  steps: readonly Step[],
  durations: Durations,
  ends: readonly number[],
): readonly (readonly number[])[] {
  const finish = (index: number) => durations.finishes[index] ?? 0;
  const longest = ends.reduce((most, end) => Math.max(most, finish(end)), 0);
  const slack = longest * rounding;
  const last = ends.filter((end) => longest - finish(end) <= slack);
  return levels(steps, withoutGaps(steps, durations, last, slack));
}

/** The steps from which one comes to the last ones and waits nowhere longer than `slack`; ascending. */
function withoutGaps(
  steps: readonly Step[],
  { weights, finishes }: Durations,
  last: readonly number[],
  slack: number,
): readonly number[] {
  const found = new Set(last);
  for (const index of found) {
    const start = (finishes[index] ?? 0) - (weights[index] ?? 0);
    for (const one of steps[index]?.before ?? []) {
      if (start - (finishes[one] ?? 0) <= slack) found.add(one);
    }
  }
  return sortNumbers([...found]);
}

/** The members of ascending steps, each on the level after the last step that it waits for among them. */
function levels(
  steps: readonly Step[],
  indexes: readonly number[],
): readonly (readonly number[])[] {
  const depths = new Map<number, number>();
  const found: number[][] = [];
  for (const index of indexes) {
    const { before, members } = steps[index] ?? { before: [], members: [] };
    const depth = before.reduce((most, one) => Math.max(most, (depths.get(one) ?? -1) + 1), 0);
    depths.set(index, depth);
    const level = found[depth];
    if (level) level.push(...members);
    else found[depth] = [...members];
  }
  return found.map((members) => members.sort((a, b) => a - b));
}
