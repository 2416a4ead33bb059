/** The part of `docs/operations.md` that says what becomes of each failure, from the one table of them. */
import { type FailureRow, failurePolicy, type Outcome } from "../../engine/failure-policy.ts";

const start = "<!-- generated: src/engine/failure-policy.ts, by npm run generate -->";
const end = "<!-- end of the generated part -->";

const deeds: Readonly<Record<Outcome, string>> = {
  retry: "tries the job again",
  "read-again": "reads and computes again",
  refused: "leaves out what was refused and goes on",
  gone: "leaves the repository alone",
  fault: "gives the job up",
  "go-on": "goes on with what there is",
  skip: "writes nothing",
};

/** The page with the table as it is today. Throws where the page has no place for it. */
export function withFailureTable(page: string): string {
  const [before, rest] = page.split(start);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) {
    throw new Error(`docs/operations.md needs the lines "${start}" and, below it, "${end}".`);
  }
  return `${before}${start}\n${renderTable()}\n${end}${after}`;
}

function renderTable(): string {
  const rows: readonly FailureRow[] = Object.values(failurePolicy);
  return [
    "| what GitHub answers | Milepost | again | who learns of it |",
    "|---|---|---|---|",
    ...rows.map(
      ({ answer, outcome, again, told }) =>
        `| ${cell(answer)} | ${deeds[outcome]} | ${cell(again)} | ${cell(told)} |`,
    ),
  ].join("\n");
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}
