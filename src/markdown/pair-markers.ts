// From the markers of a document in order to its regions. A marker that has no partner, or stands where no
// text could be written, is a problem; nothing is guessed.

import { decodeText } from "./bytes.ts";
import type { Line, LineIndex } from "./line-index.ts";
import type { Marker } from "./marker-grammar.ts";
import { containsMarker, type MarkerComment } from "./markers.ts";
import type { FoundRegions, Region, RegionProblem } from "./region.ts";

export interface LocatedMarker extends MarkerComment {
  /** From 1. */
  readonly line: number;
  readonly marker: Marker;
}

interface OpenMarker extends LocatedMarker {
  readonly marker: Extract<Marker, { kind: "open" }>;
}

/** The regions between the markers, and the problems, both in order. */
export function pairMarkers(
  document: Uint8Array,
  lines: LineIndex,
  markers: readonly LocatedMarker[],
): FoundRegions {
  const found: (Region | RegionProblem)[] = [];
  let open: OpenMarker | undefined;
  let isUnsure = false; // After a broken marker: it may have been the partner of the next one.
  for (const located of markers) {
    const { marker, line } = located;
    if (marker.kind === "wrong") {
      found.push({ ...marker.problem, line });
      open = undefined;
    } else if (marker.kind === "open") {
      if (open) found.push(nested(open, marker.name, line));
      open = { ...located, marker };
    } else {
      found.push(
        ...(open ? [placeRegion(document, lines, open, located)] : strayEnd(isUnsure, line)),
      );
      open = undefined;
    }
    isUnsure = marker.kind === "wrong";
  }
  if (open) found.push(unclosed(open));
  return {
    regions: found.filter((one): one is Region => !("message" in one)),
    problems: found.filter((one): one is RegionProblem => "message" in one),
  };
}

function strayEnd(isUnsure: boolean, line: number): readonly RegionProblem[] {
  return isUnsure ? [] : [unopened(line)];
}

function placeRegion(
  document: Uint8Array,
  lines: LineIndex,
  open: OpenMarker,
  end: LocatedMarker,
): Region | RegionProblem {
  const opening = lines.line(open.line);
  const eol = decodeText(document.subarray(opening.end, opening.next));
  if (containsMarker(decodeText(document.subarray(open.end, end.start)))) return hidden(open);
  const base = { name: open.marker.name, options: open.marker.options, line: open.line };
  if (open.line === end.line) {
    const isCrlf = eol === "\r\n";
    return {
      ...base,
      kind: "inline",
      start: open.end,
      end: end.start,
      indent: "",
      eol: isCrlf ? "\r\n" : "\n",
    };
  }
  const closing = lines.line(end.line);
  const problem = misplacement(document, opening, open) ?? misplacement(document, closing, end);
  if (problem) return problem;
  if (eol !== "\n" && eol !== "\r\n") return misplaced(open.line, bareReturn);
  const indent = decodeText(document.subarray(opening.start, open.start)).replace(/^\ufeff/, "");
  return { ...base, kind: "block", start: opening.next, end: closing.start, indent, eol };
}

// Why a marker of a block may not stand where it stands.
function misplacement(
  document: Uint8Array,
  line: Line,
  { start, end, isFlow, line: number, marker }: LocatedMarker,
): RegionProblem | undefined {
  const before = decodeText(document.subarray(line.start, start)).replace(/^\ufeff/, "");
  const after = decodeText(document.subarray(end, line.end));
  const name = marker.kind === "open" ? `marker "${marker.name}"` : "end marker";
  if (/^[ \t>]*>[ \t]*$/.test(before)) {
    return misplaced(
      number,
      `The ${name} stands in a block quote, where only a region within one line can be: move both markers out of the quote, or onto one line.`,
    );
  }
  if (!/^[ \t]*$/.test(before + after)) {
    return misplaced(
      number,
      `The ${name} shares its line with other text: put both markers on lines of their own, or both on one line.`,
    );
  }
  if (isFlow) return undefined;
  return misplaced(
    number,
    `The ${name} is part of the paragraph above it: put a blank line before it, or indent it less.`,
  );
}

const bareReturn =
  "The marker's line ends with a carriage return alone: save the file with LF or CRLF line ends.";

function misplaced(line: number, message: string): RegionProblem {
  return { kind: "misplaced", line, message };
}

function nested(open: OpenMarker, name: string, line: number): RegionProblem {
  const message = `The region "${name}" opens inside the region "${open.marker.name}" of line ${open.line}: put <!-- milepost:end --> before it, or remove one of the two markers.`;
  return { kind: "nested", line, message };
}

// A person's open code block may hide the end marker, and then the text up to the next one is not ours.
function hidden({ marker, line }: OpenMarker): RegionProblem {
  const message = `Between the marker "${marker.name}" and the next end marker stands a marker that is hidden in code or a comment: close the code or the comment, or remove that marker.`;
  return { kind: "nested", line, message };
}

function unclosed({ marker, line }: OpenMarker): RegionProblem {
  const message = `The region "${marker.name}" has no end: put <!-- milepost:end --> after its text, outside any code block or comment.`;
  return { kind: "unclosed", line, message };
}

function unopened(line: number): RegionProblem {
  const message =
    "This end marker closes nothing: remove it, or put the opening marker (<!-- milepost:name -->) before it.";
  return { kind: "unopened", line, message };
}
