// Boxes in front of references, and state marks beside them.

import type { Item, Mark, Reference } from "../claims/document-claims.ts";
import type { Plan } from "../domain/plan.ts";
import { itemsOf, jointState } from "./issue-states.ts";
import { isListing } from "./listing.ts";
import type { LiveEdit } from "./live-edit.ts";
import { correctedMark, type ShownState } from "./state-words.ts";

interface Marking {
  readonly text: string;
  readonly plan: Plan;
  readonly shown: (state: ShownState) => ShownState;
}

const between = /^(?:[\s*_~[(✅☑✔🔨🚧📋⏸⛔]|\uFE0F)*$/u;
const joint = /^[\s,&+*_]*(?:and\s)?[\s*_]*$/;

export function markEdits(item: Item, marking: Marking): readonly LiveEdit[] {
  if (!isListing(marking.text, item.place.start)) return [];
  const members = item.references.filter(({ attribute }) => attribute === null);
  const boxes = item.marks.filter(({ kind }) => kind === "box");
  return [
    ...boxes.flatMap((box) => boxEdit(box, item, marking)),
    ...signGroups(item, members, marking.text).flatMap(([mark, references]) =>
      signEdit(mark, references, marking),
    ),
  ];
}

/** A box stands for the reference behind it and for those that are listed with that. */
function boxEdit(box: Mark, item: Item, { text, plan }: Marking): readonly LiveEdit[] {
  const [first, ...rest] = item.references.filter(({ place }) => place.start >= box.place.end);
  if (!first || !isAhead(text.slice(box.place.end, first.place.start), first)) return [];
  const covered = [first];
  for (const reference of rest) {
    const gap = text.slice(covered.at(-1)?.place.end, reference.place.start);
    if (!joint.test(gap)) break;
    covered.push(reference);
  }
  if (item.references.some((one) => isUnsaid(one, covered))) return [];
  const issues = itemsOf(covered, plan);
  if (!issues) return [];
  const isDone = issues.every(({ resolution }) => resolution !== null);
  if (isDone === (box.state === "done")) return [];
  const { start, line } = box.place;
  return [{ start: start + 1, end: start + 2, line, text: isDone ? "x" : " " }];
}

/** "[ ] Check: US-1 complete" is a box of US-1. */
function isAhead(words: string, { kind }: Reference): boolean {
  return between.test(kind === "key" ? words.replace(/^(\s*)check:/i, "$1") : words);
}

/** A key beside those that a box stands for, or one of which it names a part: the box may say more than they do. */
function isUnsaid(reference: Reference, covered: readonly Reference[]): boolean {
  const { kind, attribute } = reference;
  if (kind !== "key") return false;
  return covered.includes(reference)
    ? attribute !== null
    : attribute === null || attribute === "part";
}

type Marked = readonly [Mark, readonly Reference[]];

/** Which references each sign stands for; a sign of which that is unclear is left out. */
function signGroups(item: Item, members: readonly Reference[], text: string): readonly Marked[] {
  const signs = item.marks.filter(({ kind }) => kind === "emoji");
  const words = item.marks.filter(({ kind, place }) => kind === "word" && text[place.end] === ")");
  if (signs.length <= 1 && words.length <= 1) {
    const alone = words.filter(() => members.flatMap(({ numbers }) => numbers).length === 1);
    return [...signs, ...alone].map((mark) => [mark, members] as const);
  }
  return piecesOf(item, text).flatMap(([start, end]): readonly Marked[] => {
    const within = ({ place }: Mark | Reference) => place.start >= start && place.end <= end;
    const own = signs.filter(within);
    return own.length === 1 ? own.map((mark) => [mark, members.filter(within)] as const) : [];
  });
}

/** Between commas outside of brackets. */
function piecesOf({ place }: Item, text: string): readonly (readonly [number, number])[] {
  const pieces: [number, number][] = [];
  let depth = 0;
  let from = place.start;
  for (let at = place.start; at < place.end; at += 1) {
    if (text[at] === "(") depth += 1;
    if (text[at] === ")") depth -= 1;
    if (text[at] !== "," || depth > 0) continue;
    pieces.push([from, at]);
    from = at + 1;
  }
  return [...pieces, [from, place.end]];
}

function signEdit(
  mark: Mark,
  references: readonly Reference[],
  { plan, shown }: Marking,
): readonly LiveEdit[] {
  const issues = itemsOf(references, plan);
  const text = issues && correctedMark(mark, jointState(issues, shown));
  const { start, end, line } = mark.place;
  return text === null ? [] : [{ start, end, line, text }];
}
