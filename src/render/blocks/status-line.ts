/** The line under a document's title: count, groups, critical path and the day of the last change. */
import type { GroupCount, Plan, PlannedMilestone } from "../../domain/plan.ts";
import type { Block, BlockContext } from "../block.ts";
import { chainText } from "../chain.ts";
import { countText, fractionText, isComplete, plural } from "../count-text.ts";
import { groupMeaning, stateMarks } from "../marks.ts";
import { groupName, milestoneTitle } from "../names.ts";
import { STAMP } from "../stamp.ts";

const groupsShown = 8;
const stepsShown = 12;

export const statusLine: Block = {
  name: "status-line",
  summary: "One line: the count, what is ready and blocked, the groups and the critical path.",
  kind: "block",
  options: [],
  example: '<!-- milepost:status-line milestone="M2 Data Foundations" -->',
  render(context) {
    const { milestones } = context;
    if (milestones.length === 0) return `> **Status:** no milestone yet · Updated ${STAMP}`;
    const heads = milestones.map((milestone) =>
      milestones.length === 1 ? "Status" : milestoneTitle(milestone),
    );
    const lines = milestones.map((milestone, index) => {
      const segments = segmentsOf(context, milestone);
      if (index === milestones.length - 1) segments.push(`Updated ${STAMP}`);
      return `> **${heads[index]}:** ${segments.join(" · ")}`;
    });
    return lines.join("\n>\n");
  },
};

function segmentsOf({ plan, links }: BlockContext, milestone: PlannedMilestone): string[] {
  const chain = chainText(plan, milestone, links, { withNames: false, limit: stepsShown });
  return [
    countText(milestone.count, plan.unit),
    ...states(milestone),
    ...groups(plan, milestone),
    ...(chain === "" ? [] : [`Critical path: ${chain}`]),
  ];
}

function states(milestone: PlannedMilestone): readonly string[] {
  const counts = [
    [milestone.inProgress, "in progress"],
    [milestone.ready, "ready"],
    [milestone.blocked, "blocked"],
    [milestone.onHold, "on hold"],
  ] as const;
  const epics = milestone.trackers.filter((number) => milestone.remaining.includes(number)).length;
  return [
    ...counts.flatMap(([numbers, word]) =>
      numbers.length > 0 ? [`${numbers.length} ${word}`] : [],
    ),
    ...(epics > 0 ? [plural(epics, "epic")] : []),
  ];
}

/** Groups of the first dimension, the complete ones first; many complete ones as a number. */
function groups(plan: Plan, milestone: PlannedMilestone): readonly string[] {
  const all = milestone.groups.filter(
    (group) => !group.isRest && group.dimension === plan.dimensions[0],
  );
  const complete = all.filter((group) => isComplete(group.count));
  const open = all.filter((group) => !isComplete(group.count));
  const isMany = all.length > groupsShown;
  const words = [
    ...(isMany && complete.length > 0
      ? [`${complete.length} of ${all.length} groups ✅`]
      : complete.map((group) => groupText(group, plan))),
    ...open.slice(0, groupsShown).map((group) => groupText(group, plan)),
    ...(open.length > groupsShown ? [`${open.length - groupsShown} more groups open`] : []),
  ];
  return words.length > 0 ? [words.join(", ")] : [];
}

/** "AI Cost ✅", "Storage 🔨 1/3", "Docs 0/2": where nothing has begun the figure says all. */
function groupText(group: GroupCount, plan: Plan): string {
  const [mark] = groupMeaning(group, plan);
  return [
    groupName(group.name),
    ...(mark === stateMarks.ready ? [] : [mark]),
    ...(isComplete(group.count) ? [] : [fractionText(group.count, plan.unit)]),
  ].join(" ");
}
