// The headings of a document with the anchors that GitHub gives them. Only headings between the document's
// blocks are listed, but every one takes an anchor, so those in lists and quotes are counted too.

import { decodeBytewise, decodeText, encodeText } from "./bytes.ts";
import { findHeadingPlaces } from "./heading-places.ts";
import { skipFrontMatter } from "./markers.ts";
import { findRegions } from "./regions.ts";

export interface Heading {
  /** 1 to 6. */
  readonly level: number;
  /** Plain text, not escaped; never blank. */
  readonly text: string;
  /** What follows the "#" of a link to it. */
  readonly anchor: string;
  /** The name of the region it is in; null where the heading is a person's. */
  readonly region: string | null;
}

/** In order. Headings that no link can lead to, such as those of emoji only, are left out. */
export function findHeadings(document: Uint8Array): readonly Heading[] {
  const bodyStart = skipFrontMatter(decodeBytewise(document));
  const body = decodeText(document.subarray(bodyStart));
  const { regions } = findRegions(document);
  const anchorOf = createAnchors();
  const headings: Heading[] = [];
  let read = 0;
  let offset = bodyStart;
  for (const { level, source, isNested, start } of findHeadingPlaces(body)) {
    offset += encodeText(body.slice(read, start)).length;
    read = start;
    const anchor = anchorOf(source);
    const text = source.replace(/\s+/g, " ").trim();
    if (isNested || plainAnchor(source) === "" || text === "") continue;
    const region = regions.find((one) => one.start <= offset && offset < one.end)?.name ?? null;
    headings.push({ level, text, anchor, region });
  }
  return headings;
}

/** As GitHub: a text that was there before gets the next free number. */
function createAnchors(): (text: string) => string {
  const times = new Map<string, number>();
  return (text) => {
    const plain = plainAnchor(text);
    let anchor = plain;
    while (times.has(anchor)) {
      const time = (times.get(plain) ?? 0) + 1;
      times.set(plain, time);
      anchor = `${plain}-${time}`;
    }
    times.set(anchor, 0);
    return anchor;
  };
}

function plainAnchor(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc} -]/gu, "")
    .replaceAll(" ", "-");
}
