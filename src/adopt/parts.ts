// The parts of a document with the lines that each takes: what a region may take the place of.

import type { DocumentClaims, Section } from "../claims/document-claims.ts";

export interface Part {
  readonly section: Section;
  /** The first line's words without emphasis, marks and figures: "Remaining M2 Scope". */
  readonly label: string;
  /** Lines from 0: its own first, and the one behind its last that says anything. */
  readonly from: number;
  readonly to: number;
  readonly parent: Part | null;
  readonly parts: readonly Part[];
}

interface OpenPart extends Part {
  readonly parts: OpenPart[];
}

/** The whole document, with its parts in it. */
export function readParts({ root }: DocumentClaims, lines: readonly string[]): Part {
  return partOf(root, null, lines.length, lines);
}

/** The part and all within it, in the order of the document. */
export function withinPart(part: Part): readonly Part[] {
  return [part, ...part.parts.flatMap(withinPart)];
}

function partOf(
  section: Section,
  parent: Part | null,
  end: number,
  lines: readonly string[],
): OpenPart {
  const from = section.place.line - 1;
  const part = {
    section,
    label: parent === null ? "" : labelOf(lines[from] ?? ""),
    from,
    to: lastSaid(lines, from, end),
    parent,
    parts: [] as OpenPart[],
  };
  section.sections.forEach((inner, index) => {
    const next = section.sections[index + 1]?.place.line;
    part.parts.push(partOf(inner, part, next === undefined ? end : next - 1, lines));
  });
  return part;
}

/** Blank lines and rules at the end belong to nobody. */
function lastSaid(lines: readonly string[], from: number, end: number): number {
  let to = end;
  while (to > from + 1 && isEmptyLine(lines[to - 1] ?? "")) to -= 1;
  return to;
}

/** Blank, or a rule. */
export function isEmptyLine(line: string): boolean {
  return /^\s*(?:(?:[-*_][ \t]*){3,})?\s*$/.test(line);
}

const leadIn = /^\s*(?:[-*+]\s+|\d+[.)]\s+)?(?:[^\p{L}\p{N}\s*[#]+\s+)?\*\*([^*]+)\*\*/u;

function labelOf(line: string): string {
  const words = leadIn.exec(line)?.[1] ?? line.replace(/^[\s#]+/, "");
  return words
    .replace(/\([^()]*\)/g, " ")
    .replace(/[^\p{L}\p{N}\s&/-]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}
