// Counts in a line: "39/50 (78%)", "✅ COMPLETE (5/5)", "(9/10 – 1 alert remaining)", "11 issues".

import { allMatches } from "../markdown/all-matches.ts";
import type { CountClaim } from "./document-claims.ts";

const fraction =
  /(?<![\w/.,#-])(\d{1,4})\/(\d{1,4})(?![\w/.]*\d)(?:\s*\((\d{1,3})\s?%\))?(?:\s+([a-z]+))?([^)|\n]*)/gi;
/** The number in "Sprint 1 tasks" is that of the sprint. */
const plain =
  /(?<![\w/.,#~≈–-]|\b(?:milestone|phase|sprint|stage|step|week|part|epic|day)\s+)(\d{1,4})\s+(?:open |closed |remaining )?(issues?|items?|tasks?|tickets?)\b([^)|\n]*)/gi;

/** What each of them has in it, which is quickly looked for. */
const hasFraction = /\d\/\d/;
const hasUnit = /issue|item|task|ticket/i;

export function readCounts(
  text: string,
  start: number,
  line: number,
  label: string,
): readonly CountClaim[] {
  const fractions = hasFraction.test(text) ? readFractions(text, start, line, label) : [];
  if (fractions.length > 0 || !hasUnit.test(text)) return fractions;
  return allMatches(text, plain).map((match): CountClaim => {
    const [, total = "", unit = "", remainder = ""] = match;
    return {
      place: { start: start + match.index, end: start + match.index + total.length, line },
      done: null,
      total: Number(total),
      percent: null,
      unit,
      remainder: remainder.trim() === "" ? null : remainder.trim(),
      complete: false,
      label,
    };
  });
}

function readFractions(
  text: string,
  start: number,
  line: number,
  label: string,
): readonly CountClaim[] {
  return allMatches(text, fraction).flatMap((match): readonly CountClaim[] => {
    const [, done = "", total = "", percent, unit, remainder = ""] = match;
    if (Number(done) > Number(total)) return [];
    const figures = /^\d+\/\d+(?:\s*\(\d+\s?%\))?/.exec(match[0])?.[0] ?? "";
    return [
      {
        place: { start: start + match.index, end: start + match.index + figures.length, line },
        done: Number(done),
        total: Number(total),
        percent: percent === undefined ? null : Number(percent),
        unit: unit ?? null,
        remainder: remainder.trim() === "" ? null : remainder.trim(),
        complete: /\bCOMPLETE\b/.test(text.slice(0, match.index)),
        label,
      },
    ];
  });
}
