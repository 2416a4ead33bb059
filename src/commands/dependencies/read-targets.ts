/** What an issue can stand before: issues, and milestones by their `Needs:`. */
import { findMilestone } from "../../domain/milestone-name.ts";
import type { PlannedMilestone } from "../../domain/plan.ts";
import type { IssueReference } from "../../domain/reference.ts";
import type { Reading, ThreadContext } from "../command.ts";
import { readIssueList } from "../issue-list.ts";
import { readIssues } from "../issues-argument.ts";
import { readMilestone } from "../milestone-argument.ts";

export interface Targets {
  readonly issues: readonly IssueReference[];
  readonly milestones: readonly PlannedMilestone[];
}

/** A bare number is an issue's. `example`: a line of the command, without its prefix. */
export function readTargets(
  text: string,
  context: ThreadContext,
  example: string,
): Reading<Targets> {
  const { plan } = context;
  const names = namesIn(text, plan.milestones);
  if (names.milestones.length === 0) return readWithoutMilestone(text, context, example);
  const issues =
    names.issues === ""
      ? { kind: "read" as const, arguments: [] }
      : readIssues(names.issues, context, example);
  if (issues.kind === "mistake") return issues;
  const milestones: PlannedMilestone[] = [];
  for (const name of names.milestones) {
    const reading = readMilestone(name, plan);
    if (reading.kind === "mistake") return reading;
    if (!milestones.includes(reading.arguments)) milestones.push(reading.arguments);
  }
  return { kind: "read", arguments: { issues: issues.arguments, milestones } };
}

/** What is no issue either was meant as a milestone. */
function readWithoutMilestone(
  text: string,
  context: ThreadContext,
  example: string,
): Reading<Targets> {
  const list = readIssueList(text, context.plan);
  const isName = list.kind === "read" && list.references.length === 0 && list.rest !== "";
  const reading = isName ? readMilestone(text, context.plan) : readIssues(text, context, example);
  if (reading.kind === "mistake") return reading;
  return "number" in reading.arguments
    ? { kind: "read", arguments: { issues: [], milestones: [reading.arguments] } }
    : { kind: "read", arguments: { issues: reading.arguments, milestones: [] } };
}

interface Names {
  readonly issues: string;
  readonly milestones: readonly string[];
}

function namesIn(text: string, milestones: readonly PlannedMilestone[]): Names {
  const parts = text.match(/"[^"]*"|[^,;]+/g)?.map((part) => part.trim()) ?? [];
  const words = parts.flatMap((part) => splitAtAnd(part, milestones)).filter((part) => part !== "");
  const names = words.filter((word) => isMilestone(word, milestones));
  const others = words.filter((word) => !names.includes(word));
  return { issues: others.join(", "), milestones: names };
}

/** "M3 and #408" are two, unless a milestone is called so. */
function splitAtAnd(part: string, milestones: readonly PlannedMilestone[]): readonly string[] {
  return isMilestone(part, milestones) ? [part] : part.split(/\s+and\s+|^and\s+/i);
}

/** Numbers and "#12" are issues', keys like "DB-004" where no milestone is called so. */
function isMilestone(name: string, milestones: readonly PlannedMilestone[]): boolean {
  if (/^#?\d+$/.test(name)) return false;
  return findMilestone(milestones, name.replace(/^"(.*)"$/, "$1")).kind !== "unknown";
}
