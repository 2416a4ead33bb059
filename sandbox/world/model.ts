/**
 * The things a GitHub consists of, as the sandbox keeps them: one object per thing, linked by
 * reference, so that a renamed label or milestone is renamed everywhere at once. Times are ISO 8601
 * in whole seconds. Only the functions in this folder change them; everyone else reads.
 */
import type { Ruleset } from "./ruleset.ts";

export interface Account {
  readonly kind: "account";
  readonly login: string;
  readonly id: number;
  readonly nodeId: string;
  readonly type: "User" | "Bot" | "Organization";
  readonly email: string;
}

export interface Label {
  readonly kind: "label";
  readonly id: number;
  readonly nodeId: string;
  readonly repository: Repository;
  readonly isDefault: boolean;
  name: string;
  color: string;
  description: string | null;
  readonly issues: Set<Issue>;
}

export interface Milestone {
  readonly kind: "milestone";
  readonly id: number;
  readonly nodeId: string;
  readonly number: number;
  readonly repository: Repository;
  readonly creator: Account;
  readonly createdAt: string;
  title: string;
  description: string | null;
  dueOn: string | null;
  state: "open" | "closed";
  updatedAt: string;
  closedAt: string | null;
  /** Pull requests are in here too, as in GitHub's own counters. */
  readonly issues: Set<Issue>;
  openIssues: number;
  closedIssues: number;
}

export type ReactionContent =
  | "+1"
  | "-1"
  | "laugh"
  | "confused"
  | "heart"
  | "hooray"
  | "rocket"
  | "eyes";

export interface Reaction {
  readonly kind: "reaction";
  readonly id: number;
  readonly nodeId: string;
  readonly content: ReactionContent;
  readonly user: Account;
  readonly createdAt: string;
  readonly subject: Issue | Comment;
}

/** One version of a text; the first entry of a list of edits is the text as it was written. */
export interface Edit {
  readonly kind: "edit";
  readonly nodeId: string;
  readonly editor: Account;
  readonly editedAt: string;
  readonly body: string;
}

export interface Comment {
  readonly kind: "comment";
  readonly id: number;
  readonly nodeId: string;
  readonly issue: Issue;
  readonly author: Account;
  readonly createdAt: string;
  body: string;
  updatedAt: string;
  lastEditedAt: string | null;
  editor: Account | null;
  readonly edits: Edit[];
  readonly reactions: Reaction[];
  /** Why it is hidden, in GitHub's lower-case word; null while it shows. */
  minimizedReason: string | null;
}

/** `type` is the GraphQL type, `details` its fields by name, as they were when it happened. */
export interface TimelineEvent {
  readonly kind: "event";
  readonly type: string;
  readonly id: number;
  readonly nodeId: string;
  readonly actor: Account;
  readonly createdAt: string;
  readonly subject: Issue;
  readonly details: Readonly<Record<string, unknown>>;
}

export interface PullRequest {
  readonly headRef: string;
  baseRef: string;
  readonly isDraft: boolean;
  /** Where its branches were when last looked at; the branches may be gone. */
  headCommit: Commit;
  baseCommit: Commit;
  mergedAt: string | null;
  mergedBy: Account | null;
  mergeCommit: Commit | null;
  /** Issues linked in the sidebar, and all it closes: those and what its body says. */
  readonly connected: Set<Issue>;
  closes: readonly Issue[];
}

export type IssueStateReason = "completed" | "not_planned" | "duplicate" | "reopened";

/** An issue, or a pull request when `pull` is set: they share numbers, labels and milestones. */
export interface Issue {
  readonly kind: "issue";
  readonly id: number;
  readonly nodeId: string;
  readonly number: number;
  readonly repository: Repository;
  readonly author: Account;
  readonly createdAt: string;
  readonly pull: PullRequest | null;
  title: string;
  body: string;
  state: "open" | "closed";
  stateReason: IssueStateReason | null;
  readonly labels: Set<Label>;
  milestone: Milestone | null;
  readonly assignees: Set<Account>;
  type: string | null;
  updatedAt: string;
  closedAt: string | null;
  closedBy: Account | null;
  lastEditedAt: string | null;
  editor: Account | null;
  readonly edits: Edit[];
  locked: boolean;
  lockReason: string | null;
  readonly blockedBy: Set<Issue>;
  readonly blocking: Set<Issue>;
  parent: Issue | null;
  readonly subIssues: Issue[];
  duplicateOf: Issue | null;
  readonly timeline: TimelineEvent[];
  readonly comments: Comment[];
  readonly reactions: Reaction[];
  /** Issues and pull requests whose text refers to this one. */
  readonly referencedBy: Set<Issue>;
  readonly linkedPulls: Set<Issue>;
  /** Issues in the task list of this one's body, and the reverse. */
  tracks: readonly Issue[];
  readonly trackedIn: Set<Issue>;
  readonly subscribers: Set<string>;
}

export interface FileEntry {
  readonly sha: string;
  readonly mode: "100644" | "100755" | "120000" | "160000";
}

export interface Commit {
  readonly kind: "commit";
  readonly sha: string;
  readonly nodeId: string;
  readonly repository: Repository;
  readonly treeSha: string;
  readonly parents: readonly Commit[];
  readonly author: Account;
  readonly committedAt: string;
  readonly message: string;
  /** Every file of the repository at this commit, by path. */
  readonly files: ReadonlyMap<string, FileEntry>;
  readonly added: readonly string[];
  readonly modified: readonly string[];
  readonly removed: readonly string[];
}

export interface Ref {
  readonly kind: "ref";
  readonly nodeId: string;
  readonly name: string;
  readonly repository: Repository;
  target: Commit;
}

export interface Pin {
  readonly kind: "pin";
  readonly id: number;
  readonly nodeId: string;
  readonly issue: Issue;
  readonly pinnedBy: Account;
}

export type Role = "admin" | "maintain" | "write" | "triage" | "read" | "none";

export interface Repository {
  readonly kind: "repository";
  readonly id: number;
  readonly nodeId: string;
  owner: Account;
  readonly createdAt: string;
  defaultBranch: string;
  name: string;
  nameWithOwner: string;
  isPrivate: boolean;
  isArchived: boolean;
  hasIssues: boolean;
  updatedAt: string;
  pushedAt: string;
  nextNumber: number;
  nextMilestone: number;
  readonly issues: Map<number, Issue>;
  /** Numbers of deleted issues: they answer 410 and are never given out again. */
  readonly deletedNumbers: Set<number>;
  /** Where a transferred issue went. */
  readonly transferred: Map<number, Issue>;
  readonly milestones: Map<number, Milestone>;
  /** By lower-case name. */
  readonly labels: Map<string, Label>;
  readonly pins: Pin[];
  readonly refs: Map<string, Ref>;
  /** Branches whose rules refuse commits that are not merges. */
  readonly protectedBranches: Set<string>;
  readonly rulesets: Ruleset[];
  readonly commits: Map<string, Commit>;
  readonly blobs: Map<string, Uint8Array>;
  readonly roles: Map<string, Role>;
  /** Names of custom roles, by login. */
  readonly roleNames: Map<string, string>;
  readonly watchers: Set<string>;
  /** Issues by time of their last change; sorted again only when read after a change. */
  readonly recency: { sorted: Issue[]; isStale: boolean };
}
