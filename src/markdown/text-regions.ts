// Regions of a text that is a string already, such as an issue's body. Offsets still count UTF-8 bytes.

import { decodeText, encodeText } from "./bytes.ts";
import type { FoundRegions, Region } from "./region.ts";
import { findRegions, readRegion, replaceRegions } from "./regions.ts";

/** As findRegions. */
export function findTextRegions(text: string): FoundRegions {
  return findRegions(encodeText(text));
}

/** As readRegion. */
export function readTextRegion(text: string, region: Region): string {
  return readRegion(encodeText(text), region);
}

/** As replaceRegions. */
export function replaceTextRegions(
  text: string,
  replacements: ReadonlyMap<Region, string>,
): string {
  return decodeText(replaceRegions(encodeText(text), replacements));
}
