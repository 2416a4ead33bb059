/** A section for each milestone: a heading, and below it what is known of it, one line per fact. */
import type { Plan, PlannedMilestone } from "../../domain/plan.ts";
import { type Block, type BlockContext, wordsInEach } from "../block.ts";
import { numberOf } from "../block-options.ts";
import { plural, progressText } from "../count-text.ts";
import { markKey } from "../marks.ts";
import { completionText } from "../milestone-days.ts";
import { blockersOutside, needsMeanings, needsText } from "../milestone-needs.ts";
import { isBegun, standingOf } from "../milestone-standing.ts";
import { milestoneTitle, safeProse } from "../names.ts";

const sectionsShown = 60;

export const milestoneSections: Block = {
  name: "milestone-sections",
  summary: "A section for each milestone: status, progress, needs, days and what blocks it.",
  kind: "block",
  speaksOfAll: true,
  options: [
    {
      name: "level",
      meaning: "The level of the headings: 3 is written as three number signs.",
      values: ["2", "3", "4"],
      default: "3",
    },
  ],
  example: "<!-- milepost:milestone-sections level=3 -->",
  render(context) {
    const { plan, milestones } = context;
    if (milestones.length === 0) return "_No milestone yet._";
    const shown = milestones.slice(0, sectionsShown);
    const hidden = milestones.slice(sectionsShown);
    const more = `_And ${plural(hidden.length, "milestone")} more: see [all of them](${plan.url}/milestones)._`;
    return [
      ...shown.map((milestone) => section(context, milestone)),
      ...(hidden.length > 0 ? [more] : []),
      keyOfNeeds(plan, shown),
    ]
      .filter((part) => part !== "")
      .join("\n\n");
  },
};

/** A mark in a heading has its word in the status below it; those of needs may be others. */
function keyOfNeeds(plan: Plan, shown: readonly PlannedMilestone[]): string {
  const explained = new Set(shown.map((milestone) => standingOf(plan, milestone).mark));
  const used = shown.flatMap((milestone) => needsMeanings(plan, milestone));
  return markKey(used.filter(([mark]) => !explained.has(mark)));
}

function section(context: BlockContext, milestone: PlannedMilestone): string {
  const { plan, options } = context;
  const signs = "#".repeat(numberOf(options, "level", 3));
  const heading = `${signs} ${milestoneTitle(milestone)} ${standingOf(plan, milestone).mark}`;
  const facts = factsOf(context, milestone)
    .filter(([, text]) => text !== "")
    .map(([key, text]) => `- **${key}:** ${text}`);
  return [heading, "", ...facts].join("\n");
}

type Fact = readonly [key: string, text: string];

function factsOf(context: BlockContext, milestone: PlannedMilestone): readonly Fact[] {
  const { plan, milestones, links } = context;
  const { count, counted, note, unestimated } = milestone;
  const limit = wordsInEach(Math.min(milestones.length, sectionsShown));
  const hidden = milestone.remaining.some((one) => (plan.items.get(one)?.hiddenBlockers ?? 0) > 0);
  const blocking = [
    ...links.list(blockersOutside(plan, milestone), limit),
    ...(hidden ? ["an issue out of sight"] : []),
  ].join(", ");
  return [
    ["Status", standingOf(plan, milestone).word],
    ["Progress", counted.length === 0 ? "" : progressText(count, plan.unit)],
    ["Without an estimate", unestimated.length === 0 ? "" : plural(unestimated.length, "issue")],
    ["Needs", needsText(plan, milestone, links, limit)],
    ...daysOf(plan, milestone),
    ["Blocking issues", blocking === "" ? "None" : blocking],
    ["Note", note === null ? "" : safeProse(note)],
  ];
}

function daysOf(plan: Plan, milestone: PlannedMilestone): readonly Fact[] {
  const { startOn, dueOn, closedOn, state, riskFlags } = milestone;
  const isOverdue = riskFlags.some((flag) => flag.kind === "overdue");
  return [
    [isBegun(plan, milestone) ? "Started" : "Starts", startOn ?? ""],
    ["Due", dueOn === null ? "" : `${dueOn}${isOverdue ? " (overdue)" : ""}`],
    ["Completed", completionText(plan, milestone)],
    ["Closed", state === "complete" ? "" : (closedOn ?? "")],
  ];
}
