/**
 * Issues as people name them in commands: "#12", "12", "#404-407", "owner/repo#3", an issue's address,
 * "DB-004", "DB-004 through DB-008", with commas, blanks or "and" between them.
 */

import { findByKey } from "../domain/issue-key.ts";
import type { Plan } from "../domain/plan.ts";
import { type IssueReference, issueReference } from "../domain/reference.ts";
import { escapeText } from "../markdown/escape.ts";

/** More than this at once is a slip of the hand. */
export const mostIssues = 100;

export type IssueList =
  /** Each once, in the order given; `rest` is what follows them, trimmed. */
  | { readonly kind: "read"; readonly references: readonly IssueReference[]; readonly rest: string }
  | { readonly kind: "mistake"; readonly says: string };

type Token =
  | { readonly kind: "found"; readonly references: readonly IssueReference[] }
  | { readonly kind: "mistake"; readonly says: string };

interface Reader {
  readonly pattern: RegExp;
  read(match: RegExpExecArray, plan: Plan): Token;
}

const dash = "(?:-|–|—|\\.\\.)";
const through = `(?:\\s*(?:-|–|—|\\.\\.)\\s*|\\s+(?:through|to)\\s+)`;
const end = "(?![\\w#/]|\\.\\d)";

const readers: readonly Reader[] = [
  {
    pattern: new RegExp(
      `https?://[^\\s/]+/([\\w.-]+/[\\w.-]+)/issues/(\\d{1,10})(?:[#?][\\w=&#-]*)?${end}`,
      "y",
    ),
    read: (match, plan) =>
      one(issueReference(plan.repository, match[1] ?? "", Number(match[2])), plan),
  },
  {
    pattern: new RegExp(`([\\w.-]+/[\\w.-]+)#(\\d{1,10})${end}`, "y"),
    read: (match, plan) =>
      one(issueReference(plan.repository, match[1] ?? "", Number(match[2])), plan),
  },
  {
    pattern: new RegExp(`#?(\\d{1,10})\\s?${dash}\\s?#?(\\d{1,10})${end}`, "y"),
    read: (match, plan) => range(Number(match[1]), Number(match[2]), plan),
  },
  {
    pattern: new RegExp(`#?(\\d{1,10})${end}`, "y"),
    read: (match, plan) => one(Number(match[1]), plan),
  },
  {
    pattern: new RegExp(`([a-z]{1,10})-(\\d{1,9})${through}([a-z]{1,10})-(\\d{1,9})${end}`, "iy"),
    read: keyRange,
  },
  {
    pattern: new RegExp(`([a-z]{1,10})-(\\d{1,9})${end}`, "iy"),
    read: (match, plan) => key(match[0], match[1] ?? "", Number(match[2]), plan),
  },
];

const separator = /(?:\s*(?:,|;|&|\+|\band\b)\s*|\s+)+/iy;

/** As many references as the text begins with; none is no mistake. */
export function readIssueList(text: string, plan: Plan): IssueList {
  const references = new Set<IssueReference>();
  let at = 0;
  for (let next = 0; next < text.length; next = skip(separator, text, at)) {
    const token = readToken(text, next, plan);
    if (token === null) break;
    if (token.kind === "mistake") return token;
    for (const reference of token.references) references.add(reference);
    if (references.size > mostIssues) return tooMany();
    at = token.end;
    if (skip(separator, text, at) === at) break;
  }
  return { kind: "read", references: [...references], rest: text.slice(at).trim() };
}

function readToken(text: string, at: number, plan: Plan): (Token & { end: number }) | null {
  for (const { pattern, read } of readers) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return { ...read(match, plan), end: pattern.lastIndex };
  }
  return null;
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function one(reference: IssueReference, plan: Plan): Token {
  if (typeof reference === "string") return found([spelled(reference, plan)]);
  if (plan.items.has(reference)) return found([reference]);
  return wrong(
    `#${reference} is no issue of this repository that I can see: it may be a pull request or deleted.`,
  );
}

/** As GitHub writes it, where it is known; people write owners and repositories in any letter case. */
function spelled(reference: IssueReference, { foreign }: Plan): IssueReference {
  if (foreign.has(reference)) return reference;
  const wanted = String(reference).toLowerCase();
  return [...foreign.keys()].find((known) => String(known).toLowerCase() === wanted) ?? reference;
}

function range(first: number, last: number, plan: Plan): Token {
  if (last < first)
    return wrong(`The range #${first}-${last} runs backwards: write #${last}-${first}.`);
  if (last - first >= mostIssues) return tooMany();
  const numbers = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const missing = numbers.filter((number) => !plan.items.has(number));
  if (missing.length === 0) return found(numbers);
  const named = missing
    .slice(0, 5)
    .map((number) => `#${number}`)
    .join(", ");
  return wrong(
    `Of #${first}-${last}, ${named} ${missing.length === 1 ? "is no issue" : "are no issues"} of this repository: name the others one by one.`,
  );
}

function key(text: string, prefix: string, number: number, plan: Plan): Token {
  const [item, second] = findByKey(plan, prefix, number, number);
  if (!item)
    return wrong(`No issue's title begins with ${escapeText(text)}: give its number, as #12.`);
  if (!second) return found([item.item.number]);
  return wrong(
    `Several issues' titles begin with ${escapeText(text)} (#${item.item.number}, #${second.item.number}): give the number.`,
  );
}

function keyRange(match: RegExpExecArray, plan: Plan): Token {
  const [text, prefix = "", first, otherPrefix = "", last] = match;
  const isRange =
    prefix.toUpperCase() === otherPrefix.toUpperCase() && Number(first) <= Number(last);
  if (!isRange)
    return wrong(
      `${escapeText(text)} is no range: both keys need the same letters, the lower number first.`,
    );
  const members = findByKey(plan, prefix, Number(first), Number(last));
  if (members.length > mostIssues) return tooMany();
  const hasEnds = members[0]?.number === Number(first) && members.at(-1)?.number === Number(last);
  if (!hasEnds)
    return wrong(
      `No issues' titles begin with both ends of ${escapeText(text)}: give the numbers, as #12-15.`,
    );
  return found(members.map(({ item }) => item.number));
}

function found(references: readonly IssueReference[]): Token {
  return { kind: "found", references };
}

function wrong(says: string): Extract<Token, { kind: "mistake" }> {
  return { kind: "mistake", says: says.replace(/#(?=\d)/g, "#&#8203;") };
}

function tooMany(): Extract<Token, { kind: "mistake" }> {
  return wrong(`That names more than ${mostIssues} issues at once: name fewer.`);
}
