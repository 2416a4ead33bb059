/** One row for each milestone, and the sum of them all. */
import type { Plan, PlannedMilestone } from "../../domain/plan.ts";
import { renderTable, type TableColumn } from "../../markdown/table.ts";
import { type Block, type BlockContext, linesShown } from "../block.ts";
import { listOf } from "../block-options.ts";
import { countText, plural, rangeText } from "../count-text.ts";
import { markKey } from "../marks.ts";
import { milestoneLink, standingMeaning, standingOf } from "../milestone-standing.ts";
import { priorityText, usesPriority } from "../priority-text.ts";
import { pointsOf, sumOf } from "../sums.ts";

interface Column {
  readonly header: TableColumn;
  readonly cell: (plan: Plan, milestone: PlannedMilestone) => string;
}

const columns: Readonly<Record<string, Column>> = {
  mark: { header: { text: "" }, cell: (plan, one) => standingOf(plan, one).mark },
  milestone: { header: { text: "Milestone" }, cell: (_, one) => milestoneLink(one) },
  issues: {
    header: { text: "Issues", align: "right" },
    cell: (_, { completed, counted }) => `${completed.length}/${counted.length}`,
  },
  progress: {
    header: { text: "Progress", align: "right" },
    cell: (plan, { count }) => countText(count, plan.unit),
  },
  priority: {
    header: { text: "Priority" },
    cell: (plan, { counted }) => priorityText(plan, counted),
  },
  points: {
    header: { text: "Points", align: "right" },
    cell: (plan, { counted }) => {
      const { done, total } = pointsOf(plan, counted);
      return `${rangeText(done)}/${rangeText(total)}`;
    },
  },
  start: { header: { text: "Start" }, cell: (_, { startOn }) => startOn ?? "" },
  due: { header: { text: "Due" }, cell: (_, { dueOn }) => dueOn ?? "" },
};

export const milestonesTable: Block = {
  name: "milestones-table",
  summary: "All milestones, one row each, with what is done, the priorities and the due days.",
  kind: "block",
  speaksOfAll: true,
  options: [
    {
      name: "columns",
      meaning: "Which columns, from left to right.",
      values: Object.keys(columns),
      isList: true,
      default: "mark, milestone and progress, and the others that say something",
    },
    {
      name: "totals",
      meaning: "Whether a line with the sums stands below the table.",
      values: ["yes", "no"],
      default: "yes",
    },
  ],
  example: '<!-- milepost:milestones-table columns="mark,milestone,issues,priority,due" -->',
  render(context) {
    const { milestones, options } = context;
    if (milestones.length === 0) return "_No milestone yet._";
    const hidden = milestones.length - linesShown;
    return [
      table(context),
      ...(hidden > 0 ? [`_And ${plural(hidden, "milestone")} more._`] : []),
      ...(options.get("totals") === "no" ? [] : [totalsLine(context)]),
      keyOf(context),
    ]
      .filter((part) => part !== "")
      .join("\n\n");
  },
};

/** Empty where no mark is shown. */
function keyOf(context: BlockContext): string {
  const { plan, milestones } = context;
  if (!columnNames(context).includes("mark")) return "";
  return markKey(milestones.slice(0, linesShown).map((one) => standingMeaning(plan, one)));
}

function columnNames({ plan, milestones, options }: BlockContext): readonly string[] {
  const wanted = options.get("columns");
  return wanted === undefined ? usefulColumns(plan, milestones) : [...new Set(listOf(wanted))];
}

function table(context: BlockContext): string {
  const { plan, milestones } = context;
  const shown = columnNames(context).flatMap((name) => columns[name] ?? []);
  const rows = milestones
    .slice(0, linesShown)
    .map((milestone) => shown.map(({ cell }) => cell(plan, milestone)));
  return renderTable(
    shown.map(({ header }) => header),
    rows,
  ).trimEnd();
}

/** Without those that would be empty or say the same as another. */
function usefulColumns(plan: Plan, milestones: readonly PlannedMilestone[]): readonly string[] {
  const all = milestones.flatMap(({ counted }) => counted);
  const hasPoints = all.some((number) => plan.items.get(number)?.points != null);
  return [
    "mark",
    "milestone",
    ...(plan.unit === "issues" ? [] : ["issues"]),
    "progress",
    ...(usesPriority(plan, all) ? ["priority"] : []),
    ...(hasPoints && plan.unit !== "points" ? ["points"] : []),
    ...(milestones.some(({ startOn }) => startOn !== null) ? ["start"] : []),
    ...(milestones.some(({ dueOn }) => dueOn !== null) ? ["due"] : []),
  ];
}

/** "Total: 6 milestones, 22 issues (1 critical, 14 high, 7 medium), 3/22 done (14%)". */
function totalsLine({ plan, milestones }: BlockContext): string {
  const all = milestones.flatMap(({ counted }) => counted);
  const priorities = usesPriority(plan, all) ? ` (${priorityText(plan, all)})` : "";
  const words = [
    plural(milestones.length, "milestone"),
    `${plural(all.length, "issue")}${priorities}`,
    ...(all.length > 0 ? [`${countText(sumOf(milestones), plan.unit)} done`] : []),
  ];
  return `**Total:** ${words.join(", ")}`;
}
