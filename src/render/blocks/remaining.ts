/** What is left: the sum by group, each group's issues, and all of them in one line. */
import type { Plan, PlannedMilestone } from "../../domain/plan.ts";
import {
  type Block,
  type BlockContext,
  renderMilestones,
  wordsInEach,
  wordsShown,
} from "../block.ts";
import { amountText, plural } from "../count-text.ts";
import { groupName } from "../names.ts";

interface Part {
  readonly name: string;
  /** "7 Dual Persistence", "2 epics": how the part stands in the sum. */
  readonly term: string;
  readonly note: string;
  readonly members: readonly number[];
}

export const remaining: Block = {
  name: "remaining",
  summary: "The open issues: how many, in which groups, and all of them in one line.",
  kind: "block",
  options: [],
  example: '<!-- milepost:remaining milestone="M2 Data Foundations" -->',
  render: (context) =>
    renderMilestones(
      context,
      (milestone) => remainingOf(context, milestone),
      "Nothing remains open.",
    ),
};

function remainingOf({ plan, links }: BlockContext, milestone: PlannedMilestone): string {
  const open = milestone.remaining;
  if (open.length === 0) return "";
  const parts = partsOf(plan, milestone);
  const limit = wordsInEach(parts.length);
  const sum = parts.length > 1 ? `: ${parts.map((part) => part.term).join(" + ")}` : "";
  return [
    `**Remaining:** ${plural(open.length, "issue")}${amountLeft(plan, milestone)}${sum}`,
    "",
    ...parts.map(
      ({ name, members, note }) =>
        `- **${name}** (${plural(members.length, "issue")}${note}): ${links.list(members, limit).join(", ")}`,
    ),
    "",
    `**All:** ${links.list(open, wordsShown).join(", ")}`,
  ].join("\n");
}

/** What is left in a unit other than issues. */
function amountLeft(plan: Plan, { count }: PlannedMilestone): string {
  if (plan.unit === "issues") return "";
  const left = { low: count.total.low - count.done.low, high: count.total.high - count.done.high };
  return ` (${amountText(left, plan.unit)})`;
}

function partsOf(plan: Plan, milestone: PlannedMilestone): readonly Part[] {
  const isEpic = (number: number) => plan.items.get(number)?.state === "tracker";
  const work = new Set(milestone.remaining.filter((number) => !isEpic(number)));
  const groups = milestone.groups
    .filter((group) => group.dimension === plan.dimensions[0])
    .map((group) => ({ group, members: group.members.filter((number) => work.has(number)) }))
    .filter(({ members }) => members.length > 0)
    .map(({ group, members }) => {
      const name = groupName(group.name);
      return { name, term: `${members.length} ${name}`, note: "", members };
    });
  const others = groups.length > 0 || work.size === 0 ? [] : [openIssues([...work])];
  return [...groups, ...others, ...epics(milestone, milestone.remaining.filter(isEpic))];
}

function openIssues(members: readonly number[]): Part {
  return { name: "Issues", term: plural(members.length, "issue"), note: "", members };
}

function epics(milestone: PlannedMilestone, members: readonly number[]): readonly Part[] {
  if (members.length === 0) return [];
  const idle = members.filter((number) => milestone.idleTrackers.includes(number));
  const few = `, ${idle.length} of them umbrella only`;
  const note = idle.length === members.length ? ", umbrella only" : few;
  return [
    {
      name: "Epics",
      term: plural(members.length, "epic"),
      note: idle.length === 0 ? "" : note,
      members,
    },
  ];
}
