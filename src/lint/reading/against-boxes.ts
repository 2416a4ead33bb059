// A part's count against the boxes in it, where it lists no issues.

import type { CountClaim } from "../../claims/document-claims.ts";
import { type Found, isOfIssues, isSaidComplete } from "./count-meaning.ts";
import type { DocumentLine } from "./document-lines.ts";
import { partLines } from "./part-lines.ts";
import type { Part } from "./parts.ts";

const box = /^\s*[-*+]\s+\[([ xX])\]\s/;

/** Null where both agree, or where something else than the boxes may be counted. */
export function againstBoxes(
  part: Part,
  count: CountClaim,
  lines: readonly DocumentLine[],
): Found | null {
  if (count.done === null || !isOfIssues(count) || part.level < 2 || part.allMentions.length > 0)
    return null;
  const boxes = partLines(part, lines).filter(({ text }) => box.test(text));
  const inside = part.parts.find(({ level }) => level > 0)?.line ?? Number.POSITIVE_INFINITY;
  const isDirect = boxes.every(({ line }) => line < inside);
  if (!isDirect || boxes.some(({ line }) => isListOfOthers(part, line))) return null;
  const outer = boxes.filter(({ indent }) => indent === boxes[0]?.indent);
  if (outer.length === 0) return null;
  const agrees = (group: readonly DocumentLine[]) =>
    group.length === count.total && ticked(group) === count.done;
  // All done by both: the count is that of something finer.
  const isAllDone = isSaidComplete(count) && ticked(boxes) === boxes.length;
  if (![boxes, outer].some((group) => isAbout(group.length, count.total))) return null;
  if (isAllDone || isShareOf(outer, count) || agrees(boxes) || agrees(outer)) return null;
  return {
    found: `${ticked(outer)} of ${outer.length} boxes ticked`,
    lines: outer.map(({ line }) => line),
  };
}

/** Where the totals are far apart, the boxes are those of something coarser, or an excerpt. */
function isAbout(size: number, total: number): boolean {
  return Math.abs(size - total) * 4 <= total;
}

/** Under "Completed (1/6)" stands the one, and under "Remaining (5/6)" the five: all in one state. */
function isShareOf(boxes: readonly DocumentLine[], { done, total }: CountClaim): boolean {
  const isUniform = ticked(boxes) === boxes.length || ticked(boxes) === 0;
  return isUniform && [done, total - (done ?? 0)].includes(boxes.length);
}

/** Boxes under a lead-in of their own ("**Deliverables**:") are perhaps not what is counted. */
function isListOfOthers(part: Part, line: number): boolean {
  const leadIn = part.parts.findLast((one) => one.level === 0 && one.line < line);
  return (
    leadIn !== undefined &&
    !/^(?:status|progress|tasks?|items|checklist|to ?do)\b/i.test(leadIn.label)
  );
}

function ticked(boxes: readonly DocumentLine[]): number {
  return boxes.filter(({ text }) => /^\s*[-*+]\s+\[[xX]\]/.test(text)).length;
}
