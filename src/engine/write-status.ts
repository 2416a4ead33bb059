/**
 * Creates, pins and edits the status issue. Creating, pinning and noting that it was pinned are three
 * steps; a process that dies between any two of them finds the rest to do the next time.
 */
import { ByNumber } from "../domain/by-number.ts";
import type { ObservedIssue } from "../domain/observation.ts";
import type { Notebook } from "../facts/notebook.ts";
import type { Applied, Change } from "./change.ts";
import { decideStatus, findStatusIssue, type StatusWish, withPinNotice } from "./decide-status.ts";
import { RefusedError } from "./errors.ts";
import type { ChangeApplier, Clock, Log, RepositoryAddress } from "./ports.ts";
import type { RepositoryMemory } from "./repository-memory.ts";

export interface StatusPorts {
  readonly applier: ChangeApplier;
  readonly clock: Clock;
  readonly log: Log;
}

export interface StatusResult {
  readonly memory: RepositoryMemory;
  readonly written: readonly Applied["kind"][];
}

export async function writeStatus(
  ports: StatusPorts,
  address: RepositoryAddress,
  memory: RepositoryMemory,
  wish: StatusWish,
): Promise<StatusResult> {
  const created = findStatusIssue(memory.issues)
    ? { memory, written: [] }
    : await edit(ports, address, memory, wish);
  const notebook = await pin(ports, address, created.memory, wish.notebook);
  const plan = withPinNotice(wish.plan, notebook);
  const edited = await edit(ports, address, created.memory, { ...wish, plan, notebook });
  return { memory: edited.memory, written: [...created.written, ...edited.written] };
}

/** The notebook with all that was done is then there, unless the markers are broken. */
async function edit(
  { applier, clock, log }: StatusPorts,
  address: RepositoryAddress,
  before: RepositoryMemory,
  wish: StatusWish,
): Promise<StatusResult> {
  const present = findStatusIssue(before.issues);
  const { change, damage } = decideStatus(present, wish);
  for (const { message } of damage) log.warn({ issue: present?.number }, message);
  if (damage.length > 0) return { memory: before, written: [] };
  const noted = { ...before, unnoted: [] };
  if (change === null) return { memory: noted, written: [] };
  const applied = await applier.apply(address, change);
  // Nothing is written, too, where the markers were broken just before.
  const memory = applied.kind === "unchanged" ? before : noted;
  const after = issueAfter(present, change, applied, memory, clock);
  const written = applied.kind === "unchanged" ? [] : [applied.kind];
  if (after === undefined) return { memory, written };
  return {
    memory: { ...memory, issues: ByNumber.copyOf(memory.issues).set(after.number, after) },
    written,
  };
}

/** Once only: whoever unpins it afterwards wants it so. A refusal does not hold up the text. */
async function pin(
  { applier, log }: StatusPorts,
  address: RepositoryAddress,
  memory: RepositoryMemory,
  notebook: Notebook,
): Promise<Notebook> {
  const issue = findStatusIssue(memory.issues);
  if (notebook.pin !== undefined || !issue) return notebook;
  if (issue.isPinned) return { ...notebook, pin: "pinned" };
  try {
    const applied = await applier.apply(address, { kind: "pin-issue", issueId: issue.id });
    return { ...notebook, pin: applied.kind === "no-room-to-pin" ? "no-room" : "pinned" };
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    log.warn({ err: error }, "GitHub refused to pin the status issue");
    return notebook;
  }
}

function issueAfter(
  present: ObservedIssue | undefined,
  change: Change,
  applied: Applied,
  { repository }: RepositoryMemory,
  clock: Clock,
): ObservedIssue | undefined {
  if (present && (applied.kind === "issue-edited" || applied.kind === "unchanged")) {
    return { ...present, body: applied.body };
  }
  if (applied.kind !== "issue-created" || change.kind !== "create-issue") return undefined;
  const now = clock.now();
  return {
    id: applied.issueId,
    number: applied.number,
    title: change.title,
    body: applied.body,
    url: `${repository.url}/issues/${applied.number}`,
    state: "open",
    stateReason: null,
    isOurs: true,
    author: null,
    ownEditAt: null,
    isPinned: false,
    createdAt: now,
    updatedAt: now,
    closedAt: null,
    milestone: null,
    labels: [],
    assignees: [],
    issueType: null,
    parent: null,
    subIssueCount: 0,
    duplicateOf: null,
    blockedBy: [],
    hiddenBlockers: 0,
    linkedPullRequests: [],
    milestoneHistory: [],
  };
}
