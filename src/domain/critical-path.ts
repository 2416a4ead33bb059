/**
 * The issues without slack: delaying one delays the whole. Found on the graph of components, so
 * that a cycle is one heavy node instead of an endless path.
 */
import { findComponents } from "./components.ts";
import { levelsOf } from "./levels.ts";
import type { Level } from "./plan.ts";
import type { IssueReference } from "./reference.ts";

/** Sums of fractions differ with the order of adding; less than this part of the whole is no slack. */
const rounding = 1e-9;

export interface PathQuestion {
  readonly nodes: readonly IssueReference[];
  readonly blockersOf: (node: IssueReference) => readonly IssueReference[];
  /** How long an issue takes, in any unit, at least 0. */
  readonly weightOf: (node: IssueReference) => number;
}

interface Step {
  readonly members: readonly IssueReference[];
  readonly weight: number;
  readonly before: readonly number[];
  /** The longest way to the end of this step. */
  finish: number;
  /** The longest way from the end of this step to the end of all. */
  tail: number;
}

export function criticalPath(question: PathQuestion): readonly Level[] {
  const inside = new Set(question.nodes);
  const blockersInside = (node: IssueReference) =>
    question.blockersOf(node).filter((blocker) => inside.has(blocker));
  const steps = buildSteps(question, blockersInside);
  const longest = steps.reduce((most, step) => Math.max(most, step.finish), 0);
  const critical = steps.filter((step) => longest - step.finish - step.tail <= longest * rounding);
  return levelsOf(
    critical.flatMap((step) => step.members),
    blockersInside,
  );
}

/** Components come blockers first, so one pass forward and one back suffice. */
function buildSteps(
  question: PathQuestion,
  blockersInside: (node: IssueReference) => readonly IssueReference[],
): readonly Step[] {
  const components = findComponents(question.nodes, blockersInside);
  const steps: Step[] = [];
  for (const [index, members] of components.inOrder.entries()) {
    const before = stepsBefore(members, index, components.of, blockersInside);
    const weight = members.reduce<number>((sum, member) => sum + question.weightOf(member), 0);
    const start = before.reduce<number>((most, one) => Math.max(most, steps[one]?.finish ?? 0), 0);
    steps.push({ members, weight, before, finish: start + weight, tail: 0 });
  }
  for (const step of steps.toReversed()) {
    for (const one of step.before) lengthenTail(steps[one], step.weight + step.tail);
  }
  return steps;
}

function stepsBefore(
  members: readonly IssueReference[],
  index: number,
  componentOf: ReadonlyMap<IssueReference, number>,
  blockersInside: (node: IssueReference) => readonly IssueReference[],
): readonly number[] {
  const before = new Set<number>();
  for (const member of members) {
    for (const blocker of blockersInside(member)) {
      const other = componentOf.get(blocker);
      if (other !== undefined && other !== index) before.add(other);
    }
  }
  return [...before];
}

function lengthenTail(step: Step | undefined, length: number): void {
  if (step) step.tail = Math.max(step.tail, length);
}
