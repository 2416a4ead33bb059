// What a document calls each issue, where an issue stands alone with words behind it.

import type { Item } from "../../claims/document-claims.ts";
import type { DocumentLine } from "./document-lines.ts";
import type { Mention } from "./parts.ts";
import { plainWords } from "./words.ts";

export interface IssueName {
  readonly number: number;
  readonly line: number;
  readonly name: string;
  /** A title, with nothing behind it but brackets and other numbers. */
  readonly isTitle: boolean;
}

/** What is listed in a document, or in some of its lines, and all of its lines. */
export interface Listing {
  readonly mentions: readonly Mention[];
  readonly lines: readonly DocumentLine[];
}

/** Of issues that are listed together, some may be named for all. */
export function readIssueNames({ mentions, lines }: Listing): readonly IssueName[] {
  return [...Map.groupBy(mentions, ({ line }) => line)].flatMap(([line, group]) => {
    const source = lines[line - 1];
    if (!source || source.kind === "heading") return [];
    const named = group.map(({ number, reference, item }) => {
      const behind = source.text.slice(reference.place.end - source.start);
      return {
        number,
        isAlone: reference.numbers.length === 1,
        isEntry:
          isEntry(source, item) && isFirst(source.source, reference.place.start - source.start),
        ...nameIn(behind),
        behind,
      };
    });
    // A bracket behind the last of several is about all of them.
    const isEach = named.every(({ isShort }) => isShort) || named.length === 1;
    const called = named.filter(
      ({ isAlone, isShort, isEntry, name }) =>
        isAlone && (isEntry || isShort) && name !== "" && (isEach || !isShort),
    );
    return called.map(({ number, name, isShort, behind }) => ({
      ...{ number, line, name },
      isTitle: !(isShort || told.test(fromName(behind)) || does.test(fromName(behind))),
    }));
  });
}

/** The titles that a document has for issues which more than one of its entries may give one. */
export function repeatedTitles({ mentions, lines }: Listing): readonly IssueName[] {
  const entries = repeated(mentions).filter(({ line, item }) => {
    const source = lines[line - 1];
    return source !== undefined && isEntry(source, item);
  });
  const asked = new Set(repeated(entries).map(({ line }) => line));
  const together = mentions.filter(({ line }) => asked.has(line));
  return readIssueNames({ mentions: together, lines }).filter(({ isTitle }) => isTitle);
}

/** Those of issues that are mentioned more than once. */
function repeated(mentions: readonly Mention[]): readonly Mention[] {
  const [once, again] = [new Set<number>(), new Set<number>()];
  for (const { number } of mentions) (once.has(number) ? again : once).add(number);
  return mentions.filter(({ number }) => again.has(number));
}

/** What stands in a sentence is about the issue, and not its name. */
function isEntry({ text }: DocumentLine, { marks }: Item): boolean {
  return (
    marks.some(({ kind }) => kind === "box") || /^\s*(?:[-*+]|\d{1,9}[.)])\s+\W*#\d/u.test(text)
  );
}

/** Of a line without end not all is looked through for each issue in it. */
const mostBefore = 500;

/** What is named in the middle of an entry is not what the entry is called. */
function isFirst(text: string, column: number): boolean {
  const near = text.slice(Math.max(0, column - mostBefore), column);
  const cell = near.lastIndexOf("|") + 1;
  if (cell === 0 && column > mostBefore) return false;
  const before = near.slice(cell);
  return /^\P{L}*(?:\[[xX]\]\P{L}*)?(?:(?:issue|epic|task|story|ticket|bug|feature)\P{L}*)?$/iu.test(
    before,
  );
}

const sentence =
  /\b(?:may|must|should|will|can|cannot|is|are|was|were|has|have|needs?|optional|until|and|or)\b/i;

/** What stands behind the title is told of the issue. */
const remark = /\*\*|\s[—–-]\s/;

/** More than a title: what was done on it, a remark, or a sentence. "Docs: Catalogue" is a title. */
const told = /^[\s:*—–-]*\p{Ll}+ed\s|\s[—–-]+\s|\s\S+:\s|→|->|;|\.\s+\p{Lu}|\.\s*$/u;
/** The issue does something: "#4 rounds the corners", "#4 first rounded a corner". */
const does = /^(?:\p{Ll}+\s)?\p{Ll}+(?:s|ed)\s(?:the|an?|its|this)\s/u;

/** Up to the next cell, without what stands between the number and its name. */
function fromName(behind: string): string {
  const [piece = ""] = behind.split("|", 1);
  return piece.slice(Math.max(0, piece.search(/\p{L}/u)));
}

/** "handlers" of " (handlers), #313 …", "Parser" of " Parser (fast) | …"; none of what is a sentence or a count. */
function nameIn(behind: string): Pick<IssueName, "name"> & { readonly isShort: boolean } {
  const short = /^\s*\(([^()]*)\)/.exec(behind)?.[1];
  const long = /^[\s:*—–-]*([^|#,;←→[(]*)/u.exec(behind)?.[1] ?? "";
  const [title = ""] = short?.split(/:\s/) ?? long.replace(/\b\d+\.\s*$/, "").split(remark);
  const name = plainWords(title);
  const isName = !(sentence.test(name) || /^\d+\s/.test(name));
  return { name: isName ? name : "", isShort: short !== undefined };
}
