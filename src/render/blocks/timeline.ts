/** The milestones along the calendar, as a diagram that GitHub draws. */
import { completedOn } from "../../domain/milestone-completion.ts";
import type { Plan, PlannedMilestone } from "../../domain/plan.ts";
import { type Block, type BlockContext, cellWordsShown } from "../block.ts";
import { numberOf } from "../block-options.ts";
import { countText, plural } from "../count-text.ts";
import { markKey } from "../marks.ts";
import { clipLabel } from "../mermaid/escape.ts";
import { fencedDiagram } from "../mermaid/fence.ts";
import { type GanttRow, ganttLines } from "../mermaid/gantt.ts";
import { leadText } from "../milestone-days.ts";
import { milestoneLink, standingMeaning, standingOf } from "../milestone-standing.ts";
import { firstOf } from "../names.ts";

const rowsShown = 30;
const titleLength = 40;

export const timeline: Block = {
  name: "timeline",
  summary: "The milestones along the calendar as a diagram: start, due day, what is done and late.",
  kind: "block",
  speaksOfAll: true,
  options: [
    {
      name: "limit",
      meaning: "How many milestones stand in the diagram; those longest done go first.",
      values: "number",
      default: `${rowsShown}`,
    },
  ],
  example: "<!-- milepost:timeline -->",
  render(context) {
    const { plan, milestones } = context;
    if (milestones.length === 0) return "_No milestone yet._";
    const dated = milestones.filter((one) => rowOf(plan, one) !== null);
    if (dated.length === 0) return `_${withoutDays(plan, milestones)}_`;
    const shown = latest(context, dated);
    const hidden = dated.length - shown.length;
    return [
      fencedDiagram(ganttLines(shown.flatMap((one) => rowOf(plan, one) ?? []))),
      markKey(shown.map((one) => standingMeaning(plan, one))),
      ...(hidden > 0 ? [`_And ${plural(hidden, "milestone")} more._`] : []),
      ...undatedLine(plan, milestones),
    ].join("\n\n");
  },
};

function withoutDays(plan: Plan, milestones: readonly PlannedMilestone[]): string {
  return milestones.length < plan.milestones.length
    ? "No due day is set here, so there is no timeline."
    : "No milestone has a due day, so there is no timeline.";
}

/** Open milestones earn their row first, then those done last; in the plan's order. */
function latest(
  { plan, options }: BlockContext,
  dated: readonly PlannedMilestone[],
): readonly PlannedMilestone[] {
  const dayOf = (one: PlannedMilestone) => completedOn(one, plan) ?? "9999-12-31";
  const byRank = dated.toSorted((a, b) =>
    dayOf(a) === dayOf(b) ? 0 : dayOf(a) < dayOf(b) ? 1 : -1,
  );
  const kept = new Set(byRank.slice(0, numberOf(options, "limit", rowsShown)));
  return dated.filter((one) => kept.has(one));
}

/** Null where no day is known on which it ends or ended. */
function rowOf(plan: Plan, milestone: PlannedMilestone): GanttRow | null {
  const { dueOn, startOn } = milestone;
  const done = completedOn(milestone, plan);
  const to = done ?? dueOn;
  if (to === null) return null;
  const isBar = startOn !== null && startOn <= to;
  return {
    label: labelOf(plan, milestone),
    from: isBar ? startOn : null,
    to,
    look: lookOf(plan, milestone),
  };
}

function lookOf(plan: Plan, milestone: PlannedMilestone): GanttRow["look"] {
  if (milestone.state === "complete" || milestone.isClosed) return "done";
  if (isLate(milestone)) return "late";
  return standingOf(plan, milestone).meaning === "in progress" ? "active" : "ahead";
}

function isLate({ isClosed, riskFlags }: PlannedMilestone): boolean {
  return !isClosed && riskFlags.some(({ kind }) => kind === "overdue");
}

/** "🔨 M2 Data Foundations, 39/50 (78%), overdue". */
function labelOf(plan: Plan, milestone: PlannedMilestone): string {
  const { title, number, count } = milestone;
  const name = clipLabel(title, titleLength) || `Milestone ${number}`;
  const lead = leadText(plan, milestone);
  const how =
    milestone.state === "complete"
      ? lead === ""
        ? "done"
        : lead
      : `${countText(count, plan.unit)}${isLate(milestone) ? ", overdue" : ""}`;
  return `${standingOf(plan, milestone).mark} ${name}, ${how}`;
}

function undatedLine(plan: Plan, milestones: readonly PlannedMilestone[]): readonly string[] {
  const undated = milestones.filter((one) => rowOf(plan, one) === null);
  if (undated.length === 0) return [];
  const words = firstOf(
    undated,
    cellWordsShown,
    (one) => `${milestoneLink(one)} (${undatedText(plan, one)})`,
  );
  return [`**Without a due day:** ${words.join(", ")}`];
}

/** "0/10 (0%)", "0/10 (0%), from 2026-01-13". */
function undatedText(plan: Plan, { count, startOn }: PlannedMilestone): string {
  const begin = startOn === null ? "" : `, from ${startOn}`;
  return `${countText(count, plan.unit)}${begin}`;
}
