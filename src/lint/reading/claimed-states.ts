// The state that a document claims for an issue: by a mark of its own, by one of its line, or by what is said
// of the whole part.

import type { ClaimedState, CountClaim, Item, Mark } from "../../claims/document-claims.ts";

/** Null where the document does not say. */
export type State = "done" | "started" | "open" | null;

/** A part, as far as it says something of all within it. */
interface Labelled {
  readonly line: number;
  readonly level: number;
  readonly label: string;
  readonly counts: readonly CountClaim[];
  readonly items: readonly Item[];
}

/** "#4 – CLOSED, mended" says it itself, whatever list it stands in. */
export function saidState({ references, place }: Item, source: string): State {
  const number = references[0]?.numbers[0];
  const said = /^[\s*:—–-]+(?:CLOSED|DONE|FIXED|MERGED|RESOLVED|COMPLETED?)\b/;
  const column = source.indexOf(`#${number}`);
  return place.line > 0 && said.test(source.slice(column + `#${number}`.length)) ? "done" : null;
}

/** A commit or a pull request does something for the issues that it names, and seldom all. */
export function isPieceOfWork(source: string): boolean {
  return /^[\s|*-]*(?:`[\da-f]{7,40}`|PR\s+#?\d+)/i.test(source);
}

/** What is checked off there is that the issue was filed, or that it can begin. */
const filed = /\b(?:created|filed|opened|ready|planned|documented)\b/i;

/** @param title Of the section that it stands in. */
export function ownState({ marks, place }: Item, title: string, soleMarks: SoleMarks): State {
  const own = marks[0];
  if (own?.kind === "emoji" && own.state === "done" && filed.test(title)) return null;
  const mark = own ?? soleMarks.get(place.line);
  return mark ? stateOf(mark.state) : null;
}

/** By line, the mark of its items; null where they have several. */
export type SoleMarks = ReadonlyMap<number, Mark | null>;

/** For the items of a section that have none of their own. */
export function findSoleMarks(items: readonly Item[]): SoleMarks {
  const marks = new Map<number, Mark | null>();
  if (items.every((item) => item.marks.length > 0)) return marks;
  for (const { marks: own, place } of items) {
    const [mark] = own;
    if (mark) marks.set(place.line, own.length === 1 && !marks.has(place.line) ? mark : null);
  }
  return marks;
}

function stateOf(state: ClaimedState): NonNullable<State> {
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

/** What is said of the part as a whole is said of each issue in it; `around`: of what it is part of. */
export function impliedState(part: Labelled, around: State): State {
  const { label, level, line, counts } = part;
  if (aheadLabel.test(label)) return null;
  // The title is that of the document, which tells of more.
  if (allDone.test(label) && level !== 1) return "done";
  if (allOpen.test(label)) return "open";
  const count = counts.find(({ done, place }) => done !== null && place.line === line);
  if (!count || count.total !== listedIn(part)) return around;
  if (count.done === 0) return "open";
  return count.done === count.total ? "done" : around;
}

/** How many issues stand in it, so that its count is of these. */
function listedIn({ items }: Labelled): number {
  const listed = new Set<number>();
  for (const { references } of items) {
    for (const { attribute, numbers } of references) {
      if (!attribute) for (const number of numbers) listed.add(number);
    }
  }
  return listed.size;
}
