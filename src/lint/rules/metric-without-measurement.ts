// A table of measurements whose baseline was never measured.

import { contradiction, lineWords } from "../reading/contradiction.ts";
import { outlineOf } from "../reading/outline.ts";
import { findColumn } from "../reading/tables.ts";
import type { Rule } from "../rule.ts";

const unmeasured = /^(?:n\/?a|tbd|none|unknown|\?|-|–|—)?$/i;

export const metricWithoutMeasurement: Rule = {
  id: "metric-without-measurement",
  severity: "warning",
  meaning: "A table compares with a baseline or a current value that nobody has measured.",
  example:
    "| Operation | Baseline | Current | Target |\n|---|---|---|---|\n| Read | N/A | 2 ms | 5 ms |\n| Write | N/A | N/A | 9 ms |\n",
  offline: true,
  ofPlans: true,
  fixes: false,
  check(subject) {
    return outlineOf(subject).tables.flatMap((table) => {
      const baseline = findColumn(table, /^baseline$/i);
      const current = findColumn(table, /^current(?: value)?$/i);
      if (baseline < 0 || current < 0 || table.rows.length < 2) return [];
      const isMissing = (cells: readonly string[]) =>
        unmeasured.test(cells[baseline] ?? "") || unmeasured.test(cells[current] ?? "");
      const isStarted = table.rows.some(({ cells }) => !unmeasured.test(cells[current] ?? ""));
      const missing = table.rows.filter(({ cells }) => isMissing(cells));
      if (!isStarted || missing.length === 0) return [];
      const lines = missing.map(({ line }) => line);
      return [
        contradiction(
          lines,
          `${missing.length} of ${table.rows.length} measurements have no baseline or no current value (${lineWords(lines)}). Measure them, or take the column out.`,
          [`compared with a baseline (line ${table.line})`, `not measured (${lineWords(lines)})`],
        ),
      ];
    });
  },
};
