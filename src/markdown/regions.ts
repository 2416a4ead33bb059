// Finds Milepost's regions in a document's bytes and splices new text into them. Every byte outside them
// survives, and what is written is found again: replaceRegions checks that and throws otherwise.

import { concatBytes, decodeText } from "./bytes.ts";
import { findFragileRegions } from "./fragile-regions.ts";
import { lineIndexOf } from "./line-index.ts";
import { parseMarker } from "./marker-grammar.ts";
import { containsMarker, findMarkerComments } from "./markers.ts";
import { pairMarkers } from "./pair-markers.ts";
import type { FoundRegions, Region } from "./region.ts";
import { decodeRegionText, encodeRegionText } from "./region-text.ts";
import { UnstableRegionsError } from "./unstable-regions-error.ts";

/** By the document's bytes, which nobody changes. */
const found = new WeakMap<Uint8Array, FoundRegions>();

/** The document's regions and what is wrong with its markers. With a problem, write nothing. */
export function findRegions(document: Uint8Array): FoundRegions {
  const known = found.get(document);
  if (known) return known;
  const regions = lookForRegions(document);
  found.set(document, regions);
  return regions;
}

function lookForRegions(document: Uint8Array): FoundRegions {
  const comments = findMarkerComments(document);
  if (comments.length === 0) return { regions: [], problems: [] };
  const lines = lineIndexOf(document);
  const markers = comments.map((comment) => ({
    ...comment,
    line: lines.lineAt(comment.start),
    marker: parseMarker(decodeText(document.subarray(comment.start, comment.end))),
  }));
  const { regions, problems } = pairMarkers(document, lines, markers);
  if (problems.length > 0) return { regions, problems };
  return { regions, problems: findFragileRegions(document, comments, regions) };
}

/**
 * The region's text with "\n" and without its indent; a block's ends with "\n" unless it is empty. Whatever
 * replaceRegions would write otherwise (invalid UTF-8, other line ends or indent) reads as lone surrogates.
 */
export function readRegion(document: Uint8Array, region: Region): string {
  return decodeRegionText(document.subarray(region.start, region.end), region);
}

/**
 * The document with these regions' texts replaced. A text has "\n" line ends; a block's is ended by one if it
 * is not, an inline one holds none. Throws RangeError for a text that is not so or holds a marker, and
 * UnstableRegionsError if the result would not have the same regions.
 */
export function replaceRegions(
  document: Uint8Array,
  replacements: ReadonlyMap<Region, string>,
): Uint8Array {
  const ordered = [...replacements].sort(([a], [b]) => a.start - b.start);
  const parts: Uint8Array[] = [];
  let offset = 0;
  for (const [region, text] of ordered) {
    checkText(region, text);
    parts.push(document.subarray(offset, region.start), encodeRegionText(text, region));
    offset = region.end;
  }
  const result = concatBytes([...parts, document.subarray(offset)]);
  checkSameRegions(document, result);
  return result;
}

function checkText(region: Region, text: string): void {
  const where = `The text for the region "${region.name}" in line ${region.line}`;
  if (containsMarker(text)) throw new RangeError(`${where} holds a marker`);
  if (text.includes("\r")) throw new RangeError(`${where} holds a carriage return`);
  if (region.kind === "inline" && text.includes("\n")) {
    throw new RangeError(`${where} holds a line break, and the region stands within a line`);
  }
}

function checkSameRegions(before: Uint8Array, after: Uint8Array): void {
  const [had, has] = [before, after].map((document) => {
    const { regions, problems } = findRegions(document);
    return JSON.stringify([problems.length, regions.map((r) => [r.kind, r.name, [...r.options]])]);
  });
  if (had !== has) throw new UnstableRegionsError();
}
