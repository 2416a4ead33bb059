/** What is left: the sum by group, each group's issues, and all of them in one line. */
import type { Plan, PlannedMilestone } from "../../domain/plan.ts";
import {
  type Block,
  type BlockContext,
  linesShown,
  renderMilestones,
  wordsInEach,
  wordsShown,
} from "../block.ts";
import { amountText, plural } from "../count-text.ts";
import type { Links } from "../links.ts";
import { groupName } from "../names.ts";
import { noteLines } from "../notes.ts";

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
  options: [
    {
      name: "groups",
      meaning: "Whether each group's issues stand in a line of their own.",
      values: ["yes", "no"],
      default: "yes",
    },
  ],
  example: '<!-- milepost:remaining milestone="M2 Data Foundations" -->',
  render: (context) =>
    renderMilestones(
      context,
      (milestone) =>
        context.options.get("groups") === "no"
          ? inOneLine(context, milestone)
          : byGroup(context, milestone),
      "Nothing remains open.",
    ),
};

/** "**Remaining (11 issues: 7 Storage + 2 Docs + 2 epics):** #69, #310, …". */
function inOneLine({ plan, links }: BlockContext, milestone: PlannedMilestone): string {
  const open = milestone.remaining;
  if (open.length === 0) return "";
  const refs = links.list(open, wordsShown).join(", ");
  return `**Remaining (${sumText(plan, milestone, partsOf(plan, milestone))}):** ${refs}`;
}

function byGroup({ plan, links }: BlockContext, milestone: PlannedMilestone): string {
  const open = milestone.remaining;
  if (open.length === 0) return "";
  const parts = partsOf(plan, milestone);
  const limit = wordsInEach(parts.length);
  return [
    `**Remaining:** ${sumText(plan, milestone, parts)}`,
    "",
    ...parts.map(
      ({ name, members, note }) =>
        `- **${name}** (${plural(members.length, "issue")}${note}): ${links.list(members, limit).join(", ")}`,
    ),
    "",
    `**All:** ${links.list(open, wordsShown).join(", ")}`,
    ...notesOf(plan, open, links),
  ].join("\n");
}

/** "11 issues: 7 Storage + 2 Docs + 2 epics". */
function sumText(plan: Plan, milestone: PlannedMilestone, parts: readonly Part[]): string {
  const sum = parts.length > 1 ? `: ${parts.map((part) => part.term).join(" + ")}` : "";
  return `${plural(milestone.remaining.length, "issue")}${amountLeft(plan, milestone)}${sum}`;
}

/** What people noted about some of them. */
function notesOf(plan: Plan, open: readonly number[], links: Links): readonly string[] {
  const items = open.flatMap((number) => plan.items.get(number) ?? []);
  const lines = noteLines(plan, items, links, linesShown);
  return lines.length === 0 ? [] : ["", "**Notes:**", "", ...lines];
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
