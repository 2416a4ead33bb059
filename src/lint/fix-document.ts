// What `--fix` makes of a document: the edits of its findings, until there are none left. Bytes outside the
// edits stay as they are; of edits that overlap the first finding's are made, and the others looked at again.

import { type LintInput, lintDocument } from "./lint-document.ts";
import type { LintFinding, Rule } from "./rule.ts";

interface Fixed {
  readonly text: string;
  /** Findings whose edits were made. */
  readonly fixed: number;
}

/** Edits that call for further edits without end are stopped here. */
const mostRounds = 10;

export function fixDocument(input: LintInput, rules: readonly Rule[]): Fixed {
  const fixing = rules.filter((rule) => rule.fixes);
  let text = input.text;
  let fixed = 0;
  for (let round = 1; round <= mostRounds; round += 1) {
    const chosen = chooseEdits({ ...input, text }, fixing, rules);
    if (chosen.length === 0) break;
    text = applyEdits(text, chosen.flatMap(editsOf));
    fixed += chosen.length;
  }
  return { text, fixed };
}

type Edit = NonNullable<LintFinding["edits"]>[number];

/** In the order of the rules: the first mend what the others read. */
function chooseEdits(
  input: LintInput,
  fixing: readonly Rule[],
  rules: readonly Rule[],
): readonly LintFinding[] {
  const found = lintDocument(input, rules).filter((finding) =>
    changes(input.text, editsOf(finding)),
  );
  const order = new Map(fixing.map(({ id }, index) => [id, index]));
  const candidates = found
    .filter(({ rule }) => order.has(rule))
    .toSorted((a, b) => (order.get(a.rule) ?? 0) - (order.get(b.rule) ?? 0));
  const chosen: LintFinding[] = [];
  const taken: Edit[] = [];
  for (const finding of candidates) {
    const edits = editsOf(finding);
    if (edits.some((edit) => taken.some((other) => overlaps(edit, other)))) continue;
    chosen.push(finding);
    taken.push(...edits);
  }
  return chosen;
}

function editsOf({ edits = [] }: LintFinding): readonly Edit[] {
  return edits;
}

function changes(text: string, edits: readonly Edit[]): boolean {
  return edits.some((edit) => text.slice(edit.start, edit.end) !== edit.text);
}

/** Two insertions at one place overlap too: which comes first would be chance. */
function overlaps(a: Edit, b: Edit): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end);
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let offset = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    parts.push(text.slice(offset, edit.start), edit.text);
    offset = edit.end;
  }
  return parts.join("") + text.slice(offset);
}
