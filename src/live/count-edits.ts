// Counts in headings, lead-ins and lists, with the words and the mark that say the same as the figures.

import type { CountClaim, Item, Place } from "../claims/document-claims.ts";
import type { Plan } from "../domain/plan.ts";
import { type CountQuestion, findScope, isOpenCount, isWhole } from "./count-scope.ts";
import { isListing, lineStart } from "./listing.ts";
import type { LiveChanges, LiveEdit } from "./live-edit.ts";
import type { PlacedSection } from "./outline.ts";
import { partEdits } from "./part-edits.ts";
import type { Tally } from "./tally.ts";

/** "39 closed ✅, 11 open" behind a lead-in that speaks of the whole milestone. */
export function stateCountEdits(
  { section, milestone }: PlacedSection,
  text: string,
): readonly LiveEdit[] {
  const { start, end, line } = section.place;
  const source = text.slice(start, end);
  const lead = /^\s*(?:[-*+]\s+|>\s*)?\*\*([^*]+?):?\*\*:?\s/.exec(source);
  if (!milestone || !lead || !isWhole(lead[1] ?? "")) return [];
  const { completed, remaining } = milestone;
  const figures: Readonly<Record<string, number>> = {
    closed: completed.length,
    open: remaining.length,
  };
  return Array.from(source.matchAll(/(?<![\w/.#])(\d+) (closed|open)(?![\w-]| \w)/g)).flatMap(
    ({ index, 1: digits = "", 2: word = "" }) => {
      const at = start + index;
      return changed(text, at, at + digits.length, line, String(figures[word] ?? digits));
    },
  );
}

const nothing: LiveChanges = { edits: [], findings: [] };

export function countChanges(
  claim: CountClaim,
  text: string,
  placed: PlacedSection,
  plan: Plan,
): LiveChanges {
  const { start, end, line } = claim.place;
  const before = text.slice(lineStart(text, start), start);
  const question: CountQuestion = { claim, label: labelOf(before), placed, plan };
  if (!isListing(text, start) && !isWhole(question.label)) return nothing;
  const scope = findScope(question);
  if (scope.kind === "none") return nothing;
  const figures = text.slice(start, end);
  if (scope.kind === "unclear") {
    if (claim.done === null) return nothing;
    const message = `The count "${figures}" was left alone: ${scope.why}, or put <!-- milepost:keep --> behind the line.`;
    return { edits: [], findings: [{ line, message }] };
  }
  const { tally } = scope;
  if (claim.done === null) return plainChanges(question, text, tally);
  const edits = [
    ...figureEdits(claim, text, tally),
    ...leftEdits(claim, text, tally),
    ...statusEdits(claim, text, tally, placed.section.items),
  ];
  return { edits, findings: [] };
}

/** The words before a count, back to where its piece of the line begins. */
function labelOf(before: string): string {
  const piece = before.slice(before.lastIndexOf("|") + 1);
  return piece
    .replace(/[✅☑✔🔨🚧📋⏸⛔]|\bCOMPLETE\b|\bIN PROGRESS\b|\d+\s?%/gu, " ")
    .replace(/[^\p{L}\p{N}&/ ]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** "11 issues", and what a person has broken it down into behind that. */
function plainChanges(question: CountQuestion, text: string, tally: Tally): LiveChanges {
  const { start, end, line } = question.claim.place;
  const wanted = isOpenCount(question) ? tally.total - tally.done : tally.total;
  const behind = text.slice(end, end + 200).split(/[\r\n]/)[0] ?? "";
  const noun = /^\s+(?:open |closed |remaining )?(?:issue|item|task|ticket)(s?)/i.exec(behind);
  const nounEnd = end + (noun?.[0].length ?? 0);
  const plural = noun?.[1] ?? "";
  const edits = [
    ...changed(text, start, end, line, String(wanted)),
    ...(noun ? changed(text, nounEnd - plural.length, nounEnd, line, wanted === 1 ? "" : "s") : []),
  ];
  if (!isOpenCount(question)) return { edits, findings: [] };
  const { placed, plan, claim } = question;
  const [root = placed.section] = placed.path;
  const { milestone } = placed;
  const asked = { text, end, line, stated: claim.total, open: wanted, root, milestone, plan };
  const parts = partEdits(asked);
  if (parts) return { edits: [...edits, ...parts], findings: [] };
  const message = `The parts in brackets do not add up to the ${wanted} that are there, and which of them is wrong cannot be told: correct them by hand.`;
  return { edits, findings: [{ line, message }] };
}

/** "39/50", and the percentage behind or before it. */
function figureEdits({ place }: CountClaim, text: string, tally: Tally): readonly LiveEdit[] {
  const { start, end, line } = place;
  const figures = text.slice(start, end);
  const percentage = tally.percent ?? 0;
  const wanted = figures
    .replace(/^\d+\/\d+/, `${tally.done}/${tally.total}`)
    .replace(/\d+(?=\s?%)/, String(percentage));
  const ahead = /(\d{1,3})(\s?%\s*\()$/.exec(text.slice(lineStart(text, start), start));
  const behind = /^(\s+[a-z]+\s*\()(\d{1,3})(?=\s?%\))/i.exec(text.slice(end, end + 40));
  const share = end + (behind?.[1]?.length ?? 0);
  const edits = [
    ...changed(text, start, end, line, wanted),
    ...(behind?.[2] === undefined
      ? []
      : changed(text, share, share + behind[2].length, line, String(percentage))),
  ];
  if (!ahead) return edits;
  const from = start - ahead[0].length;
  return [
    ...changed(text, from, from + (ahead[1] ?? "").length, line, String(percentage)),
    ...edits,
  ];
}

/** "– 1 alert remaining" */
function leftEdits({ place }: CountClaim, text: string, tally: Tally): readonly LiveEdit[] {
  const { end, line } = place;
  const match = /^(\s*[–—,-]\s*)(\d+ [\p{L}]+)( (?:remaining|left)\b)/u.exec(
    text.slice(end, end + 80),
  );
  if (!match) return [];
  const [, lead = "", words = ""] = match;
  const left = tally.total - tally.done;
  const noun = words.replace(/^\d+ /, "").replace(/s$/, "");
  const from = end + lead.length;
  return changed(text, from, from + words.length, line, `${left} ${noun}${left === 1 ? "" : "s"}`);
}

/** "✅ COMPLETE (5/5)" and "🔨 IN PROGRESS (4/5)". */
function statusEdits(
  { place }: CountClaim,
  text: string,
  tally: Tally,
  items: readonly Item[],
): readonly LiveEdit[] {
  const { start, line } = place;
  const isComplete = tally.total > 0 && tally.done === tally.total;
  const edits: LiveEdit[] = [];
  const sign = signOfCount(place, text, items);
  if (sign && /^[✅☑✔]/u.test(sign.text) !== isComplete) {
    edits.push({ ...sign, line, text: isComplete ? "✅" : "🔨" });
  }
  const [from] = pieceAround(text, start);
  const word = /\b(?:COMPLETE|IN PROGRESS)(?=[\s*]*\($)/.exec(text.slice(from, start));
  if (word) {
    const at = from + word.index;
    const wanted = isComplete ? "COMPLETE" : "IN PROGRESS";
    edits.push(...changed(text, at, at + word[0].length, line, wanted));
  }
  return edits;
}

/**
 * The mark that says the same as a count, in its piece of the line: the only one there, and before the
 * figures if issues are named behind them. With an issue before the figures, marks are the issues' own.
 */
export function signOfCount(
  { start }: Place,
  text: string,
  items: readonly Item[],
): Omit<LiveEdit, "line"> | null {
  const [from, to] = pieceAround(text, start);
  const piece = text.slice(from, to);
  const [sign, second] = piece.matchAll(/[✅☑✔🔨📋🚧⛔⏸]\uFE0F?/gu);
  if (!sign || second || namesIssue(items, text, from, start)) return null;
  const at = from + sign.index;
  if (at > start && namesIssue(items, text, from, to)) return null;
  return { start: at, end: at + sign[0].length, text: sign[0] };
}

function namesIssue(items: readonly Item[], text: string, from: number, to: number): boolean {
  const isNamed = items.some(({ references }) =>
    references.some(
      ({ kind, place }) => kind !== "issue" && from <= place.start && place.end <= to,
    ),
  );
  return isNamed || /#\d/.test(text.slice(from, to));
}

function pieceAround(text: string, offset: number): readonly [number, number] {
  const start = Math.max(lineStart(text, offset), text.lastIndexOf("|", offset) + 1);
  const end = /[|\r\n]|$/g;
  end.lastIndex = offset;
  return [start, end.exec(text)?.index ?? text.length];
}

function changed(
  text: string,
  start: number,
  end: number,
  line: number,
  wanted: string,
): readonly LiveEdit[] {
  return text.slice(start, end) === wanted ? [] : [{ start, end, line, text: wanted }];
}
