// Makes hostile text inert: inline Markdown that GitHub renders as that very plain text, in one line, in a
// paragraph, list item, table cell, heading, link text or emphasis.
// GitHub links mentions, references, addresses and emoji after it has decoded character references, so an
// escaped character alone does not stop it: a zero-width space, itself a reference, is put inside instead.

import { LRUCache } from "lru-cache";
import { toPlainLine } from "./plain-line.ts";

/** Each sync shows the same titles again, most of them more than once. */
const escaped = new LRUCache<string, string>({
  maxSize: 1024 * 1024,
  sizeCalculation: (after, before) => before.length + after.length + 1,
});

/** The text as inline Markdown; empty if nothing of it can be seen. Time grows with its length. */
export function escapeText(text: string): string {
  const known = escaped.get(text);
  if (known !== undefined) return known;
  const inert = escapeNew(text);
  escaped.set(text, inert);
  return inert;
}

function escapeNew(text: string): string {
  const line = separateLinks(toPlainLine(text));
  return line
    .replace(acting, (found, offset: number) => escapeFound(found, line, offset))
    .replace(/^(?:[-+](?= |$)|-(?=[-:])|:(?=-)|=(?==*$))/, "\\$&")
    .replace(/^(\d{1,9})([.)])(?= |$)/, "$1\\$2")
    .replaceAll(separator, "&#8203;");
}

// Stands for the reference while the text is worked on; a plain line holds none.
const separator = "\u200b";

function separateLinks(line: string): string {
  return line
    .replace(/@(?=[\w-])|#(?=\d)|:(?=\/\/)/g, `$&${separator}`)
    .replace(/(?<![a-z0-9])gh-(?=\d)|www(?=\.)/gi, `$&${separator}`)
    .replace(emojiStart, `:${separator}`)
    .replaceAll("$", `${separator}$$`); // GitHub's math ignores backslashes, but not what precedes
}

// `:name:`, but not the time 12:30:45; the emoji with a number for a name are 100 and 1234.
const emojiStart = /:(?=[a-z0-9_+-]+:)(?!(?!100:|1234:)\d+:)/gi;

// What may act, runs as one: found in a text without line breaks.
const acting = /\*+|_+|~+|#+|[\\`[\]<>&|]/g;

interface Found {
  readonly run: string;
  readonly line: string;
  readonly offset: number;
  /** At most three characters. */
  readonly before: string;
  /** One UTF-16 unit, empty at the end. */
  readonly next: string;
}

function escapeFound(run: string, line: string, offset: number): string {
  const before = line.slice(Math.max(0, offset - 3), offset);
  const found = { run, line, offset, before, next: line.charAt(offset + run.length) };
  const isInert = inert[run.charAt(0)]?.(found) ?? false;
  return isInert ? run : escapeRun(run);
}

// When a character that may act does not. One that is missing here always may.
const inert: Readonly<Record<string, (found: Found) => boolean>> = {
  "*": isBetweenSpaces,
  "~": isBetweenSpaces,
  _: (found) => isBetweenSpaces(found) || isInWord(found),
  "#": (found) => !actsAsHeading(found),
  "\\": ({ next }) => /^[a-z0-9\s\u0080-\u200a\u200c-\uffff]/i.test(next),
  "<": ({ next }) => !/^[a-z/!?]?$/i.test(next),
  ">": ({ offset, before }) => offset > 0 && !/--!?$/.test(before),
  "&": ({ line, offset }) => !reference.test(line.slice(offset, offset + longestReference)),
};

const entities: Readonly<Record<string, string>> = { "<": "&lt;", ">": "&gt;", "&": "&amp;" };

function escapeRun(run: string): string {
  return run.startsWith("#") ? `\\${run}` : (entities[run] ?? run.replace(/./g, "\\$&"));
}

const longestReference = 40;
const reference = /^&(?:[a-z][a-z0-9]*|#\d+|#x[0-9a-f]+);/i;

// The end of the text is no space: what surrounds it may be emphasis.
function isBetweenSpaces({ before, next }: Found): boolean {
  return /\s$/.test(before) && /^\s/.test(next);
}

function isInWord({ run, line, offset, before }: Found): boolean {
  const end = offset + run.length;
  return /[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(line.slice(end, end + 2));
}

// An opening run at the start of a line, or a closing run at the end of a heading.
function actsAsHeading({ offset, before, next }: Found): boolean {
  const opens = offset === 0 && (next === "" || next === " ");
  return opens || (next === "" && before.endsWith(" "));
}
