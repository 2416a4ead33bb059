// Findings as rules make them: lines once each and in order, and sentences put together from lists.

import type { LintFinding } from "../rule.ts";

/** @param lines All lines of the contradiction, in any order. */
export function contradiction(
  lines: readonly number[],
  message: string,
  claims: readonly string[],
  at?: number,
): LintFinding {
  const ordered = [...new Set(lines)].toSorted((a, b) => a - b);
  return { line: at ?? ordered[0] ?? 1, lines: ordered, message, claims };
}

/** "a, b and c". */
export function inWords(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

/** "line 3", "lines 3, 5 and 9"; of many the first ones. */
export function lineWords(lines: readonly number[]): string {
  const ordered = [...new Set(lines)].toSorted((a, b) => a - b).map(String);
  const shown = ordered.length > mostLines ? [...ordered.slice(0, mostLines), "more"] : ordered;
  return `${ordered.length === 1 ? "line" : "lines"} ${inWords(shown)}`;
}

const mostLines = 8;

/** "#3", "#3, #5 and #9". */
export function issueWords(numbers: readonly number[]): string {
  return inWords([...new Set(numbers)].toSorted((a, b) => a - b).map((number) => `#${number}`));
}
