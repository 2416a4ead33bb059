/** Milestones as GitHub says and the last lines of their descriptions add, with what is wrong in those. */
import type { Config } from "../config/config.ts";
import { dayOf, dueDay } from "../domain/calendar.ts";
import type { ObservedMilestone, ObservedRepository } from "../domain/observation.ts";
import type { Finding, ForeignIssue, Milestone } from "../domain/project.ts";
import type { IssueReference } from "../domain/reference.ts";
import { type DependencyFacts, unseen } from "./gather-dependencies.ts";
import { readMilestoneLines, unreadableStart } from "./milestone-lines.ts";
import { earlierTitles } from "./milestone-titles.ts";
import { resolveNeeds } from "./needs.ts";
import type { Notebook } from "./notebook.ts";

interface Sources {
  readonly repository: ObservedRepository;
  readonly config: Config;
  readonly notebook: Notebook;
}

export interface MilestoneFacts {
  readonly milestones: readonly Milestone[];
  /** Issues elsewhere that milestones need and nothing else is known of. */
  readonly foreign: ReadonlyMap<IssueReference, ForeignIssue>;
  readonly findings: readonly Finding[];
}

type NamedMilestone = ObservedMilestone & { readonly earlierTitles: readonly string[] };

/** By number, as GitHub lists them. */
export function gatherMilestones(
  sources: Sources,
  dependencies: Pick<DependencyFacts, "isKnown" | "foreign">,
): MilestoneFacts {
  const named = sources.repository.milestones.map((milestone) => ({
    ...milestone,
    earlierTitles: earlierTitles(sources.notebook, milestone.number, milestone.title),
  }));
  const gathered = named.map((milestone) =>
    gatherMilestone(milestone, named, sources, dependencies),
  );
  const milestones = gathered.map((one) => one.milestone);
  const elsewhere = milestones
    .flatMap((milestone) => milestone.needsIssues)
    .filter((issue) => typeof issue !== "number" && !dependencies.foreign.has(issue));
  return {
    milestones,
    foreign: new Map(elsewhere.map((issue) => [issue, unseen(issue, sources.repository)])),
    findings: gathered.flatMap((one) => one.findings),
  };
}

function gatherMilestone(
  observed: NamedMilestone,
  all: readonly NamedMilestone[],
  { repository, config }: Sources,
  { isKnown }: Pick<DependencyFacts, "isKnown">,
): { milestone: Milestone; findings: readonly Finding[] } {
  const lines = readMilestoneLines(observed.description);
  const needs = resolveNeeds(lines.needs ?? "", all, repository.nameWithOwner);
  const unknown = needs.issues.filter((issue) => !isKnown(issue));
  const milestone: Milestone = {
    number: observed.number,
    title: observed.title,
    earlierTitles: observed.earlierTitles,
    url: observed.url,
    isClosed: observed.state === "closed",
    startOn: lines.start,
    dueOn: observed.dueOn === null ? null : dueDay(observed.dueOn),
    closedOn: observed.closedAt === null ? null : dayOf(observed.closedAt, config.timezone),
    note: lines.note,
    needsIssues: needs.issues.filter((issue) => isKnown(issue) || typeof issue !== "number"),
    needsMilestones: needs.milestones,
    native: { open: observed.nativeOpen, closed: observed.nativeClosed },
  };
  const findings = [
    ...needs.problems.map((problem) =>
      finding("unknown-reference", needsMessage(problem, observed)),
    ),
    ...unknown.map((issue) => finding("unknown-reference", unknownMessage(issue, observed))),
    ...startProblems(observed).map((message) => finding("unreadable-date", message)),
  ];
  const concerned = findings.map((one) => ({ ...one, milestone: observed.number }));
  return { milestone, findings: milestone.isClosed ? [] : concerned };
}

function finding(rule: string, message: string): Omit<Finding, "milestone"> {
  return { rule, severity: "warning", issues: [], message };
}

function startProblems({ title, description }: ObservedMilestone): readonly string[] {
  const start = unreadableStart(description);
  if (start === null) return [];
  return [
    `The description of milestone "${title}" says "Start: ${start.slice(0, 40)}", which is no day. Write it as 2026-01-31.`,
  ];
}

function needsMessage(problem: string, { title }: ObservedMilestone): string {
  return `The description of milestone "${title}" says "Needs:", but ${problem}. Name an issue as #12, or a milestone by its number ("milestone 3"), key or title.`;
}

function unknownMessage(issue: IssueReference, { title }: ObservedMilestone): string {
  return typeof issue === "number"
    ? `The description of milestone "${title}" says that it needs ${issue}, which is no issue of this repository (a pull request, or deleted, or moved elsewhere). Correct the number or remove it.`
    : `The description of milestone "${title}" says that it needs ${issue}. From its name alone its state can't be followed, so it counts as open: name an issue of this repository that is marked as blocked by it, or remove it.`;
}
