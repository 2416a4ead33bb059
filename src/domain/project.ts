/**
 * The facts a plan is computed from: work items, milestones and what is known of issues elsewhere.
 * `facts` gathers them from GitHub and texts; nothing here is derived.
 */
import type { Day } from "./calendar.ts";
import type { IssueReference } from "./reference.ts";

export type Unit = "issues" | "tasks" | "points" | "hours";

/** "2h" is 2 to 2, "16-20h" is 16 to 20. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** How a closed issue was closed; null while it is open. */
export type Resolution = "completed" | "dropped" | "duplicate" | null;

export interface Dependency {
  readonly on: IssueReference;
  /** A native relation, or words in the issue's body. */
  readonly origin: "native" | "text";
}

/** One earlier milestone of an item, as its history tells; the milestone by number once known. */
export interface EarlierMilestone {
  readonly milestone: number;
  readonly leftOn: Day;
}

export interface WorkItem {
  readonly number: number;
  readonly title: string;
  /** The short name for chains and tables; null where none was given. */
  readonly alias: string | null;
  readonly url: string;
  readonly resolution: Resolution;
  readonly closedOn: Day | null;
  readonly milestone: number | null;
  readonly isTracker: boolean;
  readonly parent: IssueReference | null;
  readonly duplicateOf: IssueReference | null;
  readonly dependencies: readonly Dependency[];
  /** Blockers that may not be named here: open ones, and those of which nothing is known. */
  readonly hiddenBlockers: number;
  readonly isOnHold: boolean;
  readonly isInProgress: boolean;
  /** Who opened it; null where the account is gone. */
  readonly author: string | null;
  readonly assignees: readonly string[];
  /** Names of all its labels, as GitHub lists them. */
  readonly labels: readonly string[];
  /** Dimension → name: { cluster: "AI Cost", priority: "high" }. */
  readonly dimensions: Readonly<Record<string, string>>;
  readonly points: number | null;
  readonly hours: Range | null;
  readonly tasks: { readonly done: number; readonly total: number };
  readonly earlierMilestones: readonly EarlierMilestone[];
  /** Why it was moved to the milestone that it is in. */
  readonly moveReason: string | null;
  /** Why it was dropped, while it is. */
  readonly dropReason: string | null;
  /** Why it is on hold, while it is. */
  readonly holdReason: string | null;
  readonly note: string | null;
}

export interface Milestone {
  readonly number: number;
  readonly title: string;
  /** Titles it had before, newest first. */
  readonly earlierTitles: readonly string[];
  readonly url: string;
  readonly isClosed: boolean;
  readonly startOn: Day | null;
  readonly dueOn: Day | null;
  readonly closedOn: Day | null;
  readonly note: string | null;
  /** Issues it waits for, by name. */
  readonly needsIssues: readonly IssueReference[];
  /** Milestones it waits for, by number. */
  readonly needsMilestones: readonly number[];
  /** As GitHub's milestone page counts. */
  readonly native: { readonly open: number; readonly closed: number };
}

/** An issue of another repository, or one of ours that could not be read. */
export interface ForeignIssue {
  readonly reference: IssueReference;
  /** Null where it could not be read. */
  readonly title: string | null;
  readonly url: string | null;
  /** "unknown" counts as open. */
  readonly state: "open" | "completed" | "dropped" | "unknown";
}

export interface CountingRules {
  readonly unit: Unit;
  readonly countEpics: boolean;
  /** Dimensions that plans are broken down by, in the order of the configuration. */
  readonly dimensions: readonly string[];
}

export interface Project {
  readonly repository: string;
  readonly url: string;
  readonly items: ReadonlyMap<number, WorkItem>;
  readonly foreign: ReadonlyMap<IssueReference, ForeignIssue>;
  readonly milestones: readonly Milestone[];
  readonly rules: CountingRules;
  /** What reading the texts already found wrong: unknown references, ambiguous milestones. */
  readonly findings: readonly Finding[];
}

export type Severity = "error" | "warning" | "info";

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly issues: readonly IssueReference[];
  /** Further issues that the message names. */
  readonly related?: readonly IssueReference[];
  /** The milestone it concerns, by number; null where it concerns the repository. */
  readonly milestone: number | null;
  /**
   * What is wrong, where, and what to do: plain text, never Markdown; renderers escape it and turn
   * the references of `issues` that it names as "#12" or "owner/repo#12" into links.
   */
  readonly message: string;
  /** What would mend it, where one command can. */
  readonly fix?: Fix;
}

export interface Fix {
  /** As plain text, beginning with a verb: "Remove that dependency of #13". */
  readonly label: string;
  /** The command as people write it: "/unblock #12 on #13". */
  readonly command: string;
}
