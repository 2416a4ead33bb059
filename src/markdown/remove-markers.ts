/**
 * A document without Milepost's markers, for people who leave: what stands between them stays as it is.
 * Works on bytes, like everything that touches documents.
 */
import { concatBytes } from "./bytes.ts";
import { findMarkerComments } from "./markers.ts";

const lineFeed = 0x0a;
const isBlank = (byte: number | undefined) => byte === 0x20 || byte === 0x09 || byte === 0x0d;

/** The very same bytes where there is no marker. A line that held nothing else goes with its marker. */
export function removeMarkers(document: Uint8Array): Uint8Array {
  const comments = findMarkerComments(document);
  if (comments.length === 0) return document;
  const parts: Uint8Array[] = [];
  let kept = 0;
  for (const comment of comments) {
    const [start, end] = wholeLine(document, comment.start, comment.end);
    parts.push(document.subarray(kept, Math.max(kept, start)));
    kept = end;
  }
  return concatBytes([...parts, document.subarray(kept)]);
}

function wholeLine(document: Uint8Array, from: number, to: number): readonly [number, number] {
  let start = from;
  let end = to;
  while (start > 0 && isBlank(document[start - 1])) start -= 1;
  while (end < document.length && isBlank(document[end])) end += 1;
  const isAlone =
    (start === 0 || document[start - 1] === lineFeed) &&
    (end === document.length || document[end] === lineFeed);
  return isAlone ? [start, Math.min(end + 1, document.length)] : [from, to];
}
