/**
 * "Blocked by #12" and "Depends on #12, #13" in an issue's body: dependencies in words, for people
 * who have not found the native ones. Words in code, quotes, comments and links say nothing.
 */
import type { ObservedIssue } from "../domain/observation.ts";
import type { IssueReference } from "../domain/reference.ts";
import { proseLines } from "../markdown/ignored-ranges.ts";
import { parseReferenceList } from "./references-in-text.ts";

/** "Blocked by #12", "**Depends on:** #12". */
const phrase = /(?<![\p{L}\d])(?:blocked by|depends on)[\s:*_]*/giu;

/** "Not blocked by", "isn't really blocked by", "no longer depends on"; "#13 depends on" is about #13. */
const elsewhere =
  /(?:\b(?:not|never|no longer|without being)|n['’]t)(?: \w+){0,2}[ *_]+$|#\d+(?: is| now)*[ *_]+$/i;

/** How far before the words one of `elsewhere` may begin. */
const lookBack = 60;

/** Nobody waits for more; it bounds what one text can cost. */
const mostBlockers = 100;

interface Words {
  readonly home: string;
  readonly references: readonly IssueReference[];
}

/** A sync reads every issue again, but parses only the texts that are new. */
const known = new WeakMap<ObservedIssue, Words>();

export function readBlockersOf(issue: ObservedIssue, home: string): readonly IssueReference[] {
  const before = known.get(issue);
  if (before?.home === home) return before.references;
  const references = readBlockersInWords(issue.body, home);
  known.set(issue, { home, references });
  return references;
}

/** In the order of the text, each once; at most 100. */
export function readBlockersInWords(body: string, home: string): readonly IssueReference[] {
  return [...findBlockersInWords(body, home).keys()];
}

/** The same, each with the line, from 1, that names it first. */
export function findBlockersInWords(
  body: string,
  home: string,
): ReadonlyMap<IssueReference, number> {
  const found = new Map<IssueReference, number>();
  if (!/blocked by|depends on/i.test(body)) return found;
  for (const { text, line } of proseLines(body)) {
    for (const reference of blockersInLine(text, home)) {
      if (found.size < mostBlockers && !found.has(reference)) found.set(reference, line);
    }
  }
  return found;
}

function blockersInLine(text: string, home: string): readonly IssueReference[] {
  return [...text.matchAll(phrase)]
    .filter(({ index }) => !elsewhere.test(text.slice(Math.max(0, index - lookBack), index)))
    .flatMap((match) => parseReferenceList(text, match.index + match[0].length, home).references);
}
