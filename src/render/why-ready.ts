/** Why an issue is worth doing next: what it frees and who waits behind it, in a few words. */

import { reachLimit } from "../domain/dependent-counts.ts";
import type { Plan, PlannedItem } from "../domain/plan.ts";
import { plural } from "./count-text.ts";
import { firstOf, joinWords } from "./names.ts";

/** How the sentence names things: linked on one surface, plain on another. */
export interface Naming {
  /** At most `limit` words, then "and 12 more". */
  readonly issues: (numbers: readonly number[], limit: number) => readonly string[];
  readonly milestone: (number: number) => string;
}

const shown = 10;

/**
 * "frees #404, #405 directly, 6 issues in all, and M3 Core Loop waits behind it"; "nothing waits for
 * it". No capital, no full stop.
 */
export function whyReady(item: PlannedItem, naming: Naming): string {
  const parts = [...freeing(item, naming), ...milestonesBehind(item, naming)];
  return parts.length === 0 ? "nothing waits for it" : parts.join(", and ");
}

/** Ready issues, the most worthwhile first: START HERE, then by what waits for them, then number. */
export function byWorth(plan: Plan, numbers: readonly number[], first: number | null) {
  return numbers
    .flatMap((number) => plan.items.get(number) ?? [])
    .sort(
      (a, b) =>
        Number(b.number === first) - Number(a.number === first) ||
        b.dependentCount - a.dependentCount ||
        a.number - b.number,
    );
}

/** "6 issues", "at least 1000 issues". */
export function dependentsText(count: number): string {
  return count >= reachLimit ? `at least ${plural(reachLimit, "issue")}` : plural(count, "issue");
}

function freeing(item: PlannedItem, naming: Naming): readonly string[] {
  if (item.dependentCount === 0) return [];
  if (item.frees.length === 0) return [`${dependentsText(item.dependentCount)} wait for it`];
  const freed = naming.issues(item.frees, shown).join(", ");
  const all = item.dependentCount > item.frees.length;
  return [`frees ${freed} directly${all ? `, ${dependentsText(item.dependentCount)} in all` : ""}`];
}

function milestonesBehind(item: PlannedItem, naming: Naming): readonly string[] {
  const behind = item.standsBefore;
  if (behind.length === 0) return [];
  const verb = behind.length === 1 ? "waits" : "wait";
  return [`${joinWords(firstOf(behind, shown, naming.milestone))} ${verb} behind it`];
}
