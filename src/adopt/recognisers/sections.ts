// Parts under headings: a section for each milestone, a log of changes, a list of labels.

import { findMilestone } from "../../domain/milestone-name.ts";
import type { PlannedMilestone } from "../../domain/plan.ts";
import type { Candidate, Recogniser, Subject } from "../candidate.ts";
import { candidateOf } from "../found.ts";
import { type Part, withinPart } from "../parts.ts";

const fewest = 2;

export const recogniseMilestoneSections: Recogniser = (subject) => {
  const candidates = withinPart(subject.root).flatMap((part): readonly Candidate[] => {
    const sections = part.parts.filter(({ section }) => section.level > 0);
    const named = sections.flatMap((one) => milestoneOf(one, subject) ?? []);
    const [first] = sections;
    const level = first?.section.level ?? 0;
    const isAll = named.length === sections.length && new Set(named).size === named.length;
    if (!first || named.length < fewest || !isAll || level < 2 || level > 4) return [];
    if (named.length < subject.plan.milestones.length) return [];
    const reason = "a section for each milestone";
    const options = { level: String(level) };
    const found = { block: "milestone-sections", from: first.from, to: part.to, reason, options };
    return [candidateOf(subject, { ...found, isHeaded: true, comparesWords: true })];
  });
  return { candidates, left: [] };
};

function milestoneOf({ section }: Part, { plan }: Subject): PlannedMilestone | null {
  const name = section.title.replace(/(?:\s|\p{Extended_Pictographic}|\ufe0f)+$/u, "");
  const match = findMilestone(plan.milestones, name);
  return match.kind === "found" ? match.milestone : null;
}

const kinds = [
  {
    block: "changelog",
    heading: /^(?:change ?log|history|recent changes)$/i,
    entry: /\b\d{4}-\d{2}-\d{2}\b/,
    reason: "a heading for what changed, with days under it",
  },
  {
    block: "label-reference",
    heading: /^labels?(?: reference)?$/i,
    entry: /`[^`]+`/,
    reason: "a heading for labels, with their names under it",
  },
] as const;

export const recogniseHeadedLists: Recogniser = (subject) => {
  const candidates = withinPart(subject.root).flatMap((part): readonly Candidate[] => {
    const kind = kinds.find(({ heading }) => part.section.level > 0 && heading.test(part.label));
    const body = subject.lines.slice(part.from + 1, part.to);
    if (!kind || body.filter((line) => kind.entry.test(line)).length < fewest) return [];
    const { block, reason } = kind;
    const first = part.from + 1 + body.findIndex((line) => line.trim() !== "");
    const found = { block, from: first, to: part.to, reason };
    return [candidateOf(subject, { ...found, isHeaded: true, comparesWords: true })];
  });
  return { candidates, left: [] };
};
