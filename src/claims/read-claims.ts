// What a hand-written plan document says: its parts, and the issues, marks, counts and chains in each.

import type {
  Chain,
  CountClaim,
  DocumentClaims,
  Item,
  Place,
  Reference,
  Section,
} from "./document-claims.ts";
import { findKept } from "./kept-places.ts";
import { type KnownKeys, noKeys } from "./known-keys.ts";
import { lastBegun } from "./last-begun.ts";
import { readCounts } from "./read-counts.ts";
import { readMarks } from "./read-marks.ts";
import { readChains, readReferences } from "./read-references.ts";
import { type SourceLine, sourceLines } from "./source-lines.ts";

interface OpenSection extends Section {
  readonly items: Item[];
  readonly counts: CountClaim[];
  readonly chains: Chain[];
  readonly sections: OpenSection[];
}

/** The sections that a line may go into: headings by level, then lead-ins. */
interface Open {
  readonly headings: OpenSection[];
  leadIn: OpenSection | null;
  bullet: { readonly section: OpenSection; readonly indent: number } | null;
  readonly names: Names;
}

/** What names issues other than their numbers. */
interface Names {
  readonly keys: KnownKeys;
  /** By line: titles, which only a look at the whole document finds. */
  readonly titles: ReadonlyMap<number, Reference>;
}

const leadIn = /^(\s*)(?:([-*+]|\d{1,9}[.)])\s+)?(?:[^\p{L}\p{N}\s*[#]+\s+)?\*\*[^*]+\*\*/u;

/**
 * Never throws; time grows with the length. Offsets are those of `text`. Other keys than `keys` are words, and so
 * are all titles but `titles`, at most one in a line, which names no other issue as its own then.
 */
export function readClaims(
  text: string,
  keys: KnownKeys = noKeys,
  titles: readonly Reference[] = [],
): DocumentClaims {
  const root = openSection("", 0, { start: 0, end: text.length, line: 1 }, "");
  const names = { keys, titles: new Map(titles.map((one) => [one.place.line, one])) };
  const open: Open = { headings: [root], leadIn: null, bullet: null, names };
  for (const line of sourceLines(text)) readLine(open, line);
  return { root, kept: findKept(text) };
}

function readLine(open: Open, line: SourceLine): void {
  const level = /^ {0,3}(#{1,6})[ \t]/.exec(line.text)?.[1]?.length;
  if (level !== undefined) {
    while (open.headings.length > 1 && (open.headings.at(-1)?.level ?? 0) >= level)
      open.headings.pop();
    const section = openSection(line.text, level, placeOf(line), line.text);
    open.headings.at(-1)?.sections.push(section);
    open.headings.push(section);
    open.leadIn = null;
    open.bullet = null;
    fill(section, line, open.names);
    return;
  }
  fill(sectionFor(open, line), line, open.names);
}

function placeOf({ start, text, line }: SourceLine): Place {
  return { start, end: start + text.length, line };
}

function sectionFor(open: Open, line: SourceLine): OpenSection {
  const match = line.text.includes("**") ? leadIn.exec(line.text) : null;
  if (match && !isChainAlone(line)) return leadInSection(open, line, match[2] !== undefined);
  const around = open.leadIn ?? headingOf(open);
  if (!open.bullet) return around;
  if (indentOf(line) > open.bullet.indent) return open.bullet.section;
  if (/^\s*(?:[-*+]|\d{1,9}[.)])\s/.test(line.text)) open.bullet = null;
  return around;
}

function leadInSection(open: Open, line: SourceLine, isBullet: boolean): OpenSection {
  const section = openSection(line.text, 0, placeOf(line), line.text);
  const indent = indentOf(line);
  if (!isBullet && indent === 0) {
    headingOf(open).sections.push(section);
    open.leadIn = section;
    open.bullet = null;
  } else {
    const isNested = open.bullet !== null && indent > open.bullet.indent;
    const parent = isNested ? open.bullet?.section : (open.leadIn ?? headingOf(open));
    parent?.sections.push(section);
    open.bullet = { section, indent };
  }
  return section;
}

function headingOf({ headings }: Open): OpenSection {
  return headings[headings.length - 1] as OpenSection;
}

function indentOf({ text }: SourceLine): number {
  return text.search(/\S/);
}

/** "**Dependency Chain:** #4 → #5" belongs to the part that it stands in. */
function isChainAlone({ text, start, line }: SourceLine): boolean {
  const chains = readChains(text, start, line);
  if (chains.length === 0) return false;
  return outside(chains, readReferences(text, start, line)).length === 0;
}

function outside(chains: readonly Chain[], references: readonly Reference[]): readonly Reference[] {
  if (chains.length === 0) return references;
  const places = chains.map(({ place }) => place);
  return references.filter(
    ({ place: { start, end } }) => end > (lastBegun(places, start)?.end ?? 0),
  );
}

function fill(section: OpenSection, source: SourceLine, names: Names): void {
  const { text, start, line } = source;
  const chains = readChains(text, start, line);
  section.chains.push(...chains);
  section.counts.push(...readCounts(text, start, line, section.title));
  const listed = outside(chains, referencesIn(source, names));
  if (listed.length === 0) return;
  const cells = cellsOf(text, start);
  if (cells.length === 1) {
    section.items.push(readItem({ start, text }, listed, line));
    return;
  }
  const byCell = Map.groupBy(listed, ({ place }) => lastBegun(cells, place.start));
  for (const cell of cells) {
    const references = byCell.get(cell);
    if (references) section.items.push(readItem(cell, references, line));
  }
}

function readItem({ start, text }: Cell, references: readonly Reference[], line: number): Item {
  const place = { start, end: start + text.length, line };
  return { place, references, marks: readMarks(text, start, line), words: text.trim() };
}

interface Cell {
  readonly start: number;
  readonly text: string;
}

function cellsOf(line: string, start: number): readonly Cell[] {
  let at = start;
  return line.split("|").map((text) => {
    const cell = { start: at, text };
    at += text.length + 1;
    return cell;
  });
}

function referencesIn({ text, start, line }: SourceLine, { keys, titles }: Names) {
  const title = titles.get(line);
  const named = readReferences(text, start, line, keys);
  return title ? [title, ...named] : named;
}

const target =
  /\b(?:moved|deferred|postponed|reassigned)\s+to\s+([A-Z]{1,3}\d+)\b|→\s*([A-Z]{1,3}\d+)\b|^\s*[-*+]\s+To ([A-Z]{1,3}\d+):/iu;

function openSection(title: string, level: number, place: Place, text: string): OpenSection {
  const [, moved, arrow, bullet] = target.exec(text) ?? [];
  const milestone = moved ?? arrow ?? bullet;
  return {
    title: title.replace(/^[\s#]+/, "").trim(),
    level,
    place,
    items: [],
    counts: [],
    chains: [],
    sections: [],
    target: milestone?.toUpperCase() ?? null,
  };
}
