// A table says how many entries are of which priority, and the entries do not say which they are.

import { contradiction, lineWords } from "../reading/contradiction.ts";
import { readKeyedEntries } from "../reading/keyed-entries.ts";
import { outlineOf } from "../reading/outline.ts";
import { findColumn, type ReadTable } from "../reading/tables.ts";
import type { Rule } from "../rule.ts";

const share = /^\d+\s+(?:critical|high|medium|low)\b/i;
const named = /\b(?:critical|high|medium|low)\b|\bP[0-4]\b/i;

export const priorityUnset: Rule = {
  id: "priority-unset",
  severity: "info",
  meaning:
    "A table counts entries by priority, but the entries do not say which priority is theirs.",
  example:
    "| Milestone | Priority |\n|---|---|\n| One | 1 high, 1 low |\n\n1. **API-001**: Define the routes\n2. **API-002**: Write the client\n",
  offline: true,
  ofPlans: true,
  fixes: false,
  check(subject) {
    const { tables, lines } = outlineOf(subject);
    const rows = tables.flatMap(distributionRows);
    const entries = readKeyedEntries(lines);
    const unset = entries.filter(({ title }) => !named.test(title));
    const mixed = rows.filter(({ isMixed }) => isMixed);
    if (mixed.length === 0 || unset.length === 0) return [];
    const counted = lineWords(rows.map(({ line }) => line));
    return [
      contradiction(
        [...rows.map(({ line }) => line), ...unset.map(({ line }) => line)],
        `The priorities counted on ${counted} can't be checked: ${unset.length} of ${entries.length} entries do not state theirs. Write it behind each, or label the issues.`,
        [
          `priorities counted (${counted})`,
          `${unset.length} of ${entries.length} entries without one`,
        ],
      ),
    ];
  },
};

function distributionRows(table: ReadTable) {
  const column = findColumn(table, /\bpriorit/i);
  return table.rows.flatMap(({ line, cells }) => {
    const cell = column < 0 ? "" : (cells[column] ?? "");
    return share.test(cell) ? [{ line, isMixed: cell.includes(",") }] : [];
  });
}
