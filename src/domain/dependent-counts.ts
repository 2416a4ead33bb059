/**
 * How many open items wait for each, directly or not. Exact transitive counts cost the square of the
 * issues, so counting stops at `reachLimit`, and what is known of a dependent is used where it can be.
 */
import type { Step } from "./steps.ts";

/** Beyond this many, dependents are not told apart. */
export const reachLimit = 1000;

/** By step: how many wait for a member of it, the member itself left out; at most `reachLimit`. */
export function countDependents(steps: readonly Step[]): Uint32Array {
  const behind = new Uint32Array(steps.length);
  const metBy = new Uint32Array(steps.length).fill(steps.length);
  for (let index = steps.length - 1; index >= 0; index -= 1) {
    behind[index] = countBehind(index, steps, behind, metBy);
  }
  return behind.map((count, index) =>
    Math.min(count + (steps[index]?.members.length ?? 1) - 1, reachLimit),
  );
}

/** One dependent, or one with enough behind it, says it all; else they are walked. */
function countBehind(
  index: number,
  steps: readonly Step[],
  behind: Uint32Array,
  metBy: Uint32Array,
): number {
  const after = steps[index]?.after ?? [];
  let most = 0;
  for (const one of after) {
    most = Math.max(most, (behind[one] ?? 0) + (steps[one]?.members.length ?? 0));
  }
  if (after.length < 2 || most >= reachLimit) return Math.min(most, reachLimit);
  return walkBehind(index, steps, metBy);
}

/** `metBy` holds, by step, the last walk that met it: cheaper than a set for each walk. */
function walkBehind(start: number, steps: readonly Step[], metBy: Uint32Array): number {
  const waiting = [...(steps[start]?.after ?? [])];
  let count = 0;
  for (let one = waiting.pop(); one !== undefined && count < reachLimit; one = waiting.pop()) {
    const step = steps[one];
    if (!step || metBy[one] === start) continue;
    metBy[one] = start;
    count += step.members.length;
    for (const dependent of step.after) {
      if (metBy[dependent] !== start) waiting.push(dependent);
    }
  }
  return Math.min(count, reachLimit);
}
