// Comments by which a document switches rules off: `<!-- milepost:lint off rule-a,rule-b -->` from its line
// on (on top: for the whole document), `<!-- milepost:lint on -->` ends it, and
// `<!-- milepost:lint-next-line off rule-a -->` for one line. Without names all rules are meant.

import { didYouMean } from "../domain/nearest-word.ts";
import { findHtmlParts } from "../markdown/html-comments.ts";
import { walkMarkdown } from "../markdown/syntax-tree.ts";
import type { LintFinding } from "./rule.ts";

export interface Switches {
  /** Whether a rule is off on a line, from 1. */
  isOff(rule: string, line: number): boolean;
  /** Comments that look like switches and switch nothing. */
  readonly findings: readonly LintFinding[];
}

interface Switch {
  readonly line: number;
  readonly scope: "lint" | "lint-next-line";
  readonly isOff: boolean;
  /** Empty for all. */
  readonly rules: readonly string[];
}

interface Comment {
  readonly line: number;
  readonly text: string;
}

const anySwitch = /<!--\s*milepost:lint/;
const grammar =
  /^<!--\s*milepost:(lint|lint-next-line)\s+(off|on)(?:\s+([a-z0-9-]+(?:\s*,\s*[a-z0-9-]+)*))?\s*-->$/;

const none: Switches = { isOff: () => false, findings: [] };

/** @param known The ids of all rules. */
export function readSwitches(text: string, known: readonly string[]): Switches {
  if (!anySwitch.test(text)) return none;
  const comments = findComments(text);
  const switches = comments.flatMap(parse);
  return {
    isOff: (rule, line) => isOff(switches, rule, line),
    findings: comments.flatMap((comment) => findFaults(comment, known)),
  };
}

function findComments(text: string): readonly Comment[] {
  const comments: Comment[] = [];
  for (const { node, start, end } of walkMarkdown(text)) {
    if (node.type !== "html") continue;
    for (const part of findHtmlParts(text.slice(start, end))) {
      const comment = text.slice(start + part.start, start + part.end);
      if (anySwitch.test(comment))
        comments.push({ line: lineAt(text, start + part.start), text: comment });
    }
  }
  return comments;
}

function parse({ line, text }: Comment): readonly Switch[] {
  const [match, scope, word, rules] = grammar.exec(text) ?? [];
  if (match === undefined) return [];
  const names = rules?.split(",").map((name) => name.trim()) ?? [];
  return [
    {
      line,
      scope: scope === "lint" ? "lint" : "lint-next-line",
      isOff: word === "off",
      rules: names,
    },
  ];
}

/** The last switch before the line decides; one for the line itself before those for all that follows. */
function isOff(switches: readonly Switch[], rule: string, line: number): boolean {
  const about = switches.filter(({ rules }) => rules.length === 0 || rules.includes(rule));
  const own = about.findLast((one) => one.scope === "lint-next-line" && one.line === line - 1);
  const general = about.findLast((one) => one.scope === "lint" && one.line <= line);
  return (own ?? general)?.isOff ?? false;
}

function findFaults(comment: Comment, known: readonly string[]): readonly LintFinding[] {
  const [parsed] = parse(comment);
  if (parsed === undefined) {
    return [
      fault(
        comment,
        "This comment switches nothing: write <!-- milepost:lint off rule-a,rule-b --> or <!-- milepost:lint-next-line off rule-a -->.",
        "no switch",
      ),
    ];
  }
  const unknown = parsed.rules.filter((rule) => !known.includes(rule));
  return unknown.map((rule) =>
    fault(
      comment,
      `There is no rule "${rule}".${didYouMean(rule, known)} The rules are in docs/rules.md.`,
      "no such rule",
    ),
  );
}

function fault({ line, text }: Comment, message: string, claim: string): LintFinding {
  return { line, lines: [line], message, claims: [text.replace(/\s+/g, " "), claim] };
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\n|\r/).length;
}
