// Risks that follow from the plan: "**M3 Blocker**: M3 cannot start until #407". Those that only people see stay.

import type { PlannedMilestone, RiskFlag } from "../../domain/plan.ts";
import type { Candidate, Recogniser, Subject } from "../candidate.ts";
import { candidateOf } from "../found.ts";
import { allIssuesIn } from "../mentions.ts";
import { type Part, withinPart } from "../parts.ts";

const heading = /\brisks?\b/i;
const bullet = /^\s*[-*+]\s+\*\*[^*]+\*\*/;

export const recogniseRiskFlags: Recogniser = (subject) => {
  const { milestone } = subject;
  if (milestone === null || milestone.riskFlags.length === 0) return { candidates: [], left: [] };
  const parts = withinPart(subject.root).filter(({ label }) => heading.test(label));
  const candidates = parts
    .filter(({ section }) => section.level > 0)
    .flatMap((part) => runsIn(part, subject, milestone));
  return { candidates, left: [] };
};

/** Lines next to each other that the plan says itself. */
function runsIn(part: Part, subject: Subject, milestone: PlannedMilestone): readonly Candidate[] {
  const runs: { from: number; to: number }[] = [];
  for (let index = part.from + 1; index < part.to; index += 1) {
    if (!isDerived(index, subject, milestone)) continue;
    const last = runs.at(-1);
    if (last?.to === index) last.to = index + 1;
    else runs.push({ from: index, to: index + 1 });
  }
  const reason = "risks that follow from dependencies and counts";
  const found = { block: "risk-flags", reason };
  return runs.map((run, index) =>
    candidateOf(subject, { ...found, ...run, isHeaded: index === 0 }),
  );
}

function isDerived(index: number, subject: Subject, milestone: PlannedMilestone): boolean {
  const line = subject.lines[index] ?? "";
  const isAlone = !/^\s+\S/.test(subject.lines[index + 1] ?? "");
  if (!bullet.test(line) || !isAlone) return false;
  const issues = allIssuesIn(subject, index, index + 1);
  return milestone.riskFlags.some((flag) => says(flag, line, issues, subject));
}

const words = {
  "milestone-blocker": /\b(?:cannot|can't|blocks?|blocker|until|before)\b/i,
  "zero-progress": /\b(?:no|none|zero|nothing)\b/i,
  sequential: /\b(?:before|after|until|sequential|must)\b/i,
} as const;

/** The line speaks of the same, and of nothing more. */
function says(flag: RiskFlag, line: string, issues: readonly number[], subject: Subject): boolean {
  switch (flag.kind) {
    case "milestone-blocker": {
      const named = subject.plan.milestones.filter(({ title }) => line.includes(title));
      const isSame = named.length > 0 && named.every((one) => flag.milestones.includes(one.number));
      return words[flag.kind].test(line) && isSame && areAll(issues, [flag.item]);
    }
    case "zero-progress": {
      const isNamed = line.toLowerCase().includes(flag.group.toLowerCase());
      const total = /\b(\d+)\b/.exec(line)?.[1];
      return words[flag.kind].test(line) && isNamed && Number(total ?? flag.total) === flag.total;
    }
    case "sequential":
      return words[flag.kind].test(line) && areAll(issues, [flag.first, ...flag.then]);
    default:
      return false;
  }
}

function areAll(issues: readonly number[], expected: readonly (number | string)[]): boolean {
  return issues.length === expected.length && issues.every((one) => expected.includes(one));
}
