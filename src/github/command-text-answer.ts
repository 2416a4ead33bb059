/** The shapes of GitHub's answers to the texts of `command-text-query.ts`. */

interface List<Node> {
  readonly nodes: readonly (Node | null)[] | null;
}

export interface WriterNode {
  readonly __typename: string;
  readonly login: string;
  /** Of a bot that edited. */
  readonly id?: string;
}

export interface ReactionNode {
  readonly createdAt: string;
  /** Null for a bot and for an account that is gone. */
  readonly user: { readonly id: string } | null;
}

export interface ReactionGroupNode {
  readonly content: string;
  readonly viewerHasReacted: boolean;
  /** Of its first reaction. */
  readonly createdAt: string | null;
}

export interface ThreadCommentNode {
  readonly id: string;
  readonly createdAt: string;
  readonly viewerDidAuthor: boolean;
  readonly isMinimized: boolean;
  readonly body: string;
}

export interface ThreadPage extends List<ThreadCommentNode> {
  readonly pageInfo: { readonly hasPreviousPage: boolean; readonly startCursor: string | null };
}

export interface EditNode {
  readonly editedAt: string;
  /** The whole text after this edit; null where someone deleted that version. */
  readonly diff: string | null;
  readonly editor: WriterNode | null;
}

export interface TextFacts {
  readonly id: string;
  readonly body: string;
  readonly createdAt: string;
  readonly lastEditedAt: string | null;
  readonly author: WriterNode | null;
  readonly editor: WriterNode | null;
  readonly userContentEdits: List<EditNode> | null;
  readonly reactionGroups: readonly ReactionGroupNode[] | null;
  readonly rocket: List<ReactionNode>;
  readonly confused: List<ReactionNode>;
  readonly eyes: List<ReactionNode>;
}

export interface ThreadNode {
  readonly id: string;
  readonly number: number;
  readonly locked: boolean;
  readonly repository: { readonly id: string };
  readonly comments: ThreadPage;
}

export interface CommentNode extends TextFacts {
  readonly __typename: "IssueComment";
  /** Beyond what an Int can hold since 2024. */
  readonly fullDatabaseId: string | number;
  readonly pullRequest: { readonly id: string } | null;
  readonly issue: ThreadNode;
}

export interface OpeningNode extends TextFacts, ThreadNode {
  readonly __typename: "Issue";
}

/** Whatever else has a node id. */
interface OtherNode {
  readonly __typename: "PullRequest" | "User" | "Milestone";
}

export type TextNode = CommentNode | OpeningNode | OtherNode;

/** Null entries: deleted, or not to be read. */
export interface TextsAnswer {
  readonly texts?: readonly (TextNode | null)[];
}

export interface EarlierCommentsAnswer {
  readonly node: { readonly comments?: ThreadPage } | null;
}
