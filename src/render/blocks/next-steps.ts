/** What to start next in any milestone that is not blocked, why, and what can start after it. */
import { findNextSteps } from "../../domain/next-steps.ts";
import type { PlannedItem, PlannedMilestone } from "../../domain/plan.ts";
import { type Block, type BlockContext, wordsInEach } from "../block.ts";
import { numberOf } from "../block-options.ts";
import { plural } from "../count-text.ts";
import {
  assigneesText,
  capitalised,
  firstOf,
  joinWords,
  milestoneName,
  milestoneTitle,
  named,
  shortNameOf,
  titleOf,
} from "../names.ts";
import { whyReady } from "../why-ready.ts";

const stepsShown = 5;
const milestonesShown = 8;

export const nextSteps: Block = {
  name: "next-steps",
  summary: "What to start next, best first, why, and what becomes ready after it.",
  kind: "block",
  speaksOfAll: true,
  options: [
    {
      name: "limit",
      meaning: "How many steps at most.",
      values: "number",
      default: String(stepsShown),
    },
  ],
  example: "<!-- milepost:next-steps limit=3 -->",
  render(context) {
    const { plan, milestones, options } = context;
    const { items, afterwards } = findNextSteps(plan, milestones);
    if (items.length === 0) return `_${nothingText(milestones)}_`;
    const limit = numberOf(options, "limit", stepsShown);
    const shown = items.slice(0, limit);
    const words = wordsInEach(2 * shown.length);
    const hidden = items.length - shown.length;
    const steps = shown.map((item, index) => stepText(context, item, index + 1, words));
    return [
      steps.join("\n"),
      ...(hidden > 0 ? [`_${hidden} more can start as well._`] : []),
      ...(afterwards.length > 0 ? [afterwardsText(afterwards)] : []),
    ].join("\n\n");
  },
};

function stepText(context: BlockContext, item: PlannedItem, place: number, words: number): string {
  const { plan, links } = context;
  const why = whyReady(item, {
    issues: (numbers, limit) => links.list(numbers, Math.min(limit, words)),
    milestone: (number) => `**${milestoneName(plan, number)}**`,
  });
  const where = plan.milestones.length > 1 ? ` (${milestoneName(plan, item.milestone ?? 0)})` : "";
  const title = named(links.ref(item.number), titleOf(plan, item.number));
  const who = capitalised(assigneesText(item.assignees));
  const head = `${place}. ${title}${where}: ${why}. ${who}.`;
  const freed = firstOf(item.frees, words, (number) =>
    named(links.ref(number), shortNameOf(plan, number)),
  );
  return freed.length === 0 ? head : `${head}\n    - Then: ${freed.join(", ")}`;
}

function afterwardsText(milestones: readonly PlannedMilestone[]): string {
  const names = milestones.slice(0, milestonesShown).map((milestone) => {
    const size = plural(milestone.remaining.length, "issue");
    return `**${milestoneTitle(milestone)}** (${size})`;
  });
  const rest = milestones.length - names.length;
  const all = [...names, ...(rest > 0 ? [`${rest} more`] : [])];
  return `Once these are closed, ${joinWords(all)} can start.`;
}

function nothingText(milestones: readonly PlannedMilestone[]): string {
  const open = milestones.filter(({ remaining }) => remaining.length > 0);
  if (open.length === 0) return "Nothing is open, so there is no next step.";
  const busy = open.reduce((sum, { inProgress }) => sum + inProgress.length, 0);
  if (busy === 0) return "Nothing can start: all that is open is blocked or on hold.";
  const verb = busy === 1 ? "is" : "are";
  return `Nothing more can start now: ${plural(busy, "issue")} ${verb} in progress.`;
}
