/** The shapes of GitHub's answers to the texts of `repository-query.ts`. What may be unreadable is null. */
import type { TextsAnswer } from "./command-text-answer.ts";
import type { ProposalAnswer } from "./proposal-answer.ts";

export interface Page<Node> {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly (Node | null)[] | null;
}

export type PageAfterPage<Node> = Omit<Page<Node>, "totalCount">;

export interface IssuePointer {
  readonly number: number;
  readonly repository: { readonly nameWithOwner: string };
}

interface OriginalNode extends IssuePointer {
  readonly repository: { readonly nameWithOwner: string; readonly isPrivate: boolean };
}

export interface BlockerNode {
  readonly number: number;
  readonly title: string;
  readonly state: "OPEN" | "CLOSED";
  readonly stateReason: StateReasonName | null;
  readonly repository: { readonly nameWithOwner: string; readonly isPrivate: boolean };
}

export interface MilestoneEventNode {
  readonly __typename: "MilestonedEvent" | "DemilestonedEvent";
  readonly createdAt: string;
  readonly milestoneTitle: string;
}

interface PullRequestNode extends IssuePointer {
  readonly state: "OPEN" | "CLOSED" | "MERGED";
}

export type StateReasonName = "COMPLETED" | "NOT_PLANNED" | "DUPLICATE" | "REOPENED";

/** The lists of an issue: null where the App may not read such things at all. */
export interface IssueLists {
  readonly labels: Page<{ readonly id: string; readonly name: string }> | null;
  readonly assignees: Page<{ readonly login: string }> | null;
  readonly blockedBy: Page<BlockerNode> | null;
  readonly closedByPullRequestsReferences: Page<PullRequestNode> | null;
  readonly timelineItems: Page<MilestoneEventNode> | null;
}

export interface IssueNode extends IssueLists {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly url: string;
  readonly state: "OPEN" | "CLOSED";
  readonly stateReason: StateReasonName | null;
  readonly viewerDidAuthor: boolean;
  readonly author: { readonly login: string } | null;
  readonly lastEditedAt: string | null;
  /** Of the last edit; without an id where that is a person. */
  readonly editor: { readonly id?: string } | null;
  readonly isPinned: boolean | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly closedAt: string | null;
  readonly milestone: { readonly number: number } | null;
  readonly issueType: { readonly name: string } | null;
  readonly parent: IssuePointer | null;
  readonly duplicateOf: OriginalNode | null;
  readonly subIssuesSummary: { readonly total: number };
}

export interface MilestoneNode {
  readonly number: number;
  readonly title: string;
  readonly description: string | null;
  readonly url: string;
  readonly state: "OPEN" | "CLOSED";
  readonly dueOn: string | null;
  readonly closedAt: string | null;
  readonly openIssueCount: number;
  readonly closedIssueCount: number;
}

export interface FileEntry {
  readonly oid: string;
  /** As git writes it: the type of the entry in the upper bits. */
  readonly mode: number;
  readonly type: string;
  readonly size: number;
}

/** `file0`, `file1`, …: one for each path, null where there is none. */
export type CommitTarget = { readonly oid: string } & {
  readonly [file: `file${number}`]: FileEntry | null | undefined;
};

export interface FilesAnswer {
  readonly repository: {
    readonly defaultBranchRef: { readonly target: CommitTarget | null } | null;
  };
}

export interface IssuesPageAnswer {
  readonly repository: { readonly issues: PageAfterPage<IssueNode> };
}

export interface MilestonesPageAnswer {
  readonly repository: { readonly milestones: PageAfterPage<MilestoneNode> | null };
}

/** `issue12`, …: null where no such issue can be read. */
export interface NamedIssues {
  readonly id: string;
  readonly nameWithOwner: string;
  readonly [issue: `issue${number}`]: NamedIssueNode | null | undefined;
}

type NamedIssueNode = IssueNode & { readonly repository: { readonly id: string } };

export interface NamedIssuesAnswer {
  readonly repository: NamedIssues;
}

export interface RepositoryNode extends NamedIssues, ProposalAnswer {
  readonly url: string;
  readonly isPrivate: boolean;
  readonly isArchived: boolean;
  readonly hasIssuesEnabled: boolean;
  readonly defaultBranchRef: {
    readonly name: string;
    readonly target: CommitTarget | null;
  } | null;
  readonly lastCommit: {
    readonly target: {
      readonly history?: {
        readonly nodes: readonly ({ readonly committedDate: string } | null)[] | null;
      };
    } | null;
  } | null;
  readonly pinnedIssues: {
    readonly nodes: readonly ({ readonly issue: { readonly number: number } } | null)[] | null;
  } | null;
  readonly milestones: PageAfterPage<MilestoneNode> | null;
  readonly all: { readonly totalCount: number };
  readonly issues: PageAfterPage<IssueNode>;
}

export interface RepositoryAnswer extends TextsAnswer {
  readonly repository: RepositoryNode;
}

/** The nodes of a page that could be read. */
export function nodesOf<Node>(
  page: { readonly nodes: readonly (Node | null)[] | null } | null | undefined,
): readonly Node[] {
  return (page?.nodes ?? []).filter((node): node is Node => node !== null);
}
