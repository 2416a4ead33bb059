// Lines of figures: the status line, the totals, and the count of each group.

import type { Candidate, Recogniser, Subject } from "../candidate.ts";
import { candidateOf } from "../found.ts";
import { dimensionOf } from "../group-names.ts";
import { type Part, withinPart } from "../parts.ts";

const statusLine = /^\s*>\s*\*\*(?:Status|Progress|Overall)\b[^\n]*\d+\/\d+/i;
const heading = /^ {0,3}#{2,6}\s/;

export const recogniseStatusLine: Recogniser = (subject) => {
  const { lines, milestone } = subject;
  const end = lines.findIndex((line) => heading.test(line));
  const head = lines.slice(0, end < 0 ? lines.length : end);
  const from = head.findIndex((line) => statusLine.test(line));
  const isAlone = !/^\s*>/.test(lines[from + 1] ?? "") && !/^\s*>/.test(lines[from - 1] ?? "");
  if (milestone === null || from < 0 || !isAlone) return { candidates: [], left: [] };
  const reason = "a quoted line on top with the status and a count";
  const found = { block: "status-line", from, to: from + 1, reason, isHeaded: true };
  return { candidates: [candidateOf(subject, found)], left: [] };
};

const figure =
  /\d+\/\d+|\d+\s?%|\b\d+\s+(?:(?:issues|items|tasks)\b(?:\s+total\b)?|total\b|closed\b|open\b|done\b|remaining\b)|\b(?:total|closed|open|done):?\s+\d+\b/giu;

export const recogniseTotals: Recogniser = (subject) => {
  if (subject.milestone === null) return { candidates: [], left: [] };
  const runs: Part[][] = [];
  for (const part of withinPart(subject.root)) {
    if (!isFigures(subject.lines[part.from] ?? "") || part.to !== part.from + 1) continue;
    const run = runs.at(-1);
    if (run?.at(-1)?.to === part.from) run.push(part);
    else runs.push([part]);
  }
  const candidates = runs.flatMap((run): readonly Candidate[] => {
    const from = run[0]?.from ?? 0;
    const to = run.at(-1)?.to ?? 0;
    const text = subject.lines.slice(from, to).join("\n");
    if (run.length < 2 || !/\bclosed\b|\bdone\b/i.test(text)) return [];
    const reason = "lines of nothing but figures: how many there are, are closed and are open";
    const isHeaded = run[0]?.parent?.section.level !== 0;
    return [candidateOf(subject, { block: "totals", from, to, reason, isHeaded })];
  });
  return { candidates, left: [] };
};

/** A label, and behind it figures only. */
function isFigures(line: string): boolean {
  const [, words] = /^(?:[-*+]\s+)?\*\*[^*]+\*\*:?\s*(.*)$/u.exec(line) ?? [];
  if (words === undefined || words.search(figure) < 0 || words.includes("#")) return false;
  const rest = words.replace(figure, " ").replace(/\([^()]*\)/g, " ");
  return !/[\p{L}\p{N}]/u.test(rest);
}

const fewestGroups = 2;
const groupLine = /^\s*[-*+]\s+\W*([\p{L}\p{N}][^:]*?):\**\s*\**\s*(?:\d+\/\d+)/u;

export const recogniseBreakdowns: Recogniser = (subject) => {
  if (subject.milestone === null) return { candidates: [], left: [] };
  const names = subject.lines.map((line) => groupLine.exec(line)?.[1]);
  const candidates = withinPart(subject.root).flatMap((part) => breakdownIn(part, names, subject));
  return { candidates, left: [] };
};

/** `allNames`: for each line of the document the group whose count it tells, if it does. */
function breakdownIn(
  part: Part,
  allNames: readonly (string | undefined)[],
  subject: Subject,
): readonly Candidate[] {
  const { milestone } = subject;
  const inside = allNames.slice(part.from + 1, part.to);
  const from = part.from + 1 + inside.findIndex((name) => name !== undefined);
  const last = part.from + 1 + inside.findLastIndex((name) => name !== undefined);
  if (from <= part.from) return [];
  const names = allNames.slice(from, last + 1);
  if (names.includes(undefined) || part.parts.some((inner) => inner.parts.length > 0)) return [];
  const dimensions = names.flatMap((name) => dimensionOf(name ?? "", milestone) ?? []);
  const [by] = dimensions;
  const isOne = dimensions.every((dimension) => dimension === by);
  if (by === undefined || !isOne || dimensions.length < fewestGroups) return [];
  if (dimensions.length * 3 < names.length * 2) return [];
  const reason = `a list with a count for each group of the dimension "${by}"`;
  const found = { block: "breakdown", from, to: last + 1, reason, isHeaded: true };
  return [candidateOf(subject, { ...found, options: { by } })];
}
