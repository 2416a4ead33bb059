/**
 * What a command changes in a plan's facts, as data: each edit names one fact and its new value. Edits
 * are what a dry run tells, what is written to GitHub, and what `/undo` takes back.
 */
import type { IssueReference } from "./reference.ts";

/** Entries of a task list count from 1; `text` guards against a list that changed meanwhile. */
export type TaskEdit =
  | { readonly do: "add"; readonly text: string }
  | { readonly do: "tick" | "untick" | "remove"; readonly entry: number; readonly text: string };

/** What people say about an issue and GitHub has no field for. */
export type NoteKind = "alias" | "note" | "moved" | "dropped" | "held";

export type PlanEdit =
  | {
      readonly kind: "set-milestone";
      readonly issue: number;
      readonly milestone: number | null;
    }
  | {
      readonly kind: "add-blocker" | "remove-blocker";
      readonly issue: number;
      readonly blocker: IssueReference;
    }
  | { readonly kind: "set-parent"; readonly issue: number; readonly parent: number | null }
  /** A label that does not exist yet is created. */
  | {
      readonly kind: "add-label" | "remove-label";
      readonly issue: number;
      readonly label: string;
    }
  | { readonly kind: "assign" | "unassign"; readonly issue: number; readonly login: string }
  | {
      readonly kind: "close";
      readonly issue: number;
      readonly reason: "completed" | "not_planned" | "duplicate";
      readonly duplicateOf: number | null;
    }
  | { readonly kind: "reopen"; readonly issue: number }
  | { readonly kind: "edit-tasks"; readonly issue: number; readonly edit: TaskEdit }
  | {
      readonly kind: "create-sub-issue";
      /** The parent. */
      readonly issue: number;
      readonly title: string;
      readonly milestone: number | null;
    }
  /** The `Needs:` line of a milestone's description, as text; null removes it. */
  | { readonly kind: "set-needs"; readonly milestone: number; readonly needs: string | null }
  /** Null forgets it. `milestone` is set for "moved": the one that the reason speaks of. */
  | {
      readonly kind: "note";
      readonly issue: number;
      readonly about: NoteKind;
      readonly text: string | null;
      readonly milestone?: number | null;
    };
