/** Who names whom as a blocker, whatever their states. */
import { changedPlaces, createListMemory } from "./list-memory.ts";
import type { WorkItem } from "./project.ts";
import { sameDependencies } from "./project-changes.ts";
import type { IssueReference } from "./reference.ts";

type Item = Pick<WorkItem, "number" | "dependencies">;

/** The numbers of those that wait, or waited, for an issue, by that issue. */
export type Dependents = ReadonlyMap<IssueReference, readonly number[]>;

const known = createListMemory<Item, Dependents>();

export function indexDependents(items: readonly Item[]): Dependents {
  const before = known.find(items);
  const changed = before && changedPlaces(before.list, items);
  const isSame = changed?.every((place) =>
    sameDependencies(before?.list[place]?.dependencies ?? none, items[place]?.dependencies ?? none),
  );
  return known.keep(items, before && isSame ? before.result : index(items));
}

const none: readonly never[] = [];

function index(items: readonly Item[]): Dependents {
  const dependents = new Map<IssueReference, number[]>();
  for (const { number, dependencies } of items) {
    for (const { on } of dependencies) {
      const list = dependents.get(on);
      if (list) list.push(number);
      else dependents.set(on, [number]);
    }
  }
  return dependents;
}
