/** Which issues of a drawing stand in a frame together. */
import type { PlannedMilestone } from "../../domain/plan.ts";
import type { IssueReference } from "../../domain/reference.ts";
import { clipLabel } from "./escape.ts";

export interface Grouping {
  /** Of the frames, as plain text. */
  readonly names: readonly string[];
  /** Index into `names`; null outside of all frames. */
  groupOf(reference: IssueReference): number | null;
  /** The group's name, framed or not; null where there are no groups. */
  nameOf(reference: IssueReference): string | null;
}

const framesShown = 12;
const nameLength = 40;

/** A frame for each group that has an issue with a node of its own, in the order of the breakdown. */
export function groupMembers(
  milestone: Pick<PlannedMilestone, "groups">,
  by: string | null,
  own: ReadonlySet<IssueReference>,
): Grouping {
  const groups = milestone.groups.filter(({ dimension }) => dimension === by);
  const framed = groups
    .filter(({ members }) => members.some((member) => own.has(member)))
    .slice(0, framesShown);
  const names = new Map<IssueReference, string>();
  for (const { name, members } of groups) {
    for (const member of members) names.set(member, labelOf(name));
  }
  const frames = new Map<IssueReference, number>();
  for (const [index, { members }] of framed.entries()) {
    for (const member of members) frames.set(member, index);
  }
  return {
    names: framed.map(({ name }) => labelOf(name)),
    groupOf: (reference) => frames.get(reference) ?? null,
    nameOf: (reference) => names.get(reference) ?? null,
  };
}

function labelOf(name: string): string {
  return clipLabel(name, nameLength) || "(unnamed)";
}
