/** The shapes of GitHub's answers to the texts of `people-query.ts`. */
import type { IssuePointer, PageAfterPage } from "./answer.ts";

/** Null where the account is gone; without a number where it is neither person nor App. */
export type ActorNode = { readonly databaseId?: number | null } | null;

interface Event<Name extends string> {
  readonly __typename: Name;
  readonly createdAt: string;
  readonly actor: ActorNode;
}

export type ChangeEventNode =
  | Event<"MilestonedEvent" | "DemilestonedEvent">
  | Event<"ClosedEvent" | "ReopenedEvent">
  | Event<"ParentIssueAddedEvent" | "ParentIssueRemovedEvent">
  | (Event<"LabeledEvent" | "UnlabeledEvent"> & { readonly label: { readonly name: string } })
  | (Event<"AssignedEvent" | "UnassignedEvent"> & {
      readonly assignee: { readonly login?: string } | null;
    })
  | (Event<"BlockedByAddedEvent" | "BlockedByRemovedEvent"> & {
      /** Null where it may not be read. */
      readonly blockingIssue: IssuePointer | null;
    });

export interface ChangedIssueNode {
  readonly id: string;
  readonly createdAt: string;
  readonly repository: { readonly nameWithOwner: string };
  readonly userContentEdits: {
    readonly nodes:
      | readonly ({ readonly editedAt: string; readonly editor: ActorNode } | null)[]
      | null;
  } | null;
  readonly timelineItems: PageAfterPage<ChangeEventNode>;
}

export interface ChangesAnswer {
  readonly viewer: { readonly databaseId: number | null };
  /** Empty where the id is not an issue's. */
  readonly issues: readonly (ChangedIssueNode | Record<string, never> | null)[];
}

export interface FurtherChangesAnswer {
  readonly node: { readonly timelineItems?: PageAfterPage<ChangeEventNode> } | null;
}

export interface OpeningTextNode {
  readonly id: string;
  readonly body: string;
  readonly createdAt: string;
  readonly lastEditedAt: string | null;
  readonly author: { readonly __typename: string } | null;
  /** Of the last edit. */
  readonly editor: { readonly __typename: string } | null;
}

export interface OpeningTextsAnswer {
  readonly repository: { readonly issues: PageAfterPage<OpeningTextNode> };
}
