/** The specs of `examples/` as plan facts, so that blocks are tested on what people can run. */
import { readFileSync } from "node:fs";
import type { Day } from "../../src/domain/calendar.ts";
import type { Unit } from "../../src/domain/project.ts";
import type { PlanFacts } from "./plan-builder.ts";

interface SpecMilestone {
  readonly key: string;
  readonly title: string;
  readonly start_on?: Day;
  readonly due_on?: Day;
  readonly depends_on?: readonly string[];
  readonly item_count?: number;
}

interface SpecIssue {
  readonly key: string;
  readonly title: string;
  readonly milestone: string;
  readonly priority?: string;
  readonly tasks?: readonly string[];
}

export interface Spec {
  readonly milestones: readonly SpecMilestone[];
  readonly issues: readonly SpecIssue[];
}

export function readSpec(example: string): Spec {
  const url = new URL(`../../examples/${example}/spec.json`, import.meta.url);
  return JSON.parse(readFileSync(url, "utf8")) as Spec;
}

/** What has happened since the start: who is closed, on which day, and what was said of it. */
export interface Progress {
  /** Keys of closed issues; a milestone whose issues are all closed is closed too. */
  readonly closed: readonly string[];
  readonly on: Day;
  /** Key of a milestone → its note. */
  readonly notes?: Readonly<Record<string, string>>;
}

/** A milestone without issues of its own has one, named by its key, with its items as tasks. */
export function specFacts(spec: Spec, unit: Unit, { closed, on, notes }: Progress): PlanFacts {
  const issues = [...spec.issues, ...countedMilestones(spec)];
  const numberOf = new Map(spec.milestones.map(({ key }, index) => [key, index + 1]));
  const isClosed = ({ key }: { readonly key: string }) => closed.includes(key);
  return {
    items: issues.map((issue, index) => ({
      number: index + 1,
      title: issue.title,
      milestone: numberOf.get(issue.milestone) ?? null,
      resolution: isClosed(issue) ? ("completed" as const) : null,
      closedOn: isClosed(issue) ? on : null,
      ...(issue.priority ? { dimensions: { priority: issue.priority } } : {}),
      tasks: { done: 0, total: issue.tasks?.length ?? 0 },
    })),
    milestones: spec.milestones.map(({ key, title, start_on, due_on, depends_on }, index) => {
      const done = issues.filter((issue) => issue.milestone === key).every(isClosed);
      return {
        number: index + 1,
        title,
        startOn: start_on ?? null,
        dueOn: due_on ?? null,
        isClosed: done,
        closedOn: done ? on : null,
        note: notes?.[key] ?? null,
        needsMilestones: (depends_on ?? []).flatMap((one) => numberOf.get(one) ?? []),
      };
    }),
    rules: { unit, dimensions: ["priority"] },
  };
}

function countedMilestones({ milestones }: Spec): readonly SpecIssue[] {
  return milestones.flatMap(({ key, item_count = 0 }) => {
    if (item_count === 0) return [];
    const tasks = Array.from({ length: item_count }, (_, index) => `Item ${index + 1}`);
    return [{ key, title: key, milestone: key, tasks }];
  });
}
