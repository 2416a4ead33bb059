/** All the work by state, in the plan's unit. The states make up the total, the percents 100. */
import type { PlannedMilestone } from "../../domain/plan.ts";
import type { Range, Unit } from "../../domain/project.ts";
import { type StatePart, workByState } from "../../domain/work-by-state.ts";
import { renderTable } from "../../markdown/table.ts";
import type { Block, BlockContext } from "../block.ts";
import { plural, rangeText } from "../count-text.ts";
import { stateMarks } from "../marks.ts";

export const progressTable: Block = {
  name: "progress-table",
  summary: "How much of the work is completed, in progress, blocked, on hold and ready.",
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
    const note = unestimatedNote(milestones, plan.unit);
    return [table(context), ...(note === "" ? [] : [note])].join("\n\n");
  },
};

const unitHeadings: Readonly<Record<Unit, string>> = {
  issues: "Issues",
  tasks: "Tasks",
  points: "Points",
  hours: "Hours",
};

const stateNames: Readonly<Record<StatePart["state"], string>> = {
  completed: `${stateMarks.completed} Completed`,
  "in-progress": `${stateMarks["in-progress"]} In progress`,
  ready: `${stateMarks.ready} Ready to start`,
  "held-back": `${stateMarks.blocked} Waiting for its milestone`,
  blocked: `${stateMarks.blocked} Blocked`,
  "on-hold": `${stateMarks["on-hold"]} On hold`,
  tracker: `${stateMarks.tracker} Open epics`,
};

/** Few plans know them, so that an empty row would only puzzle. */
const rareStates: readonly StatePart["state"][] = ["held-back", "tracker"];

function table({ plan, milestones, options }: BlockContext): string {
  const { total, parts } = workByState(milestones, plan.items, plan.unit);
  const keepsEmpty = options.get("empty") === "yes";
  const shown = parts.filter(
    ({ state, amount }) => amount.high > 0 || (keepsEmpty && !rareStates.includes(state)),
  );
  const rows = [
    row("**Total**", total.total, total.percent === null ? null : 100),
    ...shown.map(({ state, amount, percent }) => row(stateNames[state], amount, percent)),
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

/** Their share of the work is unknown: they add nothing to any row. */
function unestimatedNote(milestones: readonly PlannedMilestone[], unit: Unit): string {
  const count = milestones.reduce((sum, { unestimated }) => sum + unestimated.length, 0);
  if (count === 0) return "";
  const verb = count === 1 ? "has" : "have";
  return `_${plural(count, "open issue")} ${verb} no estimate in ${unit} and ${count === 1 ? "adds" : "add"} nothing here._`;
}
