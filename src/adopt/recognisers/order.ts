// In which order work is done: chains in a line, and lists of steps.

import type { Candidate, Left, Recogniser, Subject } from "../candidate.ts";
import { candidateOf } from "../found.ts";
import { issuesIn } from "../mentions.ts";
import { isEmptyLine, type Part, withinPart } from "../parts.ts";
import { findSentence } from "../sentences.ts";

const chainLabel = /\b(?:chain|critical path|order)\b/i;
const sequenceLabel = /\b(?:sequence|order of \p{L}+|work order)\b/iu;
const stageWord = /\b(?:after|before|start here|parallel|first|then|last)\b/i;
const fewestStages = 2;

export const recogniseChains: Recogniser = (subject) => {
  if (subject.milestone === null) return { candidates: [], left: [] };
  const chains = withinPart(subject.root).flatMap(({ section }) => section.chains);
  const candidates = chains.flatMap(({ place }): readonly Candidate[] => {
    const from = place.line - 1;
    const line = subject.lines[from] ?? "";
    const [, label = "", rest = ""] = /^(\*\*[^*]+\*\*:?)\s*(\S.*?)\s*$/u.exec(line) ?? [];
    if (!chainLabel.test(label)) return [];
    const reason = `the label "${label.replaceAll("*", "").replace(/:$/, "")}" with a chain of issues`;
    const isWhole = !rest.includes("|");
    const span = { block: "chain", from, to: from + 1 };
    return [candidateOf(subject, { ...span, reason, isWhole, kept: label.length })];
  });
  return { candidates, left: [] };
};

export const recogniseSequences: Recogniser = (subject) => {
  if (subject.milestone === null) return { candidates: [], left: [] };
  const candidates: Candidate[] = [];
  const left: Left[] = [];
  for (const part of withinPart(subject.root)) {
    const span = sequenceSpan(part, subject);
    if (span === null || issuesIn(subject, span.from, span.to).length === 0) continue;
    const block = "sequence";
    const sentence = findSentence(subject.lines, span.from, span.to);
    if (sentence === null) candidates.push(candidateOf(subject, { block, ...span }));
    else left.push({ ...span, block, reason: `line ${sentence + 1} says more than a list does` });
  }
  return { candidates, left };
};

type Span = Pick<Candidate, "from" | "to" | "reason" | "isHeaded">;

function sequenceSpan(part: Part, subject: Subject): Span | null {
  if (part.section.level > 0 && sequenceLabel.test(part.label)) {
    const reason = "a heading for the order of work, with steps of issues under it";
    return { from: firstSaid(subject.lines, part.from + 1), to: part.to, reason, isHeaded: true };
  }
  const stages = part.parts.filter(({ from }) => isStage(subject.lines[from] ?? ""));
  const [first] = stages;
  const last = stages.at(-1);
  const related = stages.filter(({ from }) => stageWord.test(subject.lines[from] ?? ""));
  if (!first || !last || related.length < fewestStages) return null;
  if (part.parts.length !== stages.length || related.length * 2 < stages.length) return null;
  const reason = "a list of stages, each with its issues and what it comes after";
  return { from: first.from, to: last.to, reason, isHeaded: false };
}

/** A bullet with a label and issues. */
function isStage(line: string): boolean {
  return /^\s*[-*+]\s.*\*\*[^*]+\*\*.*#\d/u.test(line);
}

function firstSaid(lines: readonly string[], from: number): number {
  let first = from;
  while (first < lines.length && isEmptyLine(lines[first] ?? "")) first += 1;
  return first;
}
