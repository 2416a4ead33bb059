/** The M2 model plan of examples/m2-data-foundations as facts, and the steps of its event walk. */
import { readFileSync } from "node:fs";
import type { Milestone, Project, WorkItem } from "../../src/domain/project.ts";
import { item, milestone, project } from "./project-builder.ts";

interface SpecIssue {
  readonly key: string;
  readonly number_in_document: number;
  readonly title: string;
  readonly milestone: string | null;
  readonly state: "open" | "closed";
  readonly state_reason: string | null;
  readonly kind: string;
  readonly cluster: string | null;
  readonly parent: string | null;
  readonly blocked_by: readonly string[];
  readonly blocks_milestones: readonly string[];
  readonly duplicate_of?: string;
  readonly moved_from: string | null;
}

interface Spec {
  readonly milestones: readonly { readonly key: string; readonly title: string }[];
  readonly issues: readonly SpecIssue[];
}

const spec: Spec = JSON.parse(
  readFileSync(new URL("../../examples/m2-data-foundations/spec.json", import.meta.url), "utf8"),
);

const numberOf = (key: string) => Number(key.replace(/^\D/, ""));

function workItem(issue: SpecIssue): WorkItem {
  const closed = issue.state_reason === "duplicate" ? "duplicate" : "completed";
  return item(issue.number_in_document, {
    title: issue.title,
    milestone: issue.milestone === null ? null : numberOf(issue.milestone),
    resolution: issue.state === "open" ? null : closed,
    isTracker: issue.kind === "epic",
    parent: issue.parent === null ? null : numberOf(issue.parent),
    duplicateOf: issue.duplicate_of ? numberOf(issue.duplicate_of) : null,
    waitsFor: issue.blocked_by.map(numberOf),
    dimensions: issue.cluster === null ? {} : { cluster: issue.cluster },
    earlierMilestones:
      issue.moved_from === null
        ? []
        : [{ milestone: numberOf(issue.moved_from), leftOn: "2025-11-08" }],
  });
}

function milestones(): readonly Milestone[] {
  return spec.milestones.map(({ key, title }) =>
    milestone(numberOf(key), {
      title,
      needsIssues: spec.issues
        .filter((issue) => issue.blocks_milestones.includes(key))
        .map((issue) => issue.number_in_document),
    }),
  );
}

/** Fixture A of the model plan: M2 stands at 39 of 50. Milestones M2 to M5 have the numbers 2 to 5. */
export const modelProject: Project = project(spec.issues.map(workItem), milestones());

/** The same project with some of its issues changed. */
export function change(
  before: Project,
  numbers: readonly number[],
  facts: (item: WorkItem) => Partial<WorkItem>,
): Project {
  const items = new Map(before.items);
  for (const number of numbers) {
    const present = items.get(number);
    if (!present) throw new Error(`no issue ${number} in the project`);
    items.set(number, { ...present, ...facts(present) });
  }
  return { ...before, items };
}

export type Step =
  | { readonly kind: "close" | "reopen"; readonly numbers: readonly number[] }
  | { readonly kind: "move"; readonly numbers: readonly number[]; readonly to: number };

/** What happens to fixture A until M2 is complete, and one step back. */
export const eventWalk: readonly Step[] = [
  { kind: "close", numbers: [408] },
  { kind: "close", numbers: [404, 405, 406] },
  { kind: "close", numbers: [407] },
  { kind: "close", numbers: [410] },
  { kind: "close", numbers: [409] },
  { kind: "move", numbers: [411], to: 3 },
  { kind: "close", numbers: [412] },
  { kind: "close", numbers: [69, 310] },
  { kind: "reopen", numbers: [408] },
];

export function apply(before: Project, step: Step): Project {
  switch (step.kind) {
    case "close":
      return change(before, step.numbers, () => ({
        resolution: "completed",
        closedOn: "2025-11-10",
      }));
    case "reopen":
      return change(before, step.numbers, () => ({ resolution: null, closedOn: null }));
    case "move":
      return change(before, step.numbers, (present) => moved(present, step.to));
  }
}

/** What it leaves is noted; what it comes back to is forgotten. */
function moved(present: WorkItem, to: number): Partial<WorkItem> {
  const left = present.milestone;
  const noted = present.earlierMilestones.filter((one) => one.milestone !== left);
  const leaving = left === null ? [] : [{ milestone: left, leftOn: "2025-11-10" as const }];
  const earlier = [...noted, ...leaving].filter((one) => one.milestone !== to);
  return { milestone: to, earlierMilestones: earlier };
}
