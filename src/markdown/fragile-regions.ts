// Markers that are seen only because of the text now in a region: an end marker indented by four columns in an
// HTML block becomes code with the first blank line; HTML that is left open hides the code after the region.
// Found by trying it.

import { concatBytes, encodeText } from "./bytes.ts";
import { findMarkerComments, type MarkerComment } from "./markers.ts";
import type { Region, RegionProblem } from "./region.ts";

/**
 * A problem for the first region that would not be found again if blocks held just a blank line. `comments` are
 * the markers of `regions`, two for each, in order.
 */
export function findFragileRegions(
  document: Uint8Array,
  comments: readonly MarkerComment[],
  regions: readonly Region[],
): readonly RegionProblem[] {
  const fragile = new Set(regions.filter((region) => mayBeFragile(document, region)));
  if (fragile.size === 0) return [];
  const found = findMarkerComments(blankOut(document, [...fragile]));
  let shift = 0;
  for (const [index, region] of regions.entries()) {
    const opening = comments[index * 2];
    const ending = comments[index * 2 + 1];
    if (!opening || !ending) break;
    const isOpened = found[index * 2]?.start === opening.start + shift;
    if (fragile.has(region)) shift += region.eol.length - (region.end - region.start);
    const isEnded = found[index * 2 + 1]?.start === ending.start + shift;
    if (!isOpened || !isEnded) return [explain(region)];
  }
  return [];
}

const lessThan = 60;

function mayBeFragile(document: Uint8Array, { kind, indent, start, end }: Region): boolean {
  if (kind === "inline") return false;
  return /\t| {4}/.test(indent) || document.subarray(start, end).includes(lessThan);
}

function blankOut(document: Uint8Array, regions: readonly Region[]): Uint8Array {
  const parts: Uint8Array[] = [];
  let offset = 0;
  for (const { start, end, eol } of regions) {
    parts.push(document.subarray(offset, start), encodeText(eol));
    offset = end;
  }
  return concatBytes([...parts, document.subarray(offset)]);
}

function explain({ name, line }: Region): RegionProblem {
  const message = `The markers of the region "${name}" are seen only because of the text that stands there now: indent them by less than four columns, put a blank line before and after the region, and close HTML and code inside and before it.`;
  return { kind: "misplaced", line, message };
}
