/** The edits that findings carry, applied until none is left. What no edit names stays as it is. */
import type { Plan } from "../domain/plan.ts";
import { type FileReport, type LintSource, lintDocument } from "./lint-document.ts";

export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface FixedDocument {
  readonly text: string;
  /** How many findings were fixed. */
  readonly fixed: number;
  /** What was said of those that were fixed and took more than an edit can show. */
  readonly notes: readonly string[];
  /** Of the text as it is now. */
  readonly report: FileReport;
}

/** Edits that free the way for others are few deep; more rounds than this would go on for ever. */
const mostRounds = 10;

export function fixDocument(source: LintSource, plan: Plan | null): FixedDocument {
  let [now, fixed] = [source.text, 0];
  const notes: string[] = [];
  let report = lintDocument(source, plan);
  for (let round = 0; round < mostRounds; round += 1) {
    const chosen = chooseFindings(report);
    const next = applyEdits(
      now,
      chosen.flatMap(({ edits = [] }) => edits),
    );
    if (next === now) break;
    fixed += chosen.length;
    notes.push(...chosen.filter(({ rule }) => rule === "mojibake").map(({ message }) => message));
    now = next;
    report = lintDocument({ ...source, text: now }, plan);
  }
  return { text: now, fixed, notes, report };
}

/** All edits of a finding or none: those whose edits meet another's wait for the next round. */
function chooseFindings({ findings }: FileReport): FileReport["findings"] {
  const taken: TextEdit[] = [];
  return findings.filter(({ edits = [] }) => {
    if (edits.length === 0 || edits.some((edit) => taken.some((other) => meet(edit, other)))) {
      return false;
    }
    taken.push(...edits);
    return true;
  });
}

function meet(a: TextEdit, b: TextEdit): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** Offsets are UTF-16 units of `text`; the edits do not meet. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, text: words } of edits.toSorted((a, b) => a.start - b.start)) {
    parts.push(text.slice(at, start), words);
    at = end;
  }
  return parts.join("") + text.slice(at);
}
