/**
 * From what GitHub says and what texts add to the facts that a plan is computed from. Milepost's own
 * issues are no work.
 */
import type { Config } from "../config/config.ts";
import { dayOf } from "../domain/calendar.ts";
import type { ObservedIssue, ObservedRepository } from "../domain/observation.ts";
import type { Project, WorkItem } from "../domain/project.ts";
import { type DependencyFacts, gatherDependencies } from "./gather-dependencies.ts";
import { gatherMilestones } from "./gather-milestones.ts";
import { findLabelConflicts } from "./label-conflicts.ts";
import type { LabelFacts } from "./label-facts.ts";
import { createLabelReader, type LabelReader } from "./label-sets.ts";
import { indexTitles, readEarlierMilestones } from "./milestone-history.ts";
import type { Notebook } from "./notebook.ts";
import { notesOf } from "./notes.ts";
import { readTasks } from "./tasks.ts";

export interface GatherInput {
  readonly repository: ObservedRepository;
  readonly issues: ReadonlyMap<number, ObservedIssue>;
  readonly config: Config;
  readonly notebook: Notebook;
  /** Issues that Milepost itself keeps. */
  readonly ownIssues: ReadonlySet<number>;
}

interface Sources extends GatherInput {
  readonly dependencies: DependencyFacts;
  readonly titles: ReadonlyMap<string, number>;
  readonly labelReader: LabelReader;
}

export function gatherProject(input: GatherInput): Project {
  const { repository, config } = input;
  const work = [...input.issues.values()]
    .filter((issue) => !input.ownIssues.has(issue.number))
    .sort((a, b) => a.number - b.number);
  const dependencies = gatherDependencies(work, repository);
  const { milestones, findings, foreign } = gatherMilestones(input, dependencies);
  const labelReader = createLabelReader(config);
  const titles = indexTitles(milestones);
  const items = gatherItems(work, { ...input, dependencies, titles, labelReader });
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
    findings: [
      ...dependencies.findings,
      ...findings,
      ...findLabelConflicts(items, labelReader, config),
    ],
  };
}

function gatherItems(
  work: readonly ObservedIssue[],
  sources: Sources,
): ReadonlyMap<number, WorkItem> {
  const items = new Map<number, WorkItem>();
  for (const issue of work) items.set(issue.number, gatherItem(issue, sources));
  return items;
}

function gatherItem(issue: ObservedIssue, sources: Sources): WorkItem {
  const { config, titles } = sources;
  const { names, facts: labels } = sources.labelReader.read(issue.labels);
  const noted = notesOf(sources.notebook, issue, labels);
  return {
    number: issue.number,
    title: issue.title,
    alias: noted.alias,
    url: issue.url,
    resolution: resolutionOf(issue),
    closedOn: issue.closedAt === null ? null : dayOf(issue.closedAt, config.timezone),
    milestone: issue.milestone,
    isTracker: isTracker(issue, labels),
    parent: issue.parent,
    duplicateOf: issue.duplicateOf,
    dependencies: sources.dependencies.of(issue),
    hiddenBlockers: sources.dependencies.hiddenOf(issue),
    isOnHold: labels.isOnHold,
    isInProgress: labels.isInProgress || issue.linkedPullRequests.length > 0,
    author: issue.author,
    assignees: issue.assignees,
    labels: names,
    dimensions: labels.dimensions,
    points: labels.points,
    hours: labels.hours,
    tasks: readTasks(issue),
    earlierMilestones: readEarlierMilestones(
      issue.milestoneHistory,
      issue.milestone,
      titles,
      config.timezone,
    ),
    moveReason: noted.moveReason,
    dropReason: noted.dropReason,
    holdReason: noted.holdReason,
    note: noted.note,
  };
}

function resolutionOf(issue: ObservedIssue): WorkItem["resolution"] {
  if (issue.state === "open") return null;
  if (issue.stateReason === "duplicate" || issue.duplicateOf !== null) return "duplicate";
  return issue.stateReason === "not_planned" ? "dropped" : "completed";
}

function isTracker(issue: ObservedIssue, labels: LabelFacts): boolean {
  return issue.subIssueCount > 0 || issue.issueType?.toLowerCase() === "epic" || labels.isEpic;
}
