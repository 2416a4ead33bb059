/** Texts in which people give commands, as GitHub tells of them, and what people did meanwhile. */
import type { Instant } from "./observation.ts";
import type { IssueReference } from "./reference.ts";

export interface Writer {
  readonly login: string;
  readonly isBot: boolean;
}

export interface EarlierText {
  readonly at: Instant;
  readonly text: string;
  /** Who wrote this version; null where the account is gone. */
  readonly editor: Writer | null;
}

/** A comment, or the opening text of an issue. */
export interface CommandText {
  readonly id: string;
  /** "c:" and the comment's number, or "i:" and the issue's: what Milepost creates for it carries this. */
  readonly key: string;
  readonly issue: number;
  readonly issueId: string;
  readonly isLocked: boolean;
  /** Null where the account is gone. */
  readonly author: Writer | null;
  readonly text: string;
  readonly createdAt: Instant;
  readonly lastEditedAt: Instant | null;
  /** Of the last edit; null where there was none or the account is gone. */
  readonly editor: Writer | null;
  /** The text as first written and after each edit, oldest first; perhaps only the latest of many. */
  readonly versions: readonly EarlierText[];
  /** Milepost's own reaction: it has run. */
  readonly receipt: { readonly at: Instant; readonly contents: readonly string[] } | null;
  /** Milepost's own comments in the thread since, oldest first. */
  readonly replies: readonly {
    readonly id: string;
    readonly body: string;
    readonly isHidden: boolean;
  }[];
}

/** A fact of an issue that a person changed. */
export interface PersonsChange {
  readonly issueId: string;
  readonly at: Instant;
  readonly fact:
    | { readonly kind: "milestone" }
    | { readonly kind: "state" }
    | { readonly kind: "parent" }
    | { readonly kind: "text" }
    | { readonly kind: "label"; readonly name: string }
    | { readonly kind: "assignee"; readonly login: string }
    | { readonly kind: "blocker"; readonly reference: IssueReference };
}
