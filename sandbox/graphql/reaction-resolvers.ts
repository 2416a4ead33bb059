/** Reactions and the history of texts, which issues and comments share. */
import type { Account, Comment, Edit, Issue, Reaction } from "../world/model.ts";
import { REACTION_CONTENTS } from "../world/reactions.ts";
import { connection } from "./connection.ts";
import type { Resolver, ResolverMap } from "./graphql-context.ts";

const NAMES: Readonly<Record<string, string>> = {
  "+1": "THUMBS_UP",
  "-1": "THUMBS_DOWN",
  laugh: "LAUGH",
  hooray: "HOORAY",
  confused: "CONFUSED",
  heart: "HEART",
  rocket: "ROCKET",
  eyes: "EYES",
};

/** REST's name of a reaction, from GraphQL's. */
export function reactionContent(name: string): string {
  return REACTION_CONTENTS.find((content) => NAMES[content] === name) ?? name;
}

type Text = Issue | Comment;

function has(subject: Text, viewer: Account, content?: string): boolean {
  return subject.reactions.some(
    (reaction) =>
      reaction.user === viewer && (content === undefined || reaction.content === content),
  );
}

/** Every group of reactions on a text, empty ones too. */
export function reactionGroups(subject: Text, viewer: Account): readonly Record<string, unknown>[] {
  return REACTION_CONTENTS.map((content) => {
    const found = subject.reactions.filter((reaction) => reaction.content === content);
    const people = found.map(({ user }) => user);
    return {
      content: NAMES[content],
      createdAt: found[0]?.createdAt ?? null,
      subject,
      viewerHasReacted: has(subject, viewer, content),
      users: (args: object) =>
        connection(
          people.filter(({ type }) => type === "User"),
          args,
        ),
      reactors: (args: object) => connection(people, args),
    };
  });
}

/** The fields every text with reactions and edits has. */
export const textFields: Readonly<Record<string, Resolver>> = {
  body: ({ body }: Text) => body,
  bodyText: ({ body }: Text) => body,
  author: ({ author }: Text) => author,
  editor: ({ editor }: Text) => editor,
  createdAt: ({ createdAt }: Text) => createdAt,
  publishedAt: ({ createdAt }: Text) => createdAt,
  updatedAt: ({ updatedAt }: Text) => updatedAt,
  lastEditedAt: ({ lastEditedAt }: Text) => lastEditedAt,
  includesCreatedEdit: ({ edits }: Text) => edits.length > 0,
  viewerDidAuthor: ({ author }: Text, _, { viewer }) => author === viewer,
  userContentEdits: ({ edits }: Text, args) => connection([...edits].reverse(), args),
  reactions: (subject: Text, args, { viewer }) => {
    const wanted = args.content == null ? undefined : reactionContent(args.content);
    const found = subject.reactions.filter(
      ({ content }) => wanted === undefined || content === wanted,
    );
    const ordered = args.orderBy?.direction === "DESC" ? found.reverse() : found;
    return connection(ordered, args, undefined, { viewerHasReacted: has(subject, viewer, wanted) });
  },
  reactionGroups: (subject: Text, _, { viewer }) => reactionGroups(subject, viewer),
};

export const reactionResolvers: ResolverMap = {
  Reaction: {
    id: ({ nodeId }: Reaction) => nodeId,
    databaseId: ({ id }: Reaction) => id,
    content: ({ content }: Reaction) => NAMES[content],
    createdAt: ({ createdAt }: Reaction) => createdAt,
    user: ({ user }: Reaction) => (user.type === "User" ? user : null),
    reactable: ({ subject }: Reaction) => subject,
  },
  UserContentEdit: {
    id: ({ nodeId }: Edit) => nodeId,
    createdAt: ({ editedAt }: Edit) => editedAt,
    editedAt: ({ editedAt }: Edit) => editedAt,
    updatedAt: ({ editedAt }: Edit) => editedAt,
    editor: ({ editor }: Edit) => editor,
    diff: ({ body }: Edit) => body,
    deletedAt: () => null,
    deletedBy: () => null,
  },
};
