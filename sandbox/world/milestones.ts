/** A repository's milestones. Renaming one moves no issue; deleting one takes all issues out of it. */
import { requireTitleFits } from "./bodies.ts";
import { requireWritable } from "./lookup.ts";
import { moveToMilestone } from "./milestone-counters.ts";
import type { Account, Milestone, Repository } from "./model.ts";
import { touch } from "./recency.ts";
import { record } from "./timeline.ts";
import { invalid } from "./world-error.ts";
import type { WorldState } from "./world-state.ts";

export interface MilestoneInput {
  readonly title: string;
  readonly description?: string | null;
  /** ISO 8601 time or day; GitHub keeps the day and answers with its own hour. */
  readonly dueOn?: string | null;
  readonly state?: "open" | "closed";
}

/** Creates a milestone; titles are unique in the repository. */
export function createMilestone(
  state: WorldState,
  actor: Account,
  repository: Repository,
  input: MilestoneInput,
): Milestone {
  requireWritable(repository);
  requireTitleFree(repository, input.title);
  requireDescriptionFits(state, input.description ?? "");
  const dueOn = dueDay(input.dueOn ?? null);
  const at = state.tick();
  const isClosed = input.state === "closed";
  const milestone: Milestone = {
    kind: "milestone",
    ...state.identify("MI"),
    ...{
      number: repository.nextMilestone,
      repository,
      creator: actor,
      createdAt: at,
      updatedAt: at,
    },
    ...{ title: input.title, description: input.description ?? null, dueOn },
    ...{ state: input.state ?? "open", closedAt: isClosed ? at : null },
    ...{ issues: new Set(), openIssues: 0, closedIssues: 0 },
  };
  repository.nextMilestone += 1;
  repository.milestones.set(milestone.number, milestone);
  state.nodes.set(milestone.nodeId, milestone);
  tell(state, actor, milestone, "created");
  if (isClosed) tell(state, actor, milestone, "closed");
  return milestone;
}

/** Changes a milestone; sends `edited` for its texts and day, `closed` or `opened` for its state. */
export function editMilestone(
  state: WorldState,
  actor: Account,
  milestone: Milestone,
  input: Partial<MilestoneInput>,
): Milestone {
  requireWritable(milestone.repository);
  if (input.title !== undefined && input.title !== milestone.title) {
    requireTitleFree(milestone.repository, input.title);
  }
  requireDescriptionFits(state, input.description ?? "");
  const wanted = {
    title: input.title ?? milestone.title,
    description: input.description === undefined ? milestone.description : input.description,
    dueOn: input.dueOn === undefined ? milestone.dueOn : dueDay(input.dueOn),
  };
  const changes = changesOf(milestone, wanted);
  const isMoved = input.state !== undefined && input.state !== milestone.state;
  if (Object.keys(changes).length === 0 && !isMoved) return milestone;
  const at = state.tick();
  Object.assign(milestone, wanted, { updatedAt: at });
  if (Object.keys(changes).length > 0) tell(state, actor, milestone, "edited", { changes });
  if (isMoved) toggle(state, actor, milestone, at);
  return milestone;
}

function toggle(state: WorldState, actor: Account, milestone: Milestone, at: string): void {
  const isOpen = milestone.state === "open";
  milestone.state = isOpen ? "closed" : "open";
  milestone.closedAt = isOpen ? at : null;
  tell(state, actor, milestone, isOpen ? "closed" : "opened");
}

/** Deletes a milestone; its issues lose it and get `demilestoned`. */
export function deleteMilestone(state: WorldState, actor: Account, milestone: Milestone): void {
  const { repository } = milestone;
  requireWritable(repository);
  const at = state.tick();
  repository.milestones.delete(milestone.number);
  state.nodes.delete(milestone.nodeId);
  tell(state, actor, milestone, "deleted");
  for (const issue of [...milestone.issues]) {
    moveToMilestone(issue, null);
    touch(issue, at);
    record(state, issue, actor, "DemilestonedEvent", { milestoneTitle: milestone.title });
    const name = issue.pull === null ? "issues" : "pull_request";
    const subject = issue.pull === null ? { issue } : { number: issue.number, pull_request: issue };
    state.emit({ name, action: "demilestoned", repository, sender: actor, parts: subject });
  }
}

function requireTitleFree(repository: Repository, title: string): void {
  requireTitleFits("Milestone", title);
  for (const other of repository.milestones.values()) {
    if (other.title === title) throw invalid("Milestone", "title", "already_exists");
  }
}

function requireDescriptionFits({ unverified }: WorldState, description: string): void {
  const limit = unverified.milestoneDescriptionLimit;
  if (description.length <= limit) return;
  const message = `description is too long (maximum is ${limit} characters)`;
  throw invalid("Milestone", "description", "custom", message);
}

function dueDay(dueOn: string | null): string | null {
  if (dueOn === null || dueOn === "") return null;
  if (Number.isNaN(Date.parse(dueOn))) throw invalid("Milestone", "due_on", "invalid");
  return `${new Date(dueOn).toISOString().slice(0, 10)}T00:00:00Z`;
}

function changesOf(
  milestone: Milestone,
  wanted: Pick<Milestone, "title" | "description" | "dueOn">,
): Record<string, { readonly from: string | null }> {
  const changes: Record<string, { readonly from: string | null }> = {};
  if (wanted.title !== milestone.title) changes.title = { from: milestone.title };
  if (wanted.description !== milestone.description) {
    changes.description = { from: milestone.description };
  }
  if (wanted.dueOn !== milestone.dueOn) changes.due_on = { from: milestone.dueOn };
  return changes;
}

function tell(
  state: WorldState,
  sender: Account,
  milestone: Milestone,
  action: string,
  parts: Readonly<Record<string, unknown>> = {},
): void {
  const { repository } = milestone;
  state.emit({ name: "milestone", action, repository, sender, parts: { milestone, ...parts } });
}
