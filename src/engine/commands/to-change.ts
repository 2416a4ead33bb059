/** From an edit of the plan, by numbers, to the write that GitHub understands. */
import type { ObservedIssue } from "../../domain/observation.ts";
import type { PlanEdit } from "../../domain/plan-edit.ts";
import { type IssueReference, splitForeign } from "../../domain/reference.ts";
import { noteOnIssue } from "../../facts/issue-notes.ts";
import { readMilestoneLines, writeMilestoneLines } from "../../facts/milestone-lines.ts";
import { emptyNotebook, printNotebook, readNotebook } from "../../facts/notebook.ts";
import { editTasks } from "../../markdown/edit-tasks.ts";
import { withNotebook } from "../../render/status-issue-body.ts";
import type { BlockerAddress, Change } from "../change.ts";
import { findStatusIssue } from "../decide-status.ts";
import { RefusedError } from "../errors.ts";
import type { RepositoryMemory } from "../repository-memory.ts";
import { createdKey } from "./keys.ts";

export interface EditOrder {
  readonly edit: PlanEdit;
  /** What the command's creations carry, so that they are found again: "c:123:4". */
  readonly key: string;
  /** When the command was given. */
  readonly at: string;
}

/** Throws a RefusedError where the issue it speaks of is gone, or the notebook has no home yet. */
export function toChange({ edit, key, at }: EditOrder, memory: RepositoryMemory): Change {
  switch (edit.kind) {
    case "set-milestone":
    case "add-label":
    case "remove-label":
    case "assign":
    case "unassign":
      return edit;
    case "add-blocker":
    case "remove-blocker": {
      const blocker = addressOf(edit.blocker, memory);
      return { kind: edit.kind, issueId: issueOf(edit.issue, memory).id, blocker };
    }
    case "set-parent":
      return toParentChange(edit, memory);
    case "reopen":
      return { kind: "reopen-issue", issueId: issueOf(edit.issue, memory).id };
    case "close": {
      const issueId = issueOf(edit.issue, memory).id;
      const close = { kind: "close-issue", issueId, reason: edit.reason } as const;
      if (edit.duplicateOf === null) return close;
      return { ...close, duplicateOfId: issueOf(edit.duplicateOf, memory).id };
    }
    case "edit-tasks": {
      const { id } = issueOf(edit.issue, memory);
      return { kind: "edit-issue-body", issueId: id, edit: (body) => editTasks(body, edit.edit) };
    }
    case "create-sub-issue":
      return {
        kind: "create-issue",
        title: edit.title,
        body: createdKey(key),
        parentId: issueOf(edit.issue, memory).id,
        ...(edit.milestone === null ? {} : { milestone: edit.milestone }),
      };
    case "set-needs":
      return toDescriptionChange(edit);
    case "note":
      return toNotebookChange(edit, at, memory);
  }
}

type EditOf<Kind extends PlanEdit["kind"]> = Extract<PlanEdit, { kind: Kind }>;

function toParentChange(edit: EditOf<"set-parent">, memory: RepositoryMemory): Change {
  const child = issueOf(edit.issue, memory);
  const parent = edit.parent ?? child.parent;
  if (typeof parent !== "number") {
    throw new RefusedError(`#${edit.issue} has no parent in this repository.`);
  }
  return {
    kind: "set-parent",
    issueId: child.id,
    parentId: issueOf(parent, memory).id,
    isRemoval: edit.parent === null,
  };
}

function toDescriptionChange({ milestone, needs }: EditOf<"set-needs">): Change {
  return {
    kind: "edit-milestone-description",
    milestone,
    edit: (description) =>
      writeMilestoneLines(description, { ...readMilestoneLines(description), needs }),
  };
}

function toNotebookChange(edit: EditOf<"note">, at: string, memory: RepositoryMemory): Change {
  const status = findStatusIssue(memory.issues);
  if (!status) {
    throw new RefusedError(
      "What has no place in GitHub is kept in the status issue, and there is none yet: it comes with the first open milestone.",
    );
  }
  return {
    kind: "edit-issue-body",
    issueId: status.id,
    edit(body) {
      const notebook = noteOnIssue(readNotebook(body) ?? emptyNotebook, edit, at, memory.issues);
      return withNotebook(body, printNotebook(notebook));
    },
  };
}

function addressOf(reference: IssueReference, memory: RepositoryMemory): BlockerAddress {
  if (typeof reference === "number") return { id: issueOf(reference, memory).id };
  const [repository, number] = splitForeign(reference);
  return { repository, number };
}

function issueOf(number: number, { issues }: RepositoryMemory): ObservedIssue {
  const issue = issues.get(number);
  if (!issue) throw new RefusedError(`#${number} is gone from this repository.`);
  return issue;
}
