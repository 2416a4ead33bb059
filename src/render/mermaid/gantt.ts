/** Rows with days in Mermaid's words. */
import { type Day, daysBetween } from "../../domain/calendar.ts";
import { escapeMermaid } from "./escape.ts";

export interface GanttRow {
  /** Plain text that begins with a mark of ours; not yet escaped. */
  readonly label: string;
  /** Null where only the last day is known: then it is a point in time. */
  readonly from: Day | null;
  /** This day too; never before `from`. */
  readonly to: Day;
  readonly look: "done" | "active" | "late" | "ahead";
}

const tags = { done: "done, ", active: "active, ", late: "crit, ", ahead: "" } as const;

/** Over a longer time than this Mermaid marks months instead of weeks. */
const daysWithWeeks = 146;

/** Mermaid itself marks today, on the day on which someone looks. Of at least one row. */
export function ganttLines(rows: readonly GanttRow[]): readonly string[] {
  const days = rows.flatMap(({ from, to }) => [from ?? to, to]).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const isLong = daysBetween(first, last) > daysWithWeeks;
  return [
    "gantt",
    `  title ${first} to ${last}`,
    "  accTitle: When milestones begin and are due",
    "  dateFormat YYYY-MM-DD",
    `  axisFormat ${isLong ? "%b %Y" : "%b %d"}`,
    "  inclusiveEndDates",
    ...rows.map(
      (row, index) => `  ${escapeMermaid(row.label)} :${tags[row.look]}${daysOf(row, index)}`,
    ),
  ];
}

function daysOf({ from, to }: GanttRow, index: number): string {
  return from === null ? `milestone, r${index}, ${to}, 0d` : `r${index}, ${from}, ${to}`;
}
