// What a passage says beside its issues and figures, and no region does: remarks in brackets, which stay as notes,
// and names of its parts, which go and are told.

import type { Plan } from "../domain/plan.ts";
import type { Candidate, Subject } from "./candidate.ts";
import { withinPart } from "./parts.ts";

const remark =
  /((?:#\d+(?:\s?[-–—]\s?#?\d+)?(?:\s*(?:,|&|and)\s*)?)+)[^()#|\n]*\(([^()\n]*[^()\s])\)/gu;

/** What relates issues to each other or counts them: regions say it in their own way. */
const usual = new Set(
  `issue issues item items task tasks phase phases step steps stage stages parallel after before start here only
  core path total closed open done remaining complete completed critical chain moved deferred reassigned to from of
  the and in with by for dependency duplicate duplicates epic epics all scope status progress milestone other
  sequence implementation breakdown can no need needs`
    .split(/\s+/)
    .filter(Boolean),
);

/** "#404 (PK: `/id`)", in the order of the text. */
export function unsaidRemarks(
  { from, to, issues }: Pick<Candidate, "from" | "to" | "issues">,
  { lines, plan }: Pick<Subject, "lines" | "plan">,
  said: string,
): readonly string[] {
  const known = wordsOf(`${said}\n${titlesOf(plan, issues)}`);
  const text = lines.slice(from, to).join("\n");
  return Array.from(text.matchAll(remark)).flatMap(([, references = "", words = ""]) =>
    isSaid(words, known) ? [] : [`${references.replace(/\s*(?:,|&|and)?\s*$/, "")} (${words})`],
  );
}

/** Of remarks in the same words, in whatever order, the first. */
export function withoutRepeated(remarks: readonly string[]): readonly string[] {
  const keyOf = (text: string) => (text.match(/[\p{L}\p{N}]+/gu) ?? []).toSorted().join(" ");
  return [...new Map(remarks.toReversed().map((text) => [keyOf(text), text])).values()].reverse();
}

/** The first line, from 0, whose words the block does not say; the keys in bold in front of them are no words. */
export function findUnsaidLine(
  { from, to }: Pick<Candidate, "from" | "to">,
  { lines }: Pick<Subject, "lines">,
  said: string,
): number | null {
  const known = wordsOf(said);
  for (let index = from; index < to; index += 1) {
    const words = (lines[index] ?? "").replace(/^\s*[-*+]\s+\*\*[^*]+\*\*:?/, "");
    if (!isSaid(words, known)) return index;
  }
  return null;
}

/** Labels within the passage, such as "FOUNDATION". */
export function unsaidNames(
  { from, to, issues }: Pick<Candidate, "from" | "to" | "issues">,
  { root, plan }: Pick<Subject, "root" | "plan">,
  said: string,
): readonly string[] {
  const known = wordsOf(`${said}\n${titlesOf(plan, issues)}`);
  const labels = withinPart(root)
    .filter((part) => from <= part.from && part.from < to)
    .map(({ label }) => label);
  return [...new Set(labels)].filter((label) => !isSaid(label, known));
}

function isSaid(text: string, known: readonly string[]): boolean {
  const words = wordsOf(text).filter((word) => !usual.has(word));
  const shared = words.filter((word) => known.some((other) => isSame(word, other)));
  const isFact = text.includes("`");
  return isFact ? shared.length === words.length : shared.length * 2 >= words.length;
}

function isSame(word: string, other: string): boolean {
  const [short, long] = word.length < other.length ? [word, other] : [other, word];
  const stem = short.replace(/(?:ions?|ing|ed|es|e|s)$/, "");
  return word === other || (stem.length >= shortestStem && long.startsWith(stem));
}

const shortestStem = 4;

function wordsOf(text: string): readonly string[] {
  const words = text.replace(/^\[[^\]\n]+\]: .*$/gm, "").toLowerCase();
  return [...new Set(words.match(/\p{L}[\p{L}\p{N}]*/gu) ?? [])];
}

function titlesOf({ items, milestones }: Plan, issues: readonly number[]): string {
  const named = issues.flatMap((number) => items.get(number) ?? []);
  return [...named, ...milestones].map(({ title }) => title).join(" ");
}
