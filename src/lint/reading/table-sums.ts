// The total row of a table against the rows above it.

import type { LintFinding } from "../rule.ts";
import { contradiction } from "./contradiction.ts";
import type { Outline } from "./outline.ts";
import type { ReadTable, TableRow } from "./tables.ts";

const total = /^(?:grand )?total$/i;
/** A whole number, and what it is a number of. */
const figure =
  /^(\d{1,3}(?:,\d{3})+|\d+)\s*(h|hours?|d|days?|issues?|tasks?|points?|pts?|sp|items?)?$/i;

/** What is no quantity, and what overlaps: one file may change in two phases, and people work side by side. */
const noSum =
  /[#%]|\bno\.|\b(?:rank(?:s|ing)?|versions?|years?|percent(?:age)?|averages?|avg|rates?|rating|scores?|ratios?|median|mean|p\d\d|max(?:imum)?|min(?:imum)?|peak|ids?|dates?|start(?:s|ed)?|end(?:s|ed)?|durations?|timelines?|elapsed|calendar|days?|weeks?|months?|files?|modules?|components?|people|engineers?|developers?|teams?|staff|ftes?|resources?|users?|members|contributors?|repos|agents?|limits?|budget left|remaining|targets?|goals?|unique)\b/i;

/** "of which parser", "including tests", "Subtotal": counted in another row, too. */
function isShareOf({ cells }: TableRow): boolean {
  return /sub-?total|\bof which\b|\bincluding\b|\bthereof\b|^(?:&nbsp;|&emsp;|[└├↳→›>–—-])/i.test(
    plain(cells[0]),
  );
}

export function tableSums({ tables }: Outline): readonly LintFinding[] {
  return tables.flatMap((table) => {
    const at = table.rows.findIndex(({ cells }) => total.test(plain(cells[0])));
    const row = table.rows[at];
    if (!row || at < 2 || at !== table.rows.length - 1) return [];
    return table.header.flatMap((heading, column) => {
      if (column === 0 || noSum.test(heading) || table.rows.some(isShareOf)) return [];
      return checkColumn(table, row, column, heading);
    });
  });
}

function checkColumn(table: ReadTable, row: TableRow, column: number, heading: string) {
  const parts = table.rows.slice(0, -1).map(({ cells }) => readFigure(cells[column]));
  const stated = readFigure(row.cells[column]);
  const units = new Set([...parts, stated].map((part) => part?.unit));
  if (!stated || units.size > 1 || parts.some((part) => part === null)) return [];
  const sum = parts.reduce((all, part) => all + (part?.value ?? 0), 0);
  // A row that repeats others is left out of the total on purpose.
  const isLeftOut = parts.some((part) => sum - (part?.value ?? 0) === stated.value);
  // The same things once more in each row, such as in several languages.
  const isRepeated = parts.every((part) => part?.value === stated.value);
  // A sum goes wrong by a little: else the total is that of some rows, or of something else.
  const isFar = Math.abs(sum - stated.value) * 3 > sum;
  const isCumulative = parts.at(-1)?.value === stated.value || parts[0]?.value === stated.value;
  if (sum === stated.value || isLeftOut || isRepeated || isCumulative || isFar) return [];
  const lines = table.rows.map(({ line }) => line);
  return [
    contradiction(
      lines,
      `The total of “${plain(heading)}” on line ${row.line} is ${stated.value}, and the rows add up to ${sum}. Write ${sum}, or mend the row that is wrong.`,
      [`${stated.value} (line ${row.line})`, `${sum} by the rows above`],
      row.line,
    ),
  ];
}

function readFigure(cell: string | undefined) {
  const match = figure.exec(plain(cell));
  if (!match) return null;
  return { value: Number(match[1]?.replaceAll(",", "")), unit: match[2]?.toLowerCase() ?? "" };
}

function plain(cell: string | undefined): string {
  return (cell ?? "").replace(/[*_]/g, "").trim();
}
