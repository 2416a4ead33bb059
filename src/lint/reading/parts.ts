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
import { impliedState, isPieceOfWork, ownState, type State, saidState } from "./claimed-states.ts";
import { isEntry, isNext, isPassing, isWrapped } from "./entry-forms.ts";
import { keyOfLabel, labelOf } from "./labels.ts";
import { oncePer } from "./once-per.ts";
import { isInRelationColumn } from "./relation-columns.ts";

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
  readonly chains: readonly Chain[];
  /** The milestone that its issues were moved to. */
  readonly target: string | null;
  readonly parent: Part | null;
  readonly parts: readonly Part[];
  readonly items: readonly Item[];
  /** Those that count as listed here; what is a mere remark is left out. */
  readonly mentions: readonly Mention[];
}

export function readParts(claims: DocumentClaims, text: string): Part {
  return readPart(claims.root, null, text.split(/\r\n|\n|\r/));
}

/** The part and all within it, in the order of the document. */
export function withinPart(part: Part): readonly Part[] {
  return isInnermost(part) ? [part] : innerParts(part);
}

const innerParts = oncePer((part: Part): readonly Part[] => [
  part,
  ...part.parts.flatMap(withinPart),
]);

/** All that is listed in the part and in what is within it. */
export function allMentions(part: Part): readonly Mention[] {
  return isInnermost(part) ? part.mentions : innerMentions(part);
}

const innerMentions = oncePer((part: Part): readonly Mention[] =>
  withinPart(part).flatMap(({ mentions }) => mentions),
);

/** Most are: of these nothing has to be remembered. */
function isInnermost({ parts }: Part): boolean {
  return parts.length === 0;
}

export function numbersOf(mentions: readonly Mention[]): ReadonlySet<number> {
  return new Set(mentions.map(({ number }) => number));
}

function readPart(section: Section, parent: Part | null, lines: readonly string[]): Part {
  const source = section.level === 0 && !parent ? "" : (lines[section.place.line - 1] ?? "");
  const label = labelOf(source);
  const part = {
    line: section.place.line,
    level: section.level,
    label,
    key: keyOfLabel(label),
    source,
    start: section.place.start,
    counts: section.counts,
    chains: section.chains,
    target: targetOf(section, parent, source),
    parent,
    parts: [] as Part[],
    items: section.items,
    mentions: [] as Mention[],
  };
  part.mentions.push(...section.items.flatMap((item) => readItem(item, part, section, lines)));
  part.parts.push(...section.sections.map((inner) => readPart(inner, part, lines)));
  return part;
}

const remark = /^[\W_]*(?:note|rationale|reason|why)\b/i;

/** What a remark says is about the part that it stands in, at most. */
function targetOf({ target }: Section, parent: Part | null, source: string): string | null {
  const own = target !== null && !isPassing(source) ? target : null;
  return remark.test(source) ? (parent?.target ?? null) : (own ?? parent?.target ?? null);
}

function readItem(
  item: Item,
  part: Part,
  section: Section,
  lines: readonly string[],
): readonly Mention[] {
  const source = lines[item.place.line - 1] ?? "";
  if (remark.test(source) && item.marks.length === 0) return [];
  const isItemListed = isEntry(item, source) && !isWrapped(lines, item.place.line);
  const state = isItemListed ? (saidState(item, source) ?? ownState(item, section)) : null;
  const implied = state !== null || isPieceOfWork(source) ? null : impliedState(part);
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
  const match = /^\s*[-*+]\s+\W*To\s+([A-Z]{1,3}\d+):/u.exec(source);
  return match && movedLabel.test(part.label) ? (match[1] ?? null) : null;
}
