/**
 * The plan: everything that surfaces say, computed once per sync by `derivePlan`. Every list is in
 * a stated order, so that equal states give equal texts.
 */
import type { Day } from "./calendar.ts";
import type { Finding, ForeignIssue, Milestone, Range, Unit, WorkItem } from "./project.ts";
import type { IssueReference } from "./reference.ts";

/** Sums in the plan's unit. `low` and `high` differ only for hours estimated as ranges. */
export interface Count {
  readonly done: Range;
  readonly total: Range;
  /** Null when the total is 0. At most 99 while anything is open, at least 1 once any is done. */
  readonly percent: number | null;
}

export type ItemState =
  | "completed"
  | "dropped"
  | "duplicate"
  | "tracker"
  | "on-hold"
  | "blocked"
  | "in-progress"
  | "ready";

export interface PlannedItem extends WorkItem {
  readonly state: ItemState;
  /** Open blockers, ascending. */
  readonly openBlockers: readonly IssueReference[];
  /** Open items that wait for this one alone, ascending: closing it frees them at once. */
  readonly frees: readonly number[];
  /** How many open items wait for this one, directly or not; counted up to `reachLimit`. */
  readonly dependentCount: number;
  /** Open milestones whose `Needs:` names this item itself, by number, ascending. */
  readonly blocksMilestones: readonly number[];
  /** Open milestones that wait for it, directly or through others, by number, ascending. */
  readonly standsBefore: readonly number[];
  readonly isInCycle: boolean;
  /** A tracker's own progress, over each of its descendants once; null for other items. */
  readonly progress: { readonly done: number; readonly total: number } | null;
}

export interface GroupCount {
  readonly dimension: string;
  readonly name: string;
  /** True for the rest that carries no label of the dimension. */
  readonly isRest: boolean;
  readonly count: Count;
  /** Counted members, ascending. */
  readonly members: readonly number[];
}

export interface MovedItem {
  readonly number: number;
  /** The milestone it is in now, by number; null when in none. */
  readonly to: number | null;
  readonly because: string | null;
  readonly on: Day;
}

/** What must be done in order: a level waits for the one before it. */
export interface Level {
  readonly members: readonly IssueReference[];
}

export type RiskFlag =
  | {
      readonly kind: "milestone-blocker";
      readonly item: number;
      readonly milestones: readonly number[];
    }
  | {
      readonly kind: "zero-progress";
      readonly group: string;
      readonly dimension: string;
      readonly total: number;
    }
  | {
      readonly kind: "focused-scope";
      readonly group: string;
      readonly dimension: string;
      readonly open: number;
      readonly of: number;
    }
  | {
      readonly kind: "sequential";
      readonly first: IssueReference;
      readonly then: readonly IssueReference[];
    }
  | { readonly kind: "length"; readonly sizes: readonly number[] }
  | { readonly kind: "overdue"; readonly dueOn: Day; readonly days: number };

export interface PlannedMilestone extends Milestone {
  readonly state: "complete" | "blocked" | "open";
  readonly count: Count;
  /** Counted items by their number, ascending. */
  readonly counted: readonly number[];
  readonly completed: readonly number[];
  /** Counted and still open, trackers too. */
  readonly remaining: readonly number[];
  readonly ready: readonly number[];
  readonly inProgress: readonly number[];
  readonly onHold: readonly number[];
  readonly blocked: readonly number[];
  /** Open trackers, counted or not. */
  readonly trackers: readonly number[];
  /** Open trackers none of whose open descendants is in this milestone. */
  readonly idleTrackers: readonly number[];
  readonly dropped: readonly number[];
  readonly duplicates: readonly number[];
  readonly unestimated: readonly number[];
  readonly startHere: number | null;
  /** Open items without slack, by dependency level; open blockers from elsewhere join. */
  readonly criticalPath: readonly Level[];
  /** All open items that are no trackers, by dependency level within the milestone. */
  readonly sequence: readonly Level[];
  /** Open items that wait for nothing and that nothing in this milestone waits for; they can be done at any time. */
  readonly independent: readonly number[];
  readonly needs: {
    /** Open issues that `Needs:` names themselves. */
    readonly named: readonly IssueReference[];
    /** These, and the open ones of the milestones that it names. */
    readonly direct: readonly IssueReference[];
    readonly transitive: readonly IssueReference[];
    /** Open milestones named in `Needs:`, by number. */
    readonly milestones: readonly number[];
  };
  /** In the order of dimensions, within one: most open first, rest last. */
  readonly groups: readonly GroupCount[];
  /** Items that were in this milestone and are not now; by target's number (none last), then number. */
  readonly moved: readonly MovedItem[];
  readonly riskFlags: readonly RiskFlag[];
}

export interface Plan {
  readonly repository: string;
  readonly url: string;
  readonly unit: Unit;
  readonly dimensions: readonly string[];
  readonly totals: Count;
  readonly items: ReadonlyMap<number, PlannedItem>;
  /** The sub-issues of each issue that has any, by number, ascending. */
  readonly children: ReadonlyMap<number, readonly number[]>;
  readonly foreign: ReadonlyMap<IssueReference, ForeignIssue>;
  /** By due day (none last), then number. */
  readonly milestones: readonly PlannedMilestone[];
  /** The milestone that work is on: the first open one with open work that is not blocked, else the first with open work. */
  readonly activeMilestone: number | null;
  /** Errors first, then by rule and issue. */
  readonly findings: readonly Finding[];
}
