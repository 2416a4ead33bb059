/**
 * What is asked of a text that may hold commands: the text with its earlier versions, Milepost's reactions
 * to it and its comments in the thread. Six connections for each text: 20 texts are 1 point by GitHub's
 * formula, alone or within the first call of a read.
 */

export const textsPerCall = 20;

/** `texts` in the answer: one entry for each of `$texts`, null where there is no such node. */
export const textsSelection = `
  texts: nodes(ids: $texts) {
    __typename
    ...TextFacts
    ...ReceiptsOfText
    ... on IssueComment { fullDatabaseId pullRequest { id } issue { ...ThreadOfText } }
    ... on Issue { ...ThreadOfText }
  }`;

const pageOfThread = `
fragment PageOfThread on IssueCommentConnection {
  pageInfo { hasPreviousPage startCursor }
  nodes { id createdAt viewerDidAuthor isMinimized body }
}`;

/** A reaction tells its user only where that is a person; a bot's own it tells by `viewerHasReacted`. */
export const textFragments = `
fragment TextFacts on Comment {
  id body createdAt lastEditedAt
  author { __typename login }
  editor { ...WriterOfText }
  userContentEdits(first: 20) { nodes { editedAt diff editor { ...WriterOfText } } }
}
fragment WriterOfText on Actor { __typename login ... on Bot { id } }
fragment ReceiptsOfText on Reactable {
  reactionGroups { content viewerHasReacted createdAt }
  rocket: reactions(first: 100, content: ROCKET) { ...OwnReactions }
  confused: reactions(first: 100, content: CONFUSED) { ...OwnReactions }
  eyes: reactions(first: 100, content: EYES) { ...OwnReactions }
}
fragment OwnReactions on ReactionConnection { nodes { createdAt user { id } } }
fragment ThreadOfText on Issue {
  id number locked repository { id }
  comments(last: 50) { ...PageOfThread }
}${pageOfThread}`;

export const textsQuery = `
query ReadTexts($texts: [ID!]!) {${textsSelection}
}${textFragments}`;

/** Comments of an issue before those that are known. */
export const earlierCommentsQuery = `
query ReadEarlierComments($id: ID!, $before: String) {
  node(id: $id) { ... on Issue { comments(last: 100, before: $before) { ...PageOfThread } } }
}${pageOfThread}`;
