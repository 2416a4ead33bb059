/**
 * GitHub's answers as observations: pure, one function for each thing.
 *
 * A blocker that the App may not read comes as a null node or not at all. Nothing is then known of it,
 * not even a number to name it by, so it cannot be among the blockers; GitHub's API offers no other way
 * to learn of it than a count.
 */
import type {
  MilestoneChange,
  ObservedBlocker,
  ObservedFile,
  ObservedIssue,
  ObservedMilestone,
  ObservedRepository,
  StateReason,
} from "../domain/observation.ts";
import { type IssueReference, issueReference } from "../domain/reference.ts";
import {
  type BlockerNode,
  type CommitTarget,
  type FileEntry,
  type IssueNode,
  type IssuePointer,
  type MilestoneEventNode,
  type MilestoneNode,
  nodesOf,
  type Page,
  type RepositoryNode,
  type StateReasonName,
} from "./answer.ts";
import { toProposal } from "./proposal-query.ts";

/** `author` is the node id of the App's own bot. */
export function toRepository(
  node: RepositoryNode,
  milestones: readonly MilestoneNode[],
  author: string,
): ObservedRepository {
  const branch = node.defaultBranchRef;
  const head = branch?.target;
  return {
    id: node.id,
    nameWithOwner: node.nameWithOwner,
    url: node.url,
    isPrivate: node.isPrivate,
    isArchived: node.isArchived,
    hasIssuesEnabled: node.hasIssuesEnabled,
    defaultBranch: branch && head ? { name: branch.name, headOid: head.oid } : null,
    lastCommitAt: nodesOf(node.lastCommit?.target?.history)[0]?.committedDate ?? null,
    proposal: toProposal(node, author),
    issueCount: node.all.totalCount,
    pinnedIssues: nodesOf(node.pinnedIssues).map((pinned) => pinned.issue.number),
    milestones: milestones.map(toMilestone),
  };
}

/** `repository` is the one that the plan is of, `botId` the node id of the App's own bot. */
export function toIssue(
  node: IssueNode,
  repository: Pick<RepositoryNode, "nameWithOwner" | "isPrivate">,
  botId: string,
): ObservedIssue {
  const home = repository.nameWithOwner;
  return {
    id: node.id,
    number: node.number,
    title: node.title,
    body: node.body,
    url: node.url,
    state: toState(node.state),
    stateReason: toStateReason(node.stateReason),
    isOurs: node.viewerDidAuthor,
    author: node.author?.login ?? null,
    ownEditAt: node.editor?.id === botId ? node.lastEditedAt : null,
    isPinned: node.isPinned ?? false,
    createdAt: node.createdAt,
    updatedAt: node.updatedAt,
    closedAt: node.closedAt,
    milestone: node.milestone?.number ?? null,
    labels: nodesOf(node.labels).map(({ id, name }) => ({ id, name })),
    assignees: nodesOf(node.assignees).map(({ login }) => login),
    issueType: node.issueType?.name ?? null,
    parent: toReference(node.parent, home),
    subIssueCount: node.subIssuesSummary.total,
    duplicateOf: toOriginal(node.duplicateOf, repository),
    blockedBy: nodesOf(node.blockedBy).map((blocker) => toBlocker(blocker, home)),
    hiddenBlockers: hiddenOf(node.blockedBy),
    linkedPullRequests: toLinkedPullRequests(node, home),
    milestoneHistory: nodesOf(node.timelineItems).map(toMilestoneChange),
  };
}

/** Neither number nor repository is given of what the installation may not read. */
function hiddenOf(page: Page<unknown> | null): number {
  return page ? Math.max(0, page.totalCount - nodesOf(page).length) : 0;
}

/** One entry for each path, in the order in which `file0`, `file1`, … were asked for. */
export function toFiles(
  paths: readonly string[],
  head: CommitTarget | null | undefined,
): ReadonlyMap<string, ObservedFile | null> {
  return new Map(
    paths.map((path, index) => {
      const entry = head?.[`file${index}`];
      return [path, entry ? toFile(path, entry) : null] as const;
    }),
  );
}

const typeBits = 0o170000;
const regularFile = 0o100000;

function toFile(path: string, entry: FileEntry): ObservedFile {
  const kind = isRegularFile(entry) ? "file" : "other";
  return { path, oid: entry.oid, byteSize: entry.size, kind };
}

/** No symbolic link, folder or submodule. */
export function isRegularFile({ type, mode }: Pick<FileEntry, "type" | "mode">): boolean {
  return type === "blob" && (mode & typeBits) === regularFile;
}

function toMilestone(node: MilestoneNode): ObservedMilestone {
  return {
    number: node.number,
    title: node.title,
    description: node.description ?? "",
    url: node.url,
    state: toState(node.state),
    dueOn: node.dueOn,
    closedAt: node.closedAt,
    nativeOpen: node.openIssueCount,
    nativeClosed: node.closedIssueCount,
  };
}

function toBlocker(node: BlockerNode, home: string): ObservedBlocker {
  return {
    reference: issueReference(home, node.repository.nameWithOwner, node.number),
    seen: {
      title: node.title,
      state: toState(node.state),
      stateReason: toStateReason(node.stateReason),
      isPrivate: node.repository.isPrivate,
    },
  };
}

/** A pull request of another repository has a number that means nothing here. */
function toLinkedPullRequests(node: IssueNode, home: string): readonly number[] {
  const open = nodesOf(node.closedByPullRequestsReferences).filter(({ state }) => state === "OPEN");
  const references = open.map((pull) => toReference(pull, home));
  return references.filter((reference) => typeof reference === "number");
}

function toMilestoneChange(event: MilestoneEventNode): MilestoneChange {
  const kind = event.__typename === "MilestonedEvent" ? "added" : "removed";
  return { at: event.createdAt, kind, title: event.milestoneTitle };
}

function toReference(pointer: IssuePointer | null, home: string): IssueReference | null {
  return pointer && issueReference(home, pointer.repository.nameWithOwner, pointer.number);
}

/** Nothing public names what is private; that the issue is a duplicate its state reason tells. */
function toOriginal(
  original: IssueNode["duplicateOf"],
  { nameWithOwner, isPrivate }: Pick<RepositoryNode, "nameWithOwner" | "isPrivate">,
): IssueReference | null {
  const isSecret = original?.repository.isPrivate === true && !isPrivate;
  return isSecret ? null : toReference(original, nameWithOwner);
}

function toState(state: "OPEN" | "CLOSED"): "open" | "closed" {
  return state === "OPEN" ? "open" : "closed";
}

function toStateReason(reason: StateReasonName | null): StateReason | null {
  return reason && (reason.toLowerCase() as StateReason);
}
