/**
 * What is asked about people: what they changed in issues, and which opening texts they wrote. 50 issues
 * with two connections each, or 100 opening texts, are 1 point by GitHub's formula.
 */

export const issuesPerHistory = 50;

const pageOfChanges = `
fragment PageOfChanges on IssueTimelineItemsConnection {
  pageInfo { hasNextPage endCursor }
  nodes {
    __typename
    ... on MilestonedEvent { createdAt actor { ...ActorId } }
    ... on DemilestonedEvent { createdAt actor { ...ActorId } }
    ... on ClosedEvent { createdAt actor { ...ActorId } }
    ... on ReopenedEvent { createdAt actor { ...ActorId } }
    ... on ParentIssueAddedEvent { createdAt actor { ...ActorId } }
    ... on ParentIssueRemovedEvent { createdAt actor { ...ActorId } }
    ... on LabeledEvent { createdAt actor { ...ActorId } label { name } }
    ... on UnlabeledEvent { createdAt actor { ...ActorId } label { name } }
    ... on AssignedEvent { createdAt actor { ...ActorId } assignee { ... on Actor { login } } }
    ... on UnassignedEvent { createdAt actor { ...ActorId } assignee { ... on Actor { login } } }
    ... on BlockedByAddedEvent { createdAt actor { ...ActorId } blockingIssue { ...Address } }
    ... on BlockedByRemovedEvent { createdAt actor { ...ActorId } blockingIssue { ...Address } }
  }
}
fragment ActorId on Actor { ... on Bot { databaseId } ... on User { databaseId } }
fragment Address on Issue { number repository { nameWithOwner } }`;

const changesPage = `timelineItems(
      first: 100, after: $after, since: $since, itemTypes: [
        MILESTONED_EVENT, DEMILESTONED_EVENT, CLOSED_EVENT, REOPENED_EVENT
        PARENT_ISSUE_ADDED_EVENT, PARENT_ISSUE_REMOVED_EVENT, LABELED_EVENT, UNLABELED_EVENT
        ASSIGNED_EVENT, UNASSIGNED_EVENT, BLOCKED_BY_ADDED_EVENT, BLOCKED_BY_REMOVED_EVENT
      ]
    ) { ...PageOfChanges }`;

/** `viewer` is the App's own bot. Edits of the text come newest first: the last 100 are enough to tell. */
export const changesQuery = `
query ReadChanges($issues: [ID!]!, $since: DateTime!, $after: String) {
  viewer { databaseId }
  issues: nodes(ids: $issues) {
    ... on Issue {
      id createdAt repository { nameWithOwner }
      userContentEdits(first: 100) { nodes { editedAt editor { ...ActorId } } }
      ${changesPage}
    }
  }
}${pageOfChanges}`;

export const furtherChangesQuery = `
query ReadFurtherChanges($id: ID!, $since: DateTime!, $after: String) {
  node(id: $id) { ... on Issue { ${changesPage} } }
}${pageOfChanges}`;

export const openingTextsQuery = `
query ReadOpeningTexts($owner: String!, $name: String!, $since: DateTime!, $after: String) {
  repository(owner: $owner, name: $name) {
    issues(
      first: 100, after: $after, states: [OPEN, CLOSED],
      orderBy: { field: UPDATED_AT, direction: ASC }, filterBy: { since: $since }
    ) {
      pageInfo { hasNextPage endCursor }
      nodes { id body createdAt lastEditedAt author { __typename } editor { __typename } }
    }
  }
}`;
