// A part's count against the issues listed in it.

import type { CountClaim } from "../../claims/document-claims.ts";
import { doneLabel } from "./claimed-states.ts";
import { type Found, isOfIssues, isSaidComplete } from "./count-meaning.ts";
import type { DocumentLine } from "./document-lines.ts";
import { partLines } from "./part-lines.ts";
import { type Mention, numbersOf, type Part } from "./parts.ts";

export function againstIssues(
  part: Part,
  count: CountClaim,
  document: readonly DocumentLine[],
): Found | null {
  const mentions = part.allMentions;
  const listed = numbersOf(mentions).size;
  if (!isPlainList(part, document) || isBetween(mentions, part, count)) return null;
  const lines = mentions.map(({ line }) => line);
  const open = mentions.filter(({ state, item }) => state !== "done" && item.marks.length > 0);
  if (isSaidComplete(count) && open.length > 0) {
    return { found: `${open.length} under it not done`, lines: open.map(({ line }) => line) };
  }
  if (/\+/.test(count.remainder ?? "") || !isOfIssues(count)) return null;
  const withRemarks = listed + remarked(part).size;
  const expected = isListOfDone(part, count) ? [count.done] : [count.total, ...shares(part, count)];
  if (expected.includes(listed) || expected.includes(withRemarks))
    return count.done !== null && listed === count.total ? againstMarks(mentions, count) : null;
  // So far apart, it is an excerpt, or a count of something else.
  const isFar = Math.abs(listed - count.total) > Math.max(3, count.total / 2);
  return isFar ? null : { found: `${listed} listed`, lines };
}

/** Each of its entries names an issue first, and there is nothing else among them. */
function isPlainList(part: Part, document: readonly DocumentLine[]): boolean {
  const mentions = part.allMentions;
  const lines = new Set(mentions.map(({ line }) => line));
  const isCountedWithin = part.parts.some((one) => one.headCount?.done);
  return (
    mentions.length > 0 &&
    mentions.every(({ isListed }) => isListed) &&
    !(isRow(part) || isCountedWithin || isSample(part, document) || hasOtherEntries(part)) &&
    !(hasOtherRows(part, document, lines) || hasOtherBullets(part, document, lines))
  );
}

/** Rows that name no issue are counted too, below a first row and a line of dashes. */
function hasOtherRows(
  part: Part,
  document: readonly DocumentLine[],
  naming: ReadonlySet<number>,
): boolean {
  if (![...naming].some((line) => document[line - 1]?.kind === "row")) return false;
  const rows = partLines(part, document).filter(({ kind }) => kind === "row");
  return rows.slice(2).some(({ line }) => !naming.has(line));
}

/** So is an entry that names no issue, and it may stand for one or for several. */
function hasOtherBullets(
  part: Part,
  document: readonly DocumentLine[],
  naming: ReadonlySet<number>,
): boolean {
  const rest = document.slice(part.line);
  const end = rest.findIndex(
    ({ line, kind, indent }) =>
      kind === "heading" || (kind === "words" && indent === 0 && !naming.has(line)),
  );
  const bullets = (end < 0 ? rest : rest.slice(0, end)).filter(({ kind }) => kind === "bullet");
  const least = bullets.reduce(
    (min, { indent }) => Math.min(min, indent),
    Number.POSITIVE_INFINITY,
  );
  const last = [...naming].reduce((max, line) => Math.max(max, line), 0);
  const begin = document[part.line - 1];
  const isBullet = begin?.kind === "bullet";
  const own = isBullet ? bullets.filter(({ line }) => line <= last) : bullets;
  return own.some(({ line, indent }) => indent === least && !naming.has(line));
}

/** Its cells tell of different things. */
function isRow({ source }: Part): boolean {
  return /^\s*\|/.test(source);
}

function againstMarks(mentions: readonly Mention[], count: CountClaim): Found | null {
  if (mentions.some(({ item }) => item.marks.length === 0)) return null;
  const done = numbersOf(mentions.filter(({ state }) => state === "done")).size;
  return done === count.done
    ? null
    : { found: `${done} marked as done`, lines: mentions.map(({ line }) => line) };
}

/** A list under "Complete (39/50)" holds the 39, and so does one under "✅ Tasks (39/50)". */
function isListOfDone({ label, source }: Part, { done, total }: CountClaim): boolean {
  const isOfDone = doneLabel.test(label) || /^[\s#]*✅/u.test(source);
  return done !== null && done < total && isOfDone;
}

/** Under "Issues closed: 8/10" stand the 8, and under "Pending issues (1/9)" the one, or the 8. */
function shares({ label }: Part, { done, total }: CountClaim): readonly number[] {
  const isOfSome =
    /\b(?:complete|completed|done|closed|finished|shipped|resolved|merged|remaining|outstanding|open|pending|left)\b/i;
  return done !== null && isOfSome.test(label) ? [done, total - done] : [];
}

/** Some of them, to show what they are like. */
function isSample(part: Part, lines: readonly DocumentLine[]): boolean {
  const sources = part.allMentions.map(({ line }) => lines[line - 1]?.text ?? "");
  const labels = part.within.map(({ label }) => label);
  return [...labels, ...sources].some((text) =>
    /\b(?:samples?|examples?|e\.g\.)(?!\p{L})/iu.test(text),
  );
}

/** "#141-#168 (24 issues)": they are among these numbers. */
function isBetween(mentions: readonly Mention[], part: Part, { done, total }: CountClaim): boolean {
  const isOneRange = new Set(mentions.map(({ reference }) => reference)).size === 1;
  const isAlone = mentions.every(({ line, reference }) => reference.range && line === part.line);
  return done === null && isOneRange && isAlone && total < mentions.length;
}

/** An entry without a reference is counted too, and we can't tell how often. */
function hasOtherEntries(part: Part): boolean {
  return part.within.some(({ items }) => items.some(({ references }) => references.length === 0));
}

/** Issues that stand under it in a remark, such as the children of one listed. */
function remarked(part: Part): ReadonlySet<number> {
  const references = part.within.flatMap(({ items }) => items.flatMap((one) => one.references));
  return new Set(
    references.filter(({ attribute }) => attribute !== null).flatMap(({ numbers }) => numbers),
  );
}
