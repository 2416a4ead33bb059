/** How much there is, how much is done, and why GitHub's milestone page may say something else. */
import type { Plan, PlannedMilestone } from "../../domain/plan.ts";
import { type Block, type BlockContext, cellWordsShown, renderMilestones } from "../block.ts";
import { amountText, countText, plural } from "../count-text.ts";
import { joinWords } from "../names.ts";

export const totals: Block = {
  name: "totals",
  summary: "Total, closed and open, and where GitHub's own milestone page counts differently.",
  kind: "block",
  options: [],
  example: '<!-- milepost:totals milestone="M2 Data Foundations" -->',
  render: (context) =>
    renderMilestones(
      context,
      (milestone) => totalsOf(context, milestone),
      "No milestone yet, so there is nothing to count.",
    ),
};

function totalsOf({ plan, links }: BlockContext, milestone: PlannedMilestone): string {
  const { completed, remaining, counted } = milestone;
  const list = (word: string, numbers: readonly number[]) =>
    numbers.length > 0
      ? [`- **${word}:** ${numbers.length} (${links.list(numbers, cellWordsShown).join(", ")})`]
      : [];
  const split = openStates(plan, milestone);
  return [
    `- **Total:** ${total(plan, milestone)}`,
    `- **Closed:** ${completed.length} ✅`,
    `- **Open:** ${remaining.length}${split === "" ? "" : ` (${split})`}`,
    ...(counted.length > 0 ? [`- **Done:** ${countText(milestone.count, plan.unit)}`] : []),
    ...list("Dropped, not counted", milestone.dropped),
    ...list("Duplicates, not counted", milestone.duplicates),
    ...list("Unestimated", milestone.unestimated),
    ...nativeDifference(milestone),
  ].join("\n");
}

function total(plan: Plan, milestone: PlannedMilestone): string {
  const issues = plural(milestone.counted.length, "issue");
  if (plan.unit === "issues") return issues;
  return `${amountText(milestone.count.total, plan.unit)} in ${issues}`;
}

/** "3 ready, 6 blocked, 2 epics": the open issues by state. */
export function openStates(plan: Plan, milestone: PlannedMilestone, separator = ", "): string {
  const count = (state: string) =>
    milestone.remaining.filter((number) => plan.items.get(number)?.state === state).length;
  const blocked = milestone.blocked.filter((number) => plan.items.get(number)?.isInProgress);
  const note = blocked.length > 0 ? ` (${blocked.length} already begun)` : "";
  const words = [
    [count("in-progress"), "in progress"],
    [count("ready"), "ready"],
    [count("blocked"), `blocked${note}`],
    [count("on-hold"), "on hold"],
    [count("tracker"), count("tracker") === 1 ? "epic" : "epics"],
  ] as const;
  return words
    .flatMap(([number, word]) => (number > 0 ? [`${number} ${word}`] : []))
    .join(separator);
}

function nativeDifference(milestone: PlannedMilestone): readonly string[] {
  const { native, counted, completed } = milestone;
  const total = native.open + native.closed;
  if (native.closed === completed.length && total === counted.length) return [];
  const others = total - counted.length - milestone.duplicates.length - milestone.dropped.length;
  const reasons = [
    ...some(milestone.duplicates.length, "duplicate"),
    ...some(milestone.dropped.length, "dropped issue"),
    ...(others > 0 ? [`${others} that do not count here, such as pull requests`] : []),
  ];
  const why = reasons.length > 0 ? `: it also counts ${joinWords(reasons)}` : "";
  return ["", `GitHub's milestone page says ${native.closed}/${total}${why}.`];
}

function some(count: number, singular: string): readonly string[] {
  return count > 0 ? [plural(count, singular)] : [];
}
