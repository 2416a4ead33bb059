/**
 * Every write that Milepost can make, as data. `decide` returns them, an applier performs them;
 * not applying is a dry run.
 */

import type { Instant } from "../domain/observation.ts";

export interface FileChange {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export type Change =
  | {
      readonly kind: "create-issue";
      readonly title: string;
      readonly body: string;
      readonly milestone?: number;
      readonly parentId?: string;
    }
  | {
      readonly kind: "edit-issue-body";
      readonly issueId: string;
      /** From the body as it is now to the body wanted; undefined leaves it alone. */
      readonly edit: (current: string) => string | undefined;
    }
  | { readonly kind: "pin-issue"; readonly issueId: string }
  | {
      readonly kind: "close-issue";
      readonly issueId: string;
      readonly reason: "completed" | "not_planned" | "duplicate";
      /** Set with "duplicate". */
      readonly duplicateOfId?: string;
    }
  | FactChange
  | CommentChange
  | {
      readonly kind: "commit-files";
      readonly branch: string;
      /** The head that the files were computed from: the write is refused if it has moved. */
      readonly expectedHead: string;
      readonly headline: string;
      readonly body: string;
      readonly files: readonly FileChange[];
    }
  | ProposalChange
  | { readonly kind: "report-check"; readonly report: CheckReport };

/** What is said of one commit; found again by its key, so that it is said once. */
export interface CheckReport {
  readonly headOid: string;
  /** Another one where anything of the report differs. */
  readonly key: string;
  readonly conclusion: "success" | "neutral" | "failure";
  readonly title: string;
  /** Markdown. */
  readonly summary: string;
  readonly annotations: readonly CheckAnnotation[];
}

export interface CheckAnnotation {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly level: "failure" | "warning" | "notice";
  readonly title: string;
  /** Plain text, as is `details`. */
  readonly message: string;
  readonly details: string;
}

/** Where the default branch takes no commit: one branch and one pull request, made or kept up to date. */
export type ProposalChange =
  | {
      readonly kind: "propose-files";
      readonly repositoryId: string;
      readonly branch: string;
      /** As read, and of nobody else: the write is refused if it has moved. Null where there is none. */
      readonly expectedHead: string | null;
      /** What the branch is then one commit ahead of. */
      readonly base: { readonly name: string; readonly headOid: string };
      readonly headline: string;
      readonly files: readonly FileChange[];
      /** Whether the branch says it already, by the blob ids of these files there. */
      readonly isSaid: (oids: ReadonlyMap<string, string | null>) => boolean;
      readonly pullRequest:
        | {
            readonly kind: "open";
            readonly id: string;
            readonly number: number;
            /** From the body as it is now to the body wanted; undefined leaves it alone, as does no edit. */
            readonly edit?: (current: string) => string | undefined;
          }
        | { readonly kind: "new"; readonly title: string; readonly body: string };
    }
  | {
      readonly kind: "withdraw-files";
      readonly repositoryId: string;
      readonly branch: string;
      readonly expectedHead: string;
      /** Node id, if it is open. */
      readonly pullRequestId: string | null;
    };

/** Facts of the plan that commands change. Issues by number where REST takes it, else by node id. */
export type FactChange =
  | { readonly kind: "reopen-issue"; readonly issueId: string }
  | { readonly kind: "set-milestone"; readonly issue: number; readonly milestone: number | null }
  | {
      readonly kind: "add-blocker" | "remove-blocker";
      readonly issueId: string;
      readonly blocker: BlockerAddress;
    }
  /** Or takes it from its parent. */
  | {
      readonly kind: "set-parent";
      readonly issueId: string;
      readonly parentId: string;
      readonly isRemoval: boolean;
    }
  /** A label that does not exist yet is created. */
  | {
      readonly kind: "add-label" | "remove-label";
      readonly issue: number;
      readonly label: string;
    }
  | { readonly kind: "assign" | "unassign"; readonly issue: number; readonly login: string }
  | {
      readonly kind: "edit-milestone-description";
      readonly milestone: number;
      /** From the description as it is now to the one wanted; undefined leaves it alone. */
      readonly edit: (current: string) => string | undefined;
    };

/** Of an issue here by its node id, of another repository's by name. */
export type BlockerAddress =
  | { readonly id: string }
  | { readonly repository: string; readonly number: number };

export type Reaction = "rocket" | "confused" | "eyes";

/** What Milepost says beside an issue. */
export type CommentChange =
  | { readonly kind: "add-comment"; readonly issueId: string; readonly body: string }
  | { readonly kind: "edit-comment"; readonly commentId: string; readonly body: string }
  /** Folded away as resolved, or shown again. */
  | { readonly kind: "hide-comment" | "show-comment"; readonly commentId: string }
  | {
      readonly kind: "react";
      /** Of a comment or an issue. */
      readonly subjectId: string;
      readonly content: Reaction;
      /** Of an earlier run: taken away first, so that the new one has a new date. */
      readonly replaces: readonly Reaction[];
    }
  /** Takes a reaction away again. */
  | { readonly kind: "unreact"; readonly subjectId: string; readonly content: Reaction };

/** What a change did. */
export type Applied =
  | {
      readonly kind: "issue-created";
      readonly number: number;
      readonly issueId: string;
      readonly body: string;
    }
  | { readonly kind: "issue-edited"; readonly body: string }
  | { readonly kind: "issue-pinned" }
  | { readonly kind: "issue-closed" }
  /** A fact is as wanted now, whether it was before or not. */
  | { readonly kind: "fact-changed" }
  | { readonly kind: "commented"; readonly commentId: string }
  | { readonly kind: "comment-changed" }
  | {
      readonly kind: "reacted";
      readonly at: Instant;
      /** When a person last edited the text that was reacted to, perhaps after it was read; null where a bot did. */
      readonly lastEditedAt: Instant | null;
    }
  /** GitHub allows three pinned issues, and there are three already. */
  | { readonly kind: "no-room-to-pin" }
  | { readonly kind: "committed"; readonly headOid: string }
  | {
      readonly kind: "proposed";
      readonly headOid: string;
      /** False where branch and pull request were as wanted. */
      readonly isWritten: boolean;
      /** Blob ids at that head. */
      readonly oids: ReadonlyMap<string, string | null>;
      readonly pullRequest: { readonly id: string; readonly number: number };
    }
  | { readonly kind: "withdrawn" }
  | {
      readonly kind: "check-reported";
      /** False where it was said already. */
      readonly isWritten: boolean;
    }
  /** The text was already as wanted, or the edit declined. */
  | { readonly kind: "unchanged"; readonly body: string };
