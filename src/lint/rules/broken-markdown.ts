// Text that was meant to stand on lines of its own, and that GitHub shows as one paragraph.

import { contradiction, lineWords } from "../reading/contradiction.ts";
import type { DocumentLine } from "../reading/document-lines.ts";
import { outlineOf } from "../reading/outline.ts";
import type { LintFinding, Rule } from "../rule.ts";

export const brokenMarkdown: Rule = {
  id: "broken-markdown",
  severity: "warning",
  meaning:
    "A numbered list runs on behind a bold lead-in, or bold lead-ins that list issues follow each other without a line break.",
  example: "**Moved to M3:** #4 Parser\n**Moved to M5:** #5 Printer\n",
  offline: true,
  fixes: true,
  check(subject) {
    const { lines } = outlineOf(subject);
    return [...collapsedLists(lines), ...gluedLines(lines)];
  },
};

/** "**Second step:** 2. #4 Tree 3. #5 Errors". */
const collapsed = /^\s*\*\*[^*]+\*\*:?\s+\d+\.\s+(?:#|\p{Lu})/u;
/** "2. #4", and not "2. March 2027", as dates are written in many languages. */
const entry = /(?<=\s)(\d+)\.\s+(?:#|\p{Lu})(?!\p{L}*\.?\s+\d{4}\b)/gu;

function collapsedLists(lines: readonly DocumentLine[]): readonly LintFinding[] {
  const found = lines.filter(({ text, kind }) => kind === "words" && collapsed.test(text));
  const runs = runsOf(found, ({ line }, next) =>
    lines.slice(line, next.line - 1).every(isBlank),
  ).filter(isNumbered);
  return runs.map((run) => {
    const places = run.map(({ line }) => line);
    return contradiction(
      places,
      `The numbered list runs on behind its lead-in (${lineWords(places)}), so that GitHub shows one paragraph. Put each entry on a line of its own, with a blank line before the first.`,
      ["a numbered list", "shown as one paragraph"],
    );
  });
}

/** One number alone may be that of what a field names: "**Reads:** 7. Callback". */
function isNumbered(run: readonly DocumentLine[]): boolean {
  const numbers = run.flatMap(({ text }) =>
    Array.from(text.matchAll(entry), ([, one]) => Number(one)),
  );
  return numbers.some((number, index) => number === (numbers[index - 1] ?? number) + 1);
}

const leadIn = /^\*\*[^*]+(?::\*\*|\*\*\s*:)\s/;

/** The break that was meant is made by two spaces at the end of the line before. */
function gluedLines(lines: readonly DocumentLine[]): readonly LintFinding[] {
  const glued = lines.filter(({ source, line }) => {
    const before = lines[line - 2];
    return before?.kind === "words" && leadIn.test(source) && isGlue(before);
  });
  const runs = runsOf(glued, ({ line }, next) => next.line === line + 1);
  const ofIssues = runs.filter((run) => {
    const first = lines[(run[0]?.line ?? 0) - 2];
    return [first, ...run].some((line) => /#\d/.test(line?.source ?? ""));
  });
  return ofIssues.map((run) => {
    const places = run.flatMap(({ line }) => [line - 1, line]);
    const edits = run.map(({ start, line }) => {
      const end = (lines[line - 2]?.start ?? start) + (lines[line - 2]?.source.length ?? 0);
      return { start: end, end, text: "  " };
    });
    const finding = contradiction(
      places,
      `The lines ${places[0]} to ${places.at(-1)} run together into one paragraph. Put a blank line between them, or two spaces at the end of each.`,
      ["lines of their own", "shown as one paragraph"],
    );
    return { ...finding, edits };
  });
}

/** Where a lead-in stands behind a sentence, its author did not mean each to have a line of its own. */
function isGlue({ source }: DocumentLine): boolean {
  if (/[.!?]\s+\*\*[^*]+(?::\*\*|\*\*\s*:)\s/.test(source)) return false;
  return /^\*\*[^*]+\*\*/.test(source) && !/(?: {2}|\\|<br\s*\/?>)$/.test(source);
}

function isBlank({ kind }: DocumentLine): boolean {
  return kind === "blank";
}

function runsOf(
  lines: readonly DocumentLine[],
  isNext: (line: DocumentLine, next: DocumentLine) => boolean,
): readonly (readonly DocumentLine[])[] {
  const runs: DocumentLine[][] = [];
  for (const line of lines) {
    const last = runs.at(-1)?.at(-1);
    if (last && isNext(last, line)) runs.at(-1)?.push(line);
    else runs.push([line]);
  }
  return runs;
}
