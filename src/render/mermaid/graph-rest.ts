/** The issues without a node of their own, as a few nodes that say how many they are. */
import type { Plan, PlannedMilestone } from "../../domain/plan.ts";
import type { IssueReference } from "../../domain/reference.ts";
import { stateMarks } from "../marks.ts";
import { findItem } from "../names.ts";
import type { DrawnNode } from "./drawing.ts";
import type { Grouping } from "./graph-groups.ts";

export interface Fold {
  readonly node: DrawnNode;
  readonly members: readonly IssueReference[];
}

type Kind = "done" | "epics" | "open" | "elsewhere";

interface Place {
  readonly kind: Kind;
  readonly group: number | null;
  /** Which step of the order of work; null where that says nothing. */
  readonly step: number | null;
}

const stepsShown = 10;

const looks = { done: "completed", epics: "tracker", open: "rest", elsewhere: "rest" } as const;

/** One node for each frame and kind; of open issues outside of frames one for each step. */
export function foldRest(
  plan: Plan,
  milestone: PlannedMilestone,
  rest: readonly IssueReference[],
  grouping: Grouping,
): readonly Fold[] {
  const steps = new Map(
    milestone.sequence.flatMap(({ members }, index) =>
      members.map((member): [IssueReference, number] => [member, Math.min(index, stepsShown)]),
    ),
  );
  const alone = new Set<IssueReference>(milestone.independent);
  const placeOf = (reference: IssueReference): Place => {
    const kind = kindOf(plan, milestone, reference);
    const group = grouping.groupOf(reference);
    const hasStep = kind === "open" && group === null && grouping.nameOf(reference) === null;
    const step = hasStep && !alone.has(reference) ? (steps.get(reference) ?? null) : null;
    return { kind, group, step };
  };
  const places = new Map<string, { place: Place; members: IssueReference[] }>();
  for (const reference of rest) {
    const place = placeOf(reference);
    const id = idOf(place);
    const known = places.get(id);
    if (known) known.members.push(reference);
    else places.set(id, { place, members: [reference] });
  }
  return [...places].map(([id, { place, members }]) => ({
    node: foldNode(id, place, members, grouping),
    members,
  }));
}

function kindOf(plan: Plan, { number }: PlannedMilestone, reference: IssueReference): Kind {
  const item = findItem(plan, reference);
  if (item?.milestone !== number) return "elsewhere";
  if (item.resolution !== null) return "done";
  return item.isTracker ? "epics" : "open";
}

function idOf({ kind, group, step }: Place): string {
  return [kind, group === null ? "" : `g${group}`, step === null ? "" : `s${step + 1}`].join("");
}

function foldNode(
  id: string,
  { kind, group, step }: Place,
  members: readonly IssueReference[],
  grouping: Grouping,
): DrawnNode {
  return {
    id,
    lines: [
      `${words(kind, members.length)}${step === null ? "" : ` ${stepText(step)}`}`,
      ...(group === null ? groupLine(members, grouping) : []),
    ],
    look: looks[kind],
    isCritical: false,
    group,
  };
}

function words(kind: Kind, size: number): string {
  switch (kind) {
    case "done":
      return `${stateMarks.completed} ${size} done`;
    case "epics":
      return `${stateMarks.tracker} ${size} ${size === 1 ? "epic" : "epics"}`;
    case "open":
      return `${size} more`;
    case "elsewhere":
      return `${size} more elsewhere`;
  }
}

function stepText(step: number): string {
  return step < stepsShown ? `in step ${step + 1}` : "in later steps";
}

/** "AI Cost" or "in 5 groups", where there are groups and none has a frame. */
function groupLine(members: readonly IssueReference[], { nameOf }: Grouping): readonly string[] {
  const names = new Set(members.flatMap((member) => nameOf(member) ?? []));
  return names.size > 1 ? [`in ${names.size} groups`] : [...names];
}
