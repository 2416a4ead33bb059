// The forms in which a line lists an issue as an entry of a plan, and those in which it only names one.

import type { Item, Reference } from "../../claims/document-claims.ts";

/** The rest of a sentence that began on the line before. */
export function isWrapped(lines: readonly string[], line: number): boolean {
  const [before = "", source = ""] = [lines[line - 2], lines[line - 1]];
  const goesOn = /^\s*\(?\[?#\d/.test(source) && !/\[[ xX]\]/.test(source);
  return goesOn && /[\p{L},;—–-]\s*$/u.test(before) && !/^\s*(?:#{1,6}\s|\|)/.test(before);
}

/** "#4 Parser, #5 Printer" lists both, and "#4 Parser, which waits for #5" one. */
export function isNext({ numbers }: Reference, source: string): boolean {
  const column = placeOf(`#${numbers[0]}`, source);
  return /(?:^|[,;:|+&/→\])]|\band|\d)[\s[(*_~✅-]*$/u.test(source.slice(0, column));
}

/** Where a number stands, and no longer one that begins with it; -1 where it does not. */
function placeOf(number: string, source: string): number {
  let column = source.indexOf(number);
  while (column >= 0 && /\d/.test(source.charAt(column + number.length))) {
    column = source.indexOf(number, column + 1);
  }
  return column;
}

const kinds = /\b(?:issue|epic|task|story|ticket|bug|feature|subtask)\b/i;

/** A cell begins with its issue. In "✅ Review #4 once more" the mark is that of the review. */
export function isEntry({ place, references }: Item, source: string): boolean {
  const first = references.find(({ attribute }) => attribute === null) ?? references[0];
  const column = source.indexOf(`#${first?.numbers[0]}`);
  const ahead = source.slice(0, column);
  const before = ahead.slice(ahead.lastIndexOf("|") + 1);
  if (/^\s*\|/.test(source) && /\p{L}/u.test(before.replace(kinds, ""))) return false;
  return (
    place.line > 0 &&
    !(/\p{L}{2}/u.test(before) && isCited(source.slice(column))) &&
    /(?:^|[:(])\W*(?:(?:issue|epic|task|story|ticket|bug|feature|subtask)\W*)?$/i.test(
      before.replace(/\[[ xX]\]/, "").replace(/^\s*(?:[-*+]|\d+[.)])\s/, ""),
    )
  );
}

/** "(#4, #5 still to be tested)" behind a task: what it is about, and no name of it. */
function isCited(behind: string): boolean {
  const inside = /^([^()]*)\)/.exec(behind)?.[1];
  return inside !== undefined && /[,§]|\p{L}/u.test(inside);
}

/** "Issues #4-6 → M3" moves them; "S2→S3 begins" tells of something else. */
export function isPassing(source: string): boolean {
  const isSaid = /\b(?:moved|deferred|postponed|reassigned)\s+to\b|^\s*[-*+]\s+To\b/i.test(source);
  const issue = source.search(/#\d/);
  const arrow = source.search(/→\s*\**[A-Z]{1,3}\d+\W*$/u);
  return !(isSaid || (issue >= 0 && issue < arrow));
}
