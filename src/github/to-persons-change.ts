/** GitHub's events as what people changed: pure. */
import type { PersonsChange } from "../domain/command-text.ts";
import { issueReference } from "../domain/reference.ts";
import { nodesOf } from "./answer.ts";
import type { ActorNode, ChangedIssueNode, ChangeEventNode } from "./people-answer.ts";

export interface ChangesQuestion {
  readonly since: string;
  /** Of the App itself. */
  readonly ownId: number | null;
}

/** `events` are all of the issue's since then. What an issue was opened with is no change of it. */
export function toPersonsChanges(
  issue: ChangedIssueNode,
  events: readonly ChangeEventNode[],
  { since, ownId }: ChangesQuestion,
): readonly PersonsChange[] {
  const isMeant = (at: string, by: ActorNode) =>
    at >= since && at > issue.createdAt && !isOwn(by, ownId);
  const edits = nodesOf(issue.userContentEdits)
    .filter(({ editedAt, editor }) => isMeant(editedAt, editor))
    .map(({ editedAt }) => change(issue, editedAt, { kind: "text" }));
  const changes = events
    .filter(({ createdAt, actor }) => isMeant(createdAt, actor))
    .flatMap((event) => {
      const fact = factOf(event, issue.repository.nameWithOwner);
      return fact ? [change(issue, event.createdAt, fact)] : [];
    });
  return [...edits, ...changes];
}

type Fact = PersonsChange["fact"];

function change({ id }: ChangedIssueNode, at: string, fact: Fact): PersonsChange {
  return { issueId: id, at, fact };
}

function isOwn(actor: ActorNode, ownId: number | null): boolean {
  return ownId !== null && actor?.databaseId === ownId;
}

/** Null where GitHub does not tell whom or what it is about. */
function factOf(event: ChangeEventNode, home: string): Fact | null {
  switch (event.__typename) {
    case "MilestonedEvent":
    case "DemilestonedEvent":
      return { kind: "milestone" };
    case "ClosedEvent":
    case "ReopenedEvent":
      return { kind: "state" };
    case "ParentIssueAddedEvent":
    case "ParentIssueRemovedEvent":
      return { kind: "parent" };
    case "LabeledEvent":
    case "UnlabeledEvent":
      return { kind: "label", name: event.label.name };
    case "AssignedEvent":
    case "UnassignedEvent":
      return event.assignee?.login ? { kind: "assignee", login: event.assignee.login } : null;
    case "BlockedByAddedEvent":
    case "BlockedByRemovedEvent": {
      const { blockingIssue } = event;
      if (blockingIssue === null) return null;
      const { nameWithOwner } = blockingIssue.repository;
      return {
        kind: "blocker",
        reference: issueReference(home, nameWithOwner, blockingIssue.number),
      };
    }
  }
}
