/** All the work by state, in the plan's unit. The states make up the total, the percents 100. */
import type { PlannedMilestone } from "../../domain/plan.ts";
import type { Range, Unit } from "../../domain/project.ts";
import { type StatePart, type WorkByState, workByState } from "../../domain/work-by-state.ts";
import { renderTable } from "../../markdown/table.ts";
import type { Block, BlockContext } from "../block.ts";
import { amountText, plural, rangeText } from "../count-text.ts";
import { stateMarks } from "../marks.ts";

export const progressTable: Block = {
  name: "progress-table",
  summary: "How much of the work is completed, in progress, blocked and not started.",
  kind: "block",
  speaksOfAll: true,
  options: [
    {
      name: "empty",
      meaning: "Whether the usual states have a row even while nothing is in them.",
      values: ["yes", "no"],
      default: "no",
    },
  ],
  example: "<!-- milepost:progress-table empty=yes -->",
  render(context) {
    const { plan, milestones } = context;
    if (milestones.length === 0) return "_No milestone yet, so there is no progress to show._";
    const work = workByState(milestones, plan.items, plan.unit);
    return [
      table(context, work),
      startableNote(work, plan.unit),
      unestimatedNote(milestones, plan.unit),
    ]
      .filter((part) => part !== "")
      .join("\n\n");
  },
};

const unitHeadings: Readonly<Record<Unit, string>> = {
  issues: "Issues",
  tasks: "Tasks",
  points: "Points",
  hours: "Hours",
};

/** What is ready has not started, and neither has what waits for its milestone: one row for both. */
type RowState = Exclude<StatePart["state"], "held-back">;

const rowNames: Readonly<Record<RowState, string>> = {
  completed: `${stateMarks.completed} Completed`,
  "in-progress": `${stateMarks["in-progress"]} In progress`,
  ready: `${stateMarks.ready} Not started`,
  blocked: `${stateMarks.blocked} Blocked`,
  "on-hold": `${stateMarks["on-hold"]} On hold`,
  tracker: `${stateMarks.tracker} Open epics`,
};

/** Few plans know them, so that an empty row would only puzzle. */
const rareStates: readonly RowState[] = ["on-hold", "tracker"];

interface RowPart extends StatePart {
  readonly state: RowState;
}

function table({ plan, options }: BlockContext, work: WorkByState): string {
  const { total } = work;
  const keepsEmpty = options.get("empty") === "yes";
  const shown = rowParts(work).filter(
    ({ state, amount }) => amount.high > 0 || (keepsEmpty && !rareStates.includes(state)),
  );
  const rows = [
    row("**Total**", total.total, total.percent === null ? null : 100),
    ...shown.map(({ state, amount, percent }) => row(rowNames[state], amount, percent)),
  ];
  const header = [
    { text: "State" },
    { text: unitHeadings[plan.unit], align: "right" },
    { text: "Share", align: "right" },
  ] as const;
  return renderTable(header, rows).trimEnd();
}

function row(name: string, amount: Range, percent: number | null): readonly string[] {
  return [name, rangeText(amount), percent === null ? "" : `${percent}%`];
}

function rowParts({ parts }: WorkByState): readonly RowPart[] {
  const held = partOf(parts, "held-back");
  return parts.flatMap(({ state, amount, percent }): RowPart[] => {
    if (state === "held-back") return [];
    if (state !== "ready" || !held) return [{ state, amount, percent }];
    const both = { low: amount.low + held.amount.low, high: amount.high + held.amount.high };
    return [
      { state, amount: both, percent: percent === null ? null : percent + (held.percent ?? 0) },
    ];
  });
}

function partOf(parts: readonly StatePart[], state: StatePart["state"]): StatePart | undefined {
  return parts.find((part) => part.state === state);
}

/** How much of what has not started can start; empty where all of it can. */
function startableNote({ parts }: WorkByState, unit: Unit): string {
  const [held, ready] = [partOf(parts, "held-back"), partOf(parts, "ready")];
  if (!held || !ready || held.amount.high === 0) return "";
  const verb = held.amount.high === 1 ? "waits with its milestone" : "wait with their milestones";
  const startable = `${amountText(ready.amount, unit)} can start now`;
  return `_Of what is not started, ${startable}; ${rangeText(held.amount)} ${verb}._`;
}

/** Their share of the work is unknown: they add nothing to any row. */
function unestimatedNote(milestones: readonly PlannedMilestone[], unit: Unit): string {
  const count = milestones.reduce((sum, { unestimated }) => sum + unestimated.length, 0);
  if (count === 0) return "";
  const verb = count === 1 ? "has" : "have";
  return `_${plural(count, "open issue")} ${verb} no estimate in ${unit} and ${count === 1 ? "adds" : "add"} nothing here._`;
}
