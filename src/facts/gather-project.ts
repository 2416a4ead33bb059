/**
 * From what GitHub says and what texts add to the facts that a plan is computed from. Milepost's own
 * issues are no work.
 */
import type { Config } from "../config/config.ts";
import { ByNumber } from "../domain/by-number.ts";
import { changedPlaces, createListMemory, withMembers } from "../domain/list-memory.ts";
import type { ObservedIssue, ObservedRepository } from "../domain/observation.ts";
import type { Project } from "../domain/project.ts";
import type { IssueReference } from "../domain/reference.ts";
import { sameList } from "../domain/same-list.ts";
import { gatherDependencies } from "./gather-dependencies.ts";
import { gatherItems } from "./gather-items.ts";
import { gatherMilestones } from "./gather-milestones.ts";
import { findLabelConflicts } from "./label-conflicts.ts";
import { indexTitles } from "./milestone-history.ts";
import type { Notebook } from "./notebook.ts";

export interface GatherInput {
  readonly repository: ObservedRepository;
  readonly issues: ReadonlyMap<number, ObservedIssue>;
  readonly config: Config;
  readonly notebook: Notebook;
  /** Issues that Milepost itself keeps. */
  readonly ownIssues: ReadonlySet<number>;
}

export function gatherProject(input: GatherInput): Project {
  const { repository, config } = input;
  const work = findWork(input);
  const isWork = (reference: IssueReference) =>
    typeof reference === "number" && input.issues.has(reference) && !input.ownIssues.has(reference);
  const dependencies = gatherDependencies(work, repository, isWork);
  const { milestones, findings, foreign } = gatherMilestones(input, dependencies);
  const titles = indexTitles(milestones);
  const { items, torn } = gatherItems(work, { ...input, dependencies, titles });
  return {
    repository: repository.nameWithOwner,
    url: repository.url,
    items,
    foreign: new Map([...foreign, ...dependencies.foreign]),
    milestones,
    rules: {
      unit: config.unit,
      countEpics: config.count.epics,
      dimensions: [...config.labels.keys()],
    },
    findings: [...dependencies.findings, ...findings, ...findLabelConflicts(items, torn, config)],
  };
}

interface Work {
  readonly work: readonly ObservedIssue[];
  readonly own: readonly number[];
}

const lastWork = createListMemory<ObservedIssue, Work>();

/** Ascending. */
function findWork({ issues, ownIssues }: GatherInput): readonly ObservedIssue[] {
  const list = ByNumber.listOf(issues);
  const own = [...ownIssues];
  const before = lastWork.find(list);
  const changed =
    before && sameList(before.result.own, own) ? changedPlaces(before.list, list) : undefined;
  const fresh = changed?.map((place) => list[place]).filter((one) => one !== undefined);
  const work =
    before && fresh
      ? withMembers(before.result.work, fresh)
      : list.filter(({ number }) => !ownIssues.has(number)).toSorted((a, b) => a.number - b.number);
  return lastWork.keep(list, { work, own }).work;
}
