// The parts of a plan document and the issues listed in each, with the state that the document claims for
// each issue where it stands.

import type {
  Chain,
  CountClaim,
  DocumentClaims,
  Item,
  Reference,
  Section,
} from "../../claims/document-claims.ts";
import { splitLines } from "../../markdown/split-lines.ts";
import {
  findSoleMarks,
  impliedState,
  isPieceOfWork,
  ownState,
  type SoleMarks,
  type State,
  saidState,
} from "./claimed-states.ts";
import { isEntry, isNext, isPassing, isWrapped } from "./entry-forms.ts";
import { findHeadCount } from "./head-count.ts";
import { keyOfLabel, labelOf } from "./labels.ts";
import { isInRelationColumn } from "./relation-columns.ts";
import { isLog, tellsOfTime } from "./time-series.ts";

export interface Mention {
  readonly number: number;
  readonly line: number;
  readonly part: Part;
  readonly item: Item;
  readonly reference: Reference;
  /** The milestone that it was moved to, by its line or its part. */
  readonly target: string | null;
  readonly state: State;
  /** It begins the entry; else the entry may be about something else. */
  readonly isListed: boolean;
}

export interface Part {
  readonly line: number;
  readonly level: number;
  readonly label: string;
  readonly key: string;
  /** The line that it begins with, as it stands. */
  readonly source: string;
  /** Offset of that line in the document, in UTF-16 units. */
  readonly start: number;
  readonly counts: readonly CountClaim[];
  /** The one in the line that it begins with. */
  readonly headCount: CountClaim | undefined;
  readonly chains: readonly Chain[];
  /** The milestone that its issues were moved to. */
  readonly target: string | null;
  /** What is said of it as a whole, or of what it is part of. */
  readonly implied: State;
  /** The innermost part that tells of a stretch of time: itself, or one that it is part of. */
  readonly time: Part | null;
  readonly isInLog: boolean;
  readonly parent: Part | null;
  readonly parts: readonly Part[];
  /** Itself and all parts in it, in the order of the document. */
  readonly within: readonly Part[];
  readonly items: readonly Item[];
  /** Those that count as listed here; what is a mere remark is left out. */
  readonly mentions: readonly Mention[];
  /** Those, and those of all parts within it. */
  readonly allMentions: readonly Mention[];
}

interface OpenPart extends Part {
  time: Part | null;
  parts: readonly Part[];
  within: readonly Part[];
  mentions: readonly Mention[];
  allMentions: readonly Mention[];
}

export function readParts(claims: DocumentClaims, text: string): Part {
  return readPart(claims.root, null, splitLines(text));
}

export function numbersOf(mentions: readonly Mention[]): ReadonlySet<number> {
  return new Set(mentions.map(({ number }) => number));
}

function readPart(section: Section, parent: Part | null, lines: readonly string[]): Part {
  const source = section.level === 0 && !parent ? "" : (lines[section.place.line - 1] ?? "");
  const part = openPart(section, parent, source);
  const where = { part, title: section.title, soleMarks: findSoleMarks(section.items), lines };
  part.mentions = section.items.flatMap((item) => readItem(item, where));
  part.parts = section.sections.map((inner) => readPart(inner, part, lines));
  const isInnermost = part.parts.length === 0;
  part.within = [part, ...part.parts.flatMap(({ within }) => within)];
  part.allMentions = isInnermost ? part.mentions : part.within.flatMap(({ mentions }) => mentions);
  return part;
}

const none: readonly never[] = [];

/** A part as far as what stands in it has no say. */
function openPart(section: Section, parent: Part | null, source: string): OpenPart {
  const { level, counts, chains, items } = section;
  const { line, start } = section.place;
  const label = labelOf(source);
  const isInLog = isLog(level, source);
  const part: OpenPart = {
    line,
    level,
    label,
    key: keyOfLabel(label),
    source,
    start,
    counts,
    chains,
    items,
    parent,
    headCount: findHeadCount({ counts, line, source, start }),
    implied: impliedState({ line, level, label, counts, items }, parent?.implied ?? null),
    target: targetOf(section, parent, source),
    time: parent?.time ?? null,
    isInLog: isInLog || parent?.isInLog === true,
    parts: none,
    within: none,
    mentions: none,
    allMentions: none,
  };
  if (isInLog || tellsOfTime(level, source)) part.time = part;
  return part;
}

const remark = /^[\W_]*(?:note|rationale|reason|why)\b/i;

/** What a remark says is about the part that it stands in, at most. */
function targetOf({ target }: Section, parent: Part | null, source: string): string | null {
  const own = target !== null && !isPassing(source) ? target : null;
  return remark.test(source) ? (parent?.target ?? null) : (own ?? parent?.target ?? null);
}

/** What an item stands in. */
interface Where {
  readonly part: Part;
  /** Of its section. */
  readonly title: string;
  readonly soleMarks: SoleMarks;
  /** Of the document. */
  readonly lines: readonly string[];
}

function readItem(item: Item, { part, title, soleMarks, lines }: Where): readonly Mention[] {
  const source = lines[item.place.line - 1] ?? "";
  if (item.marks.length === 0 && remark.test(source)) return [];
  const isItemListed = isEntry(item, source) && !isWrapped(lines, item.place.line);
  const state = isItemListed ? (saidState(item, source) ?? ownState(item, title, soleMarks)) : null;
  const implied = state !== null || isPieceOfWork(source) ? null : part.implied;
  const target = lineTarget(source, part) ?? part.target;
  return item.references
    .filter(({ kind, attribute, repository }) => kind === "issue" && !attribute && !repository)
    .filter((reference) => !isInRelationColumn(lines, reference))
    .flatMap((reference, index) => {
      const isListed = isItemListed && (index === 0 || isNext(reference, source));
      return reference.numbers.map((number) => ({
        number,
        line: reference.place.line,
        part,
        item,
        reference,
        target,
        state: isListed ? (state ?? implied) : null,
        isListed,
      }));
    });
}

const movedLabel = /\b(?:moved|reassigned|deferred|postponed)\b/i;

/** "- To M3: #4, #5" in a part about what was moved. */
function lineTarget(source: string, part: Part): string | null {
  if (!movedLabel.test(part.label)) return null;
  return /^\s*[-*+]\s+\W*To\s+([A-Z]{1,3}\d+):/u.exec(source)?.[1] ?? null;
}
