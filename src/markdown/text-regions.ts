// Regions of a text that is a string already, such as an issue's body. Offsets still count UTF-8 bytes.

import { LRUCache } from "lru-cache";
import { decodeText, encodeText } from "./bytes.ts";
import type { FoundRegions, Region } from "./region.ts";
import { findRegions, readRegion, replaceRegions } from "./regions.ts";

/**
 * The bytes of texts that were looked at of late: the very same ones again, so that what was found in them is known.
 * A sync asks of the same body to find damage, to make room, to see what differs and to splice.
 */
const remembered = new LRUCache<string, Uint8Array>({ max: 8 });

function bytesOf(text: string): Uint8Array {
  const bytes = remembered.get(text) ?? encodeText(text);
  remembered.set(text, bytes);
  return bytes;
}

/** As findRegions. */
export function findTextRegions(text: string): FoundRegions {
  return findRegions(bytesOf(text));
}

/** As readRegion. */
export function readTextRegion(text: string, region: Region): string {
  return readRegion(bytesOf(text), region);
}

/** As replaceRegions. */
export function replaceTextRegions(
  text: string,
  replacements: ReadonlyMap<Region, string>,
): string {
  const bytes = replaceRegions(bytesOf(text), replacements);
  const replaced = decodeText(bytes);
  remembered.set(replaced, bytes);
  return replaced;
}
