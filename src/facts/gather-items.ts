/**
 * From issues to work items. An issue that was read before and did not change keeps its very item, as long as
 * nothing else that speaks in it has changed: settings, titles of milestones, notes, references in words.
 */
import type { Config } from "../config/config.ts";
import { ByNumber } from "../domain/by-number.ts";
import { dayOf } from "../domain/calendar.ts";
import { changedPlaces, createListMemory } from "../domain/list-memory.ts";
import type { ObservedIssue, ObservedRepository } from "../domain/observation.ts";
import type { WorkItem } from "../domain/project.ts";
import type { IssueReference } from "../domain/reference.ts";
import { sameList } from "../domain/same-list.ts";
import type { DependencyFacts } from "./gather-dependencies.ts";
import type { LabelFacts } from "./label-facts.ts";
import { createLabelReader, type LabelReader, type LabelSet } from "./label-sets.ts";
import { readEarlierMilestones } from "./milestone-history.ts";
import type { Notebook } from "./notebook.ts";
import { type Notes, notesOf } from "./notes.ts";
import { readTasks } from "./tasks.ts";

export interface ItemSources {
  readonly repository: ObservedRepository;
  readonly issues: ReadonlyMap<number, ObservedIssue>;
  readonly config: Config;
  readonly notebook: Notebook;
  readonly dependencies: DependencyFacts;
  /** Title → milestone number. */
  readonly titles: ReadonlyMap<string, number>;
}

export interface GatheredItems {
  /** By number, in the order of the issues. */
  readonly items: ReadonlyMap<number, WorkItem>;
  /** The labels of items that carry more than one of a dimension, by their names. */
  readonly torn: ReadonlyMap<LabelSet["names"], LabelSet>;
}

/** What all items of a project are read by; the same as before is the very same object. */
interface Reading {
  readonly key: string;
}

interface Gathered {
  readonly reading: Reading;
  readonly words: readonly IssueReference[];
  readonly notes: Notes;
  readonly labels: LabelSet;
  readonly item: WorkItem;
}

const gathered = new WeakMap<ObservedIssue, Gathered>();

interface Last extends GatheredItems {
  readonly reading: Reading;
  readonly home: string;
  readonly notebook: Notebook;
  readonly dependencies: DependencyFacts;
}

const last = createListMemory<ObservedIssue, Last>();

export function gatherItems(work: readonly ObservedIssue[], sources: ItemSources): GatheredItems {
  const reading = readingOf(work, sources);
  const { notebook, dependencies } = sources;
  const home = sources.repository.nameWithOwner;
  const labelReader = createLabelReader(sources.config);
  const gather = (issue: ObservedIssue) => gatherOne(issue, sources, reading, labelReader);
  const gathered = gatherChanged(work, sources, reading, gather) ?? gatherAll(work, gather);
  return last.keep(work, { ...gathered, reading, home, notebook, dependencies });
}

type Gather = (issue: ObservedIssue) => Gathered;

function gatherAll(work: readonly ObservedIssue[], gather: Gather): GatheredItems {
  const items = new Map<number, WorkItem>();
  const torn = new Map<LabelSet["names"], LabelSet>();
  for (const issue of work) {
    const { item, labels } = gather(issue);
    items.set(issue.number, item);
    if (labels.facts.rivals.size > 0) torn.set(labels.names, labels);
  }
  return { items: ByNumber.copyOf(items), torn };
}

/**
 * The items of before, but for issues that changed and those that something else speaks of: words, whose references
 * may be known by now, and notes. Undefined where all have to be looked at.
 */
function gatherChanged(
  work: readonly ObservedIssue[],
  sources: ItemSources,
  reading: Reading,
  gather: Gather,
): GatheredItems | undefined {
  const before = last.find(work);
  const isReadAlike =
    before?.result.reading === reading &&
    before.result.home === sources.repository.nameWithOwner &&
    before.result.torn.size === 0;
  const changed = isReadAlike ? changedPlaces(before.list, work) : undefined;
  if (!(before && changed)) return undefined;
  const items = ByNumber.copyOf(before.result.items);
  const numbers = [
    ...changed.map((place) => work[place]?.number),
    ...(before.result.dependencies === sources.dependencies ? [] : sources.dependencies.withWords),
    ...[before.result.notebook, sources.notebook].flatMap(notedIn),
  ];
  for (const number of numbers) {
    const issue = number === undefined ? undefined : sources.issues.get(number);
    if (!(issue && items.has(issue.number))) continue;
    const { item, labels } = gather(issue);
    if (labels.facts.rivals.size > 0) return undefined;
    items.set(issue.number, item);
  }
  return { items, torn: before.result.torn };
}

function notedIn({ issues }: Notebook): readonly number[] {
  return Object.keys(issues).map(Number);
}

/** The one of before, where it says the same. */
function readingOf(work: readonly ObservedIssue[], sources: ItemSources): Reading {
  const { repository, config, titles } = sources;
  const { labels, epics, states, timezone } = config;
  const { isPrivate } = repository;
  const key = JSON.stringify([[...labels], epics, states, timezone, isPrivate, [...titles]]);
  for (const issue of work) {
    const before = gathered.get(issue)?.reading;
    if (before) return before.key === key ? before : { key };
  }
  return { key };
}

function gatherOne(
  issue: ObservedIssue,
  sources: ItemSources,
  reading: Reading,
  labelReader: LabelReader,
): Gathered {
  const known = gathered.get(issue);
  const before = known?.reading === reading ? known : undefined;
  const labels = before?.labels ?? labelReader.read(issue.labels);
  const words = sources.dependencies.wordsOf(issue);
  const notes = notesOf(sources.notebook, issue, labels.facts);
  if (before && sameList(before.words, words) && sameNotes(before.notes, notes)) return before;
  const item = toItem(issue, sources, labels, notes);
  const now = { reading, words, notes, labels, item };
  gathered.set(issue, now);
  return now;
}

function sameNotes(some: Notes, others: Notes): boolean {
  return (
    some === others ||
    (some.alias === others.alias &&
      some.note === others.note &&
      some.moveReason === others.moveReason &&
      some.dropReason === others.dropReason &&
      some.holdReason === others.holdReason)
  );
}

function toItem(
  issue: ObservedIssue,
  { config, dependencies, titles }: ItemSources,
  { names, facts: labels }: LabelSet,
  notes: Notes,
): WorkItem {
  return {
    number: issue.number,
    title: issue.title,
    alias: notes.alias,
    url: issue.url,
    resolution: resolutionOf(issue),
    closedOn: issue.closedAt === null ? null : dayOf(issue.closedAt, config.timezone),
    milestone: issue.milestone,
    isTracker: isTracker(issue, labels),
    parent: issue.parent,
    duplicateOf: issue.duplicateOf,
    dependencies: dependencies.of(issue),
    hiddenBlockers: dependencies.hiddenOf(issue),
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
    moveReason: notes.moveReason,
    dropReason: notes.dropReason,
    holdReason: notes.holdReason,
    note: notes.note,
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
