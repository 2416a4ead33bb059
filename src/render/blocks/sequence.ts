/** What to do in which order: numbered steps, then what can be done at any time, then epics. */
import type { Level, Plan, PlannedItem, PlannedMilestone } from "../../domain/plan.ts";
import type { IssueReference } from "../../domain/reference.ts";
import { type Block, type BlockContext, linesShown, moreLine, renderMilestones } from "../block.ts";
import { plural } from "../count-text.ts";
import { markKey, stateMarks, stateMeaning } from "../marks.ts";
import { findItem, joinWords, milestoneName, named, titleOf } from "../names.ts";

const blockersShown = 8;

export const sequence: Block = {
  name: "sequence",
  summary: "The open issues in the order in which they can be done, with where to start.",
  kind: "block",
  options: [],
  example: '<!-- milepost:sequence milestone="M2 Data Foundations" -->',
  render: (context) =>
    renderMilestones(context, (milestone) => sequenceOf(context, milestone), "Nothing is open."),
};

/** Made only when shown: a text that is not shown must not define links. */
interface Step {
  readonly heading: () => string;
  readonly lines: readonly (() => string)[];
}

function sequenceOf(context: BlockContext, milestone: PlannedMilestone): string {
  const steps = [
    ...numberedSteps(context, milestone),
    ...atAnyTime(context, milestone),
    ...epics(context, milestone),
  ];
  const parts: string[] = [];
  let room = linesShown;
  for (const { heading, lines } of steps) {
    if (room <= 0) break;
    const shown = lines.slice(0, room).map((line) => line());
    parts.push(`**${heading()}**\n\n${shown.join("\n")}`);
    room -= lines.length;
  }
  const all = steps.reduce((sum, step) => sum + step.lines.length, 0);
  const more = moreLine(milestone, all - linesShown);
  return [...parts, more, keyOf(context.plan, milestone)]
    .filter((part) => part !== "")
    .join("\n\n");
}

/** Epics carry no mark. */
function keyOf(plan: Plan, { sequence, independent }: PlannedMilestone): string {
  const members = [...sequence.flatMap((level) => level.members), ...independent];
  const items = members.slice(0, linesShown).flatMap((member) => findItem(plan, member) ?? []);
  return markKey(items.map((item) => stateMeaning(item.state)));
}

function numberedSteps(context: BlockContext, milestone: PlannedMilestone): readonly Step[] {
  let before = 0;
  return milestone.sequence.map((level, index) => {
    const shared = sharedBlockers(context.plan, level);
    const first = before + 1;
    before += level.members.length;
    return {
      heading: () => headingOf(context, level, index, shared),
      lines: level.members.map(
        (member, offset) => () =>
          `${first + offset}. ${itemText(context, milestone, member, shared === null)}`,
      ),
    };
  });
}

/** "Step 1 (1 issue)", "Step 2: after #408 (4 issues, in parallel)". */
function headingOf(
  { links }: BlockContext,
  level: Level,
  index: number,
  shared: readonly IssueReference[] | null,
): string {
  const after =
    shared && shared.length > 0 ? `: after ${links.list(shared, blockersShown).join(", ")}` : null;
  const when = after ?? (index === 0 ? "" : `: after step ${index}`);
  const size = level.members.length;
  return `Step ${index + 1}${when} (${plural(size, "issue")}${size > 1 ? ", in parallel" : ""})`;
}

/** What each member of the level waits for, if it is the same for all; null if it is not. */
function sharedBlockers(plan: Plan, level: Level): readonly IssueReference[] | null {
  const [first, ...others] = level.members.map(
    (member) => findItem(plan, member)?.openBlockers ?? [],
  );
  if (!first) return [];
  return others.every((blockers) => blockers.join() === first.join()) ? first : null;
}

function itemText(
  context: BlockContext,
  milestone: PlannedMilestone,
  member: IssueReference,
  withBlockers: boolean,
): string {
  const { plan, links } = context;
  const item = findItem(plan, member);
  const text = named(links.ref(member), titleOf(plan, member));
  if (!item) return text;
  const blockers = withBlockers ? links.list(item.openBlockers, blockersShown) : [];
  const notes = [
    ...(blockers.length > 0 ? [`after ${blockers.join(", ")}`] : []),
    ...(item.isInCycle ? ["in a cycle"] : []),
    ...(item.state === "blocked" && item.isInProgress ? ["already begun"] : []),
  ];
  const note = notes.length > 0 ? ` (${notes.join("; ")})` : "";
  return `${stateMarks[item.state]} ${text}${note}${arrows(plan, milestone, item)}`;
}

function arrows(plan: Plan, milestone: PlannedMilestone, item: PlannedItem): string {
  const words = [
    ...(item.number === milestone.startHere ? ["START HERE"] : []),
    ...(item.blocksMilestones.length > 0
      ? [`BLOCKS ${joinWords(item.blocksMilestones.map((one) => milestoneName(plan, one)))}`]
      : []),
  ];
  return words.map((word) => ` ← **${word}**`).join("");
}

function atAnyTime(context: BlockContext, milestone: PlannedMilestone): readonly Step[] {
  const { independent } = milestone;
  if (independent.length === 0) return [];
  return [
    {
      heading: () => `At any time (${plural(independent.length, "issue")})`,
      lines: independent.map((member) => () => `- ${itemText(context, milestone, member, true)}`),
    },
  ];
}

function epics(context: BlockContext, milestone: PlannedMilestone): readonly Step[] {
  const { trackers } = milestone;
  if (trackers.length === 0) return [];
  return [
    {
      heading: () => `Epics (${plural(trackers.length, "issue")})`,
      lines: trackers.map((tracker) => () => epicLine(context, milestone, tracker)),
    },
  ];
}

function epicLine(
  { plan, links }: BlockContext,
  milestone: PlannedMilestone,
  tracker: number,
): string {
  const progress = plan.items.get(tracker)?.progress ?? null;
  const count = progress && progress.total > 0 ? ` · ${progress.done}/${progress.total}` : "";
  const idle = milestone.idleTrackers.includes(tracker) ? " · no open work left here" : "";
  return `- ${named(links.ref(tracker), titleOf(plan, tracker))}${count}${idle}`;
}
