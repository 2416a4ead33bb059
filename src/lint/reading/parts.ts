// The parts of a plan document and the issues listed in each, with the state that the document claims for
// each issue where it stands: by a mark of its own, by one of its line, or by what is said of the whole part.

import type {
  Chain,
  ClaimedState,
  CountClaim,
  DocumentClaims,
  Item,
  Reference,
  Section,
} from "../../claims/document-claims.ts";
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
  /** Null where the document does not say. */
  readonly state: "done" | "started" | "open" | null;
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
export const withinPart: (part: Part) => readonly Part[] = oncePer((part: Part) => [
  part,
  ...part.parts.flatMap((inner) => withinPart(inner)),
]);

/** All that is listed in the part and in what is within it. */
export const allMentions = oncePer((part: Part): readonly Mention[] =>
  withinPart(part).flatMap(({ mentions }) => mentions),
);

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

/** "#4 – CLOSED, mended" says it itself, whatever list it stands in. */
function saidState({ references, place }: Item, source: string): Mention["state"] {
  const number = references[0]?.numbers[0];
  const said = /^[\s*:—–-]+(?:CLOSED|DONE|FIXED|MERGED|RESOLVED|COMPLETED?)\b/;
  const column = source.indexOf(`#${number}`);
  return place.line > 0 && said.test(source.slice(column + `#${number}`.length)) ? "done" : null;
}

/** A commit or a pull request does something for the issues that it names, and seldom all. */
function isPieceOfWork(source: string): boolean {
  return /^[\s|*-]*(?:`[\da-f]{7,40}`|PR\s+#?\d+)/i.test(source);
}

/** What is checked off there is that the issue was filed, or that it can begin. */
const filed = /\b(?:created|filed|opened|ready|planned|documented)\b/i;

function ownState({ marks, place }: Item, section: Section): Mention["state"] {
  const own = marks[0];
  if (own?.kind === "emoji" && own.state === "done" && filed.test(section.title)) return null;
  if (own) return stateOf(own.state);
  const lineMarks = section.items
    .filter((item) => item.place.line === place.line)
    .flatMap((item) => item.marks);
  return lineMarks.length === 1 && lineMarks[0] ? stateOf(lineMarks[0].state) : null;
}

function stateOf(state: ClaimedState): NonNullable<Mention["state"]> {
  if (state === "done") return "done";
  return state === "in progress" ? "started" : "open";
}

/** "Complete roadmap" is a roadmap, and "Complete #4" is still to be done. */
export const doneLabel =
  /^(?:all )?(?:complete(?!\s+(?:\p{L}|#))|completed|done|closed|finished|shipped)\b/iu;
export const openLabel = /^(?:remaining|outstanding|open|to ?do|not started)\b/i;

/** What comes after what is complete. */
const aheadLabel = /^(?:next steps?|future|follow-?ups?|upcoming|planned|backlog)\b/i;

const things = `(?:issues?|items?|tasks?|tickets?|work|scope|features?|stories|epics?)`;
/** "Done" and "Completed issues", and no label that goes on: "Done in spring: the parser and what it needs". */
const allDone = new RegExp(
  `^(?:all )?(?:complete|completed|done|closed|finished|shipped)(?: ${things})?$`,
  "i",
);
const allOpen = new RegExp(
  String.raw`^(?:remaining|outstanding|open|to ?do|not started)(?: \S+)?(?: ${things})?$`,
  "i",
);

/** What is said of the part as a whole is said of each issue in it. */
function impliedState(part: Part): Mention["state"] {
  for (let at: Part | null = part; at; at = at.parent) {
    if (aheadLabel.test(at.label)) return null;
    // The title is that of the document, which tells of more.
    if (allDone.test(at.label) && at.level !== 1) return "done";
    if (allOpen.test(at.label)) return "open";
    const count = at.counts.find(({ done, place }) => done !== null && place.line === at?.line);
    if (!count || count.total !== listedIn(at)) continue;
    if (count.done === 0) return "open";
    if (count.done === count.total) return "done";
  }
  return null;
}

/** How many issues stand in it, so that its count is of these. */
const listedIn = oncePer(({ items }: Part): number => {
  const members = items.flatMap(({ references }) => references);
  return new Set(members.filter(({ attribute }) => !attribute).flatMap(({ numbers }) => numbers))
    .size;
});
