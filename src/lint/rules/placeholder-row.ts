// A table row that was never filled in.

import { contradiction } from "../reading/contradiction.ts";
import { outlineOf } from "../reading/outline.ts";
import type { TableRow } from "../reading/tables.ts";
import type { Rule } from "../rule.ts";

export const placeholderRow: Rule = {
  id: "placeholder-row",
  severity: "warning",
  meaning: "A row of a table holds nothing but comments, dots or TBD.",
  example: "| Item | Owner |\n|---|---|\n| <!-- name --> | <!-- who --> |\n",
  offline: true,
  fixes: false,
  check(subject) {
    return outlineOf(subject).tables.flatMap(({ line, rows }) =>
      rows
        .filter((row) => isPlaceholder(row) && !(isOmission(row) && rows.some(isFilled)))
        .map((row) =>
          contradiction(
            [row.line],
            `The row on line ${row.line} is a placeholder. Fill it in, or write that there is none.`,
            [`an entry of the table on line ${line}`, "nothing is in it"],
          ),
        ),
    );
  },
};

const nothing = /^(?:tbd|todo|\.{2,}|…)?$/i;

/** Empty cells alone are a form to be filled in by hand. */
function isPlaceholder({ cells, source }: TableRow): boolean {
  const isBlank = source.replace(/[|\s]/g, "") === "";
  return !isBlank && cells.every((cell) => nothing.test(cell));
}

/** A row of dots among others stands for those that are not shown. */
function isOmission({ cells }: TableRow): boolean {
  return cells.every((cell) => /^(?:\.{2,}|…)?$/.test(cell)) && cells.some((cell) => cell !== "");
}

function isFilled({ cells }: TableRow): boolean {
  return cells.some((cell) => !nothing.test(cell));
}
