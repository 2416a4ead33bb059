/**
 * What GitHub says, as read and not yet interpreted. The adapter fills it, the engine keeps it
 * between syncs, `facts` reads it. Instants are GitHub's ISO 8601 texts ("2025-11-10T09:00:00Z"),
 * which sort as strings.
 */
import type { ObservedProposal } from "./proposal.ts";
import type { IssueReference } from "./reference.ts";

export type Instant = string;

export type StateReason = "completed" | "not_planned" | "duplicate" | "reopened";

export interface ObservedLabel {
  readonly id: string;
  readonly name: string;
}

export interface ObservedBlocker {
  readonly reference: IssueReference;
  /** Undefined where the installation may not read the blocker; it then counts as open. */
  readonly seen?: {
    readonly title: string;
    readonly state: "open" | "closed";
    readonly stateReason: StateReason | null;
    readonly isPrivate: boolean;
  };
}

export interface MilestoneChange {
  readonly at: Instant;
  readonly kind: "added" | "removed";
  /** GitHub keeps the title of that day only, no number. */
  readonly title: string;
}

export interface ObservedIssue {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly url: string;
  readonly state: "open" | "closed";
  readonly stateReason: StateReason | null;
  /** Written by this App itself. */
  readonly isOurs: boolean;
  /** The login of who opened it; null where the account is gone. */
  readonly author: string | null;
  /** When the App edited the text; null where the last to edit it was somebody else, or nobody did. */
  readonly ownEditAt: Instant | null;
  readonly isPinned: boolean;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly closedAt: Instant | null;
  readonly milestone: number | null;
  readonly labels: readonly ObservedLabel[];
  readonly assignees: readonly string[];
  readonly issueType: string | null;
  readonly parent: IssueReference | null;
  readonly subIssueCount: number;
  readonly duplicateOf: IssueReference | null;
  readonly blockedBy: readonly ObservedBlocker[];
  /** Blockers that GitHub counts and the App may not see at all, not even by number. */
  readonly hiddenBlockers: number;
  /** Open pull requests that will close the issue. */
  readonly linkedPullRequests: readonly number[];
  readonly milestoneHistory: readonly MilestoneChange[];
}

/** A text of an issue as it was at some time. */
export interface ObservedVersion {
  /** Null where somebody deleted this version. */
  readonly text: string | null;
  /** Written by this App itself. */
  readonly isOurs: boolean;
}

export interface ObservedMilestone {
  readonly number: number;
  readonly title: string;
  readonly description: string;
  readonly url: string;
  readonly state: "open" | "closed";
  readonly dueOn: Instant | null;
  readonly closedAt: Instant | null;
  /** As GitHub's own page counts: pull requests, duplicates and dropped issues too. */
  readonly nativeOpen: number;
  readonly nativeClosed: number;
}

/** A file at the head of the default branch, by its blob id; the bytes are read by that id. */
export interface ObservedFile {
  readonly path: string;
  readonly oid: string;
  readonly byteSize: number;
  /** Symbolic links and submodules are never written. */
  readonly kind: "file" | "other";
}

/** A text file of any repository. */
export interface ObservedText {
  readonly text: string;
  /** Not everybody may see it; so it is with internal repositories too. */
  readonly isPrivate: boolean;
}

export interface ObservedRepository {
  readonly id: string;
  readonly nameWithOwner: string;
  readonly url: string;
  readonly isPrivate: boolean;
  readonly isArchived: boolean;
  readonly hasIssuesEnabled: boolean;
  readonly defaultBranch: { readonly name: string; readonly headOid: string } | null;
  /** When this App last committed to the default branch. */
  readonly lastCommitAt: Instant | null;
  /** The pull request with plan documents; null where there never was one. */
  readonly proposal: ObservedProposal | null;
  readonly issueCount: number;
  readonly pinnedIssues: readonly number[];
  readonly milestones: readonly ObservedMilestone[];
}
