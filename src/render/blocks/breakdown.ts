/** Done and total by group. Every counted issue is in exactly one, so the groups add up. */
import type { GroupCount, PlannedMilestone } from "../../domain/plan.ts";
import { type Block, type BlockContext, renderMilestones, wordsInEach } from "../block.ts";
import { countText, fractionText } from "../count-text.ts";
import { groupMeaning, markKey } from "../marks.ts";
import { groupName } from "../names.ts";

export const breakdown: Block = {
  name: "breakdown",
  summary: "Done and total of each group, what remains in it, and the sum.",
  kind: "block",
  options: [
    {
      name: "by",
      meaning: "The label dimension to group by.",
      values: "dimensions",
      default: "the first dimension of the configuration",
    },
  ],
  example: '<!-- milepost:breakdown milestone="M2 Data Foundations" by=cluster -->',
  render: (context) =>
    renderMilestones(
      context,
      (milestone) => breakdownOf(context, milestone),
      context.plan.dimensions.length === 0
        ? "The configuration names no label dimension, so there are no groups."
        : "Nothing here counts yet, so there are no groups.",
    ),
};

function breakdownOf(context: BlockContext, milestone: PlannedMilestone): string {
  const { plan, options } = context;
  const dimension = options.get("by") ?? plan.dimensions[0];
  const groups = milestone.groups.filter((group) => group.dimension === dimension);
  if (groups.length === 0) return "";
  const critical = criticalGroup(groups, milestone);
  const open = new Set(milestone.remaining);
  const limit = wordsInEach(groups.length);
  return [
    ...groups.map((group) => {
      const remaining = group.members.filter((number) => open.has(number));
      const line = groupLine(context, group, context.links.list(remaining, limit));
      return group === critical ? `${line} ← **CRITICAL PATH**` : line;
    }),
    `- **Sum:** ${countText(milestone.count, plan.unit)}`,
    "",
    markKey(groups.map((group) => groupMeaning(group, plan))),
  ].join("\n");
}

function groupLine(
  { plan }: BlockContext,
  group: GroupCount,
  remaining: readonly string[],
): string {
  const refs = remaining.length > 0 ? ` · remaining: ${remaining.join(", ")}` : "";
  const done = fractionText(group.count, plan.unit);
  const [mark] = groupMeaning(group, plan);
  return `- ${mark} **${groupName(group.name)}:** ${done}${refs}`;
}

/** The one group that holds most of the critical path; undefined if there is no path or a tie. */
function criticalGroup(
  groups: readonly GroupCount[],
  milestone: PlannedMilestone,
): GroupCount | undefined {
  if (milestone.criticalPath.length < 2) return undefined;
  const path = new Set(milestone.criticalPath.flatMap((level) => level.members));
  const held = groups.map((group) => group.members.filter((number) => path.has(number)).length);
  const most = Math.max(...held);
  const isUnique = held.filter((count) => count === most).length === 1;
  return most > 0 && isUnique ? groups[held.indexOf(most)] : undefined;
}
