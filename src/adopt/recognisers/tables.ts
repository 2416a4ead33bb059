// Tables of figures: progress by state, and one row for each milestone.

import { findMilestone } from "../../domain/milestone-name.ts";
import type { Plan } from "../../domain/plan.ts";
import type { Candidate, Left, Recogniser } from "../candidate.ts";
import { candidateOf } from "../found.ts";

interface Table {
  readonly from: number;
  readonly to: number;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const stateRow =
  /\b(?:total|completed?|done|in progress|blocked|not started|open|to ?do|on hold)\b/i;
const fewestStates = 3;

export const recogniseProgressTables: Recogniser = (subject) => {
  const candidates = tablesIn(subject.lines).flatMap(({ from, to, rows }): readonly Candidate[] => {
    const names = rows.map(([name = ""]) => name);
    if (rows.length < fewestStates || !names.every((name) => stateRow.test(name))) return [];
    const hasFigures = rows.every(([, ...cells]) =>
      cells.every((cell) => /^[\d.%\s]*$/.test(cell)),
    );
    if (!hasFigures) return [];
    const isEmptyKept = rows.some(([, ...cells]) => cells.includes("0"));
    const options: Record<string, string> = isEmptyKept ? { empty: "yes" } : {};
    const reason = "a table with a row for each state, of figures only";
    const found = { block: "progress-table", from, to, reason, isHeaded: true, options };
    return [candidateOf(subject, found)];
  });
  return { candidates, left: [] };
};

const columnNames: readonly [RegExp, string | null][] = [
  [/^(?:#|no\.?|)$/i, null],
  [/^milestone$/i, "milestone"],
  [/^(?:issues|items|tasks)$/i, "issues"],
  [/^(?:progress|done|complete)$/i, "progress"],
  [/priorit/i, "priority"],
  [/^points$/i, "points"],
  [/^start/i, "start"],
  [/^(?:due|target|deadline)/i, "due"],
];
const totalsLine = /^\*\*Total\b[^\n]*\bmilestones?\b/i;
const fewestMilestones = 2;

export const recogniseMilestonesTables: Recogniser = (subject) => {
  const { lines, plan } = subject;
  const candidates: Candidate[] = [];
  const left: Left[] = [];
  for (const table of tablesIn(lines)) {
    if (!isOfMilestones(table, plan)) continue;
    const { from, header } = table;
    const known = header.map((name) => columnNames.find(([pattern]) => pattern.test(name)));
    const strange = header.find((_, index) => known[index] === undefined);
    const span = { block: "milestones-table", from, to: withTotals(table.to, lines) };
    if (strange !== undefined) {
      left.push({ ...span, to: table.to, reason: `no column of the block is "${strange}"` });
      continue;
    }
    const columns = ["mark", ...known.flatMap((one) => one?.[1] ?? [])].join(",");
    const hasTotals = span.to > table.to;
    const options: Record<string, string> = { columns, totals: hasTotals ? "yes" : "no" };
    const reason = "a table with a row for each milestone";
    candidates.push(candidateOf(subject, { ...span, options, reason, isHeaded: true }));
  }
  return { candidates, left };
};

/** All rows are of milestones, and all milestones have one. */
function isOfMilestones({ header, rows }: Table, { milestones }: Plan): boolean {
  const column = header.findIndex((name) => /^milestone$/i.test(name));
  if (column < 0 || rows.length < fewestMilestones) return false;
  const named = rows.map((cells) => findMilestone(milestones, cells[column] ?? ""));
  const found = named.flatMap((match) => (match.kind === "found" ? [match.milestone.number] : []));
  return found.length === rows.length && new Set(found).size === milestones.length;
}

/** A line with the sums may stand below. */
function withTotals(to: number, lines: readonly string[]): number {
  const next = lines.findIndex((line, index) => index >= to && line.trim() !== "");
  return next >= 0 && totalsLine.test(lines[next] ?? "") ? next + 1 : to;
}

function tablesIn(lines: readonly string[]): readonly Table[] {
  return lines.flatMap((line, index): readonly Table[] => {
    if (!/^\s*\|?(?:\s*:?-+:?\s*\|)+\s*(?::?-+:?\s*)?$/.test(line) || index === 0) return [];
    const end = lines.findIndex((other, at) => at > index && !other.includes("|"));
    const to = end < 0 ? lines.length : end;
    const rows = lines.slice(index + 1, to).map(cellsOf);
    return [{ from: index - 1, to, header: cellsOf(lines[index - 1] ?? ""), rows }];
  });
}

function cellsOf(line: string): readonly string[] {
  const inner = line.trim().replace(/^\||\|$/g, "");
  return inner.split("|").map((cell) => cell.replace(/[*_`]/g, "").trim());
}
