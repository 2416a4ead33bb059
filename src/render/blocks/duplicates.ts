/** Issues closed as duplicates, and of what. */
import type { Plan, PlannedMilestone } from "../../domain/plan.ts";
import type { IssueReference } from "../../domain/reference.ts";
import { type Block, type BlockContext, linesShown, renderMilestones } from "../block.ts";
import { findItem, firstOf, milestoneName } from "../names.ts";

export const duplicates: Block = {
  name: "duplicates",
  summary: "Issues closed as duplicates, and the issues they repeat.",
  kind: "block",
  options: [],
  example: '<!-- milepost:duplicates milestone="M2 Data Foundations" -->',
  render: (context) =>
    renderMilestones(
      context,
      (milestone) => duplicatesOf(context, milestone),
      "Nothing was closed as a duplicate.",
    ),
};

interface Pair {
  readonly number: number;
  readonly of: IssueReference | null;
}

const shortestRun = 3;

function duplicatesOf({ plan, links }: BlockContext, milestone: PlannedMilestone): string {
  const pairs = pairsAbout(plan, milestone);
  if (pairs.length === 0) return "";
  const words = firstOf(matchingRuns(plan, pairs), linesShown, (run) => {
    const targets = run.flatMap(({ of }) => (of === null ? [] : [of]));
    const refs = links.list(run.map(({ number }) => number)).join(", ");
    if (targets.length === 0) return refs;
    const word = run.length === 1 ? "duplicate" : "duplicates";
    const place = placeOf(plan, milestone, targets[0]);
    return `${refs} (${word} of ${links.list(targets).join(", ")}${place})`;
  });
  return `**Duplicates closed (${pairs.length}):** ${words.join(", ")}`;
}

/** Closed in this milestone, or in none and repeating what is or was in this one; ascending. */
function pairsAbout(plan: Plan, milestone: PlannedMilestone): readonly Pair[] {
  const moved = new Set<IssueReference>(milestone.moved.map((item) => item.number));
  return [...plan.items.values()]
    .filter((item) => item.resolution === "duplicate")
    .filter(({ milestone: own, duplicateOf: of }) => {
      if (own !== null || of === null) return own === milestone.number;
      return moved.has(of) || milestoneOf(plan, of) === milestone.number;
    })
    .map(({ number, duplicateOf }) => ({ number, of: duplicateOf }));
}

/** Runs in which both numbers go up together, all into one milestone; what makes no run stays single. */
function matchingRuns(plan: Plan, pairs: readonly Pair[]): readonly (readonly Pair[])[] {
  const runs: Pair[][] = [];
  for (const pair of pairs) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && follows(plan, last, pair)) run.push(pair);
    else runs.push([pair]);
  }
  return runs.flatMap((run) => (run.length < shortestRun ? run.map((pair) => [pair]) : [run]));
}

function follows(plan: Plan, last: Pair, next: Pair): boolean {
  if (typeof last.of !== "number" || typeof next.of !== "number") return false;
  const isNext = next.number === last.number + 1 && next.of === last.of + 1;
  return isNext && milestoneOf(plan, last.of) === milestoneOf(plan, next.of);
}

function milestoneOf(plan: Plan, reference: IssueReference): number | null {
  return findItem(plan, reference)?.milestone ?? null;
}

function placeOf(
  plan: Plan,
  milestone: PlannedMilestone,
  target: IssueReference | undefined,
): string {
  const number = target === undefined ? null : milestoneOf(plan, target);
  return number === null || number === milestone.number ? "" : ` in ${milestoneName(plan, number)}`;
}
