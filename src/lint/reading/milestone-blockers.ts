// Lines that say what a milestone waits for: a marker behind an issue or a list, a remark on a whole part, or
// a sentence.

import type { DocumentLine } from "./document-lines.ts";
import type { Outline } from "./outline.ts";

export interface Blocker {
  readonly line: number;
  readonly milestone: string;
  /** Ascending, each once. */
  readonly numbers: readonly number[];
}

const milestoneKey = String.raw`([A-Z]{1,3}\d+)`;
const marker = new RegExp(String.raw`(←\s*[*[]*)?\bblocks\s+${milestoneKey}\b`, "iu");
const sentence = new RegExp(
  String.raw`\b${milestoneKey}\b[^.#]*\bcannot (?:start|begin) until\s+(#\d+)`,
  "u",
);

/** What each of them has in it, which is quickly looked for. */
const sign = /blocks|cannot/iu;

export function readBlockers(outline: Outline): readonly Blocker[] {
  return outline.lines.flatMap((line) => {
    if (!sign.test(line.text)) return [];
    const match = marker.exec(line.text);
    if (match) {
      const numbers = markedIssues(outline, line, match.index, match[1] !== undefined);
      return toBlocker(line.line, match[2] ?? "", numbers);
    }
    const [, milestone = "", reference = ""] = sentence.exec(line.text) ?? [];
    return milestone === "" ? [] : toBlocker(line.line, milestone, [Number(reference.slice(1))]);
  });
}

function toBlocker(line: number, milestone: string, numbers: readonly number[]) {
  const ordered = [...new Set(numbers)].toSorted((a, b) => a - b);
  return ordered.length > 0 ? [{ line, milestone: milestone.toUpperCase(), numbers: ordered }] : [];
}

/** An arrow points at the issue before it; other markers are about the line, or the part that it begins. */
function markedIssues(
  { mentions, parts }: Outline,
  { line, start }: DocumentLine,
  column: number,
  isArrow: boolean,
): readonly number[] {
  const here = mentions.filter((one) => one.line === line);
  const before = here.filter(({ reference }) => reference.place.start < start + column);
  if (before.length > 0) return (isArrow ? before.slice(-1) : before).map(({ number }) => number);
  const part = parts.find((one) => one.line === line);
  return part ? part.allMentions.map(({ number }) => number) : [];
}
