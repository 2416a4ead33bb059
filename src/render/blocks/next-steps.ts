/** What to start next in any milestone that is not blocked, why, and what can start after it. */
import { findNextSteps } from "../../domain/next-steps.ts";
import type { PlannedItem, PlannedMilestone } from "../../domain/plan.ts";
import { type Block, type BlockContext, wordsInEach } from "../block.ts";
import { numberOf } from "../block-options.ts";
import { plural } from "../count-text.ts";
import { shortMilestoneName } from "../milestone-needs.ts";
import {
  assigneesText,
  capitalised,
  firstOf,
  milestoneName,
  milestoneTitle,
  named,
  shortNameOf,
  titleOf,
} from "../names.ts";
import { noteBelow } from "../notes.ts";
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
      ...(afterwards.length > 0 ? [afterwardsText(context, afterwards, words)] : []),
    ].join("\n\n");
  },
};

function stepText(context: BlockContext, item: PlannedItem, place: number, words: number): string {
  const { plan, links } = context;
  const why = whyReady(item, {
    issues: (numbers, limit) => links.list(numbers, Math.min(limit, words)),
    milestone: (number) => `**${shortMilestoneName(plan, number)}**`,
  });
  const isOnly = item.milestone === null || plan.milestones.length < 2;
  const where = isOnly ? "" : ` (${milestoneName(plan, item.milestone)})`;
  const title = named(links.ref(item.number), titleOf(plan, item.number));
  const who = capitalised(assigneesText(item.assignees));
  const head = `${place}. ${title}${where}: ${why}. ${who}.`;
  const freed = firstOf(item.frees, words, (number) =>
    named(links.ref(number), shortNameOf(plan, number)),
  );
  const then = freed.length === 0 ? "" : `\n    - Then: ${freed.join(", ")}`;
  return `${head}${noteBelow(item)}${then}`;
}

/** "**M3 Core Loop** (23 issues), once #407 is closed". */
function afterwardsText(
  { links }: BlockContext,
  milestones: readonly PlannedMilestone[],
  words: number,
): string {
  const lines = milestones.slice(0, milestonesShown).map((milestone) => {
    const { remaining, needs } = milestone;
    const verb = needs.direct.length === 1 ? "is" : "are";
    const until = `once ${links.list(needs.direct, words).join(", ")} ${verb} closed`;
    return `- **${milestoneTitle(milestone)}** (${plural(remaining.length, "issue")}), ${until}`;
  });
  const rest = milestones.length - lines.length;
  return ["**After that:**", "", ...lines, ...(rest > 0 ? [`- ${rest} more`] : [])].join("\n");
}

/** Why nothing can start in these milestones, as a sentence. */
export function nothingText(milestones: readonly PlannedMilestone[]): string {
  const open = milestones.filter(({ remaining }) => remaining.length > 0);
  if (open.length === 0) return "Nothing is open, so there is no next step.";
  const busy = open.reduce((sum, { inProgress }) => sum + inProgress.length, 0);
  if (busy === 0)
    return "Nothing can start: all that is open is blocked, on hold or in a milestone that waits.";
  const verb = busy === 1 ? "is" : "are";
  return `Nothing more can start now: ${plural(busy, "issue")} ${verb} in progress.`;
}
