/**
 * The texts of the GraphQL queries of a read, and nothing else. The first call of a read asks for everything at
 * once (5 points by GitHub's formula, of which the five lists within each issue are the most); every
 * further page asks for its list alone. Variables carry all text that comes from people.
 */
import { textFragments, textsSelection } from "./command-text-query.ts";
import { proposalSelection } from "./proposal-query.ts";

const pages = {
  labels: `
fragment PageOfLabels on LabelConnection {
  totalCount pageInfo { hasNextPage endCursor } nodes { id name }
}`,
  assignees: `
fragment PageOfAssignees on UserConnection {
  totalCount pageInfo { hasNextPage endCursor } nodes { login }
}`,
  blockedBy: `
fragment PageOfBlockers on IssueConnection {
  totalCount pageInfo { hasNextPage endCursor }
  nodes {
    number title state stateReason(enableDuplicate: true)
    repository { nameWithOwner isPrivate }
  }
}`,
  closedByPullRequestsReferences: `
fragment PageOfPullRequests on PullRequestConnection {
  totalCount pageInfo { hasNextPage endCursor }
  nodes { number state repository { nameWithOwner } }
}`,
  timelineItems: `
fragment PageOfMilestoneEvents on IssueTimelineItemsConnection {
  totalCount pageInfo { hasNextPage endCursor }
  nodes {
    __typename
    ... on MilestonedEvent { createdAt milestoneTitle }
    ... on DemilestonedEvent { createdAt milestoneTitle }
  }
}`,
} as const;

/** The lists within an issue that may be longer than the first call reads. */
export type ListName = keyof typeof pages;

const issueFacts = `
fragment IssueFacts on Issue {
  id number title body url state stateReason(enableDuplicate: true)
  viewerDidAuthor author { login } lastEditedAt editor { ... on Bot { id } }
  isPinned createdAt updatedAt closedAt
  milestone { number }
  issueType { name }
  parent { number repository { nameWithOwner } }
  duplicateOf { number repository { nameWithOwner isPrivate } }
  subIssuesSummary { total }
  labels(first: 20) { ...PageOfLabels }
  assignees(first: 10) { ...PageOfAssignees }
  blockedBy(first: 20) { ...PageOfBlockers }
  closedByPullRequestsReferences(first: 5) { ...PageOfPullRequests }
  timelineItems(last: 20, itemTypes: [MILESTONED_EVENT, DEMILESTONED_EVENT]) {
    ...PageOfMilestoneEvents
  }
}${Object.values(pages).join("")}`;

const milestoneFacts = `
fragment PageOfMilestones on MilestoneConnection {
  pageInfo { hasNextPage endCursor }
  nodes {
    number title description url state dueOn closedAt openIssueCount closedIssueCount
  }
}`;

const issuesPage = `
    issues(
      first: $size, after: $after, states: [OPEN, CLOSED],
      orderBy: { field: UPDATED_AT, direction: ASC }, filterBy: { since: $since }
    ) {
      pageInfo { hasNextPage endCursor }
      nodes { ...IssueFacts }
    }`;

/**
 * The first call of a read, with these issues by number, this many paths (`$path0`, …) and the texts that
 * `$texts` names, if any.
 */
export function repositoryQuery(
  numbers: readonly number[],
  pathCount: number,
  hasTexts = false,
): string {
  return `
query ReadRepository(
  $owner: String!, $name: String!, $author: ID!, $since: DateTime, $size: Int!, $after: String
  ${pathVariables(pathCount)}${hasTexts ? ", $texts: [ID!]!" : ""}
) {
  rateLimit { cost remaining resetAt }
  repository(owner: $owner, name: $name) {
    id nameWithOwner url isPrivate isArchived hasIssuesEnabled
    defaultBranchRef { name target { oid ${filesOfCommit(pathCount)} } }
    lastCommit: defaultBranchRef {
      target {
        ... on Commit { history(first: 1, author: { id: $author }) { nodes { committedDate } } }
      }
    }
    ${proposalSelection}
    pinnedIssues(first: 3) { nodes { issue { number } } }
    milestones(first: 100) { ...PageOfMilestones }
    all: issues { totalCount }
    ${issuesPage}
    ${issuesByNumber(numbers)}
  }${hasTexts ? textsSelection : ""}
}
${issueFacts}${milestoneFacts}${hasTexts ? textFragments : ""}`;
}

export const issuesPageQuery = `
query ReadIssues($owner: String!, $name: String!, $since: DateTime, $size: Int!, $after: String) {
  rateLimit { cost remaining resetAt }
  repository(owner: $owner, name: $name) {
    ${issuesPage}
  }
}
${issueFacts}`;

/** Issues whatever their date; `issue12` is the alias of number 12. */
export function issuesByNumberQuery(numbers: readonly number[]): string {
  return `
query ReadNamedIssues($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) {
    id nameWithOwner
    ${issuesByNumber(numbers)}
  }
}
${issueFacts}`;
}

export const milestonesPageQuery = `
query ReadMilestones($owner: String!, $name: String!, $after: String) {
  repository(owner: $owner, name: $name) {
    milestones(first: 100, after: $after) { ...PageOfMilestones }
  }
}
${milestoneFacts}`;

export function filesQuery(pathCount: number): string {
  return `
query ReadFiles($owner: String!, $name: String!${pathVariables(pathCount)}) {
  repository(owner: $owner, name: $name) {
    defaultBranchRef { target { oid ${filesOfCommit(pathCount)} } }
  }
}`;
}

/** A file of any repository, by its path on the default branch, and who may see it. */
export const textFileQuery = `
query ReadTextFile($owner: String!, $name: String!, $path: String!) {
  repository(owner: $owner, name: $name) {
    isPrivate
    defaultBranchRef {
      target {
        ... on Commit {
          file(path: $path) { mode type object { ... on Blob { text } } }
        }
      }
    }
  }
}`;

const wholeLists: Readonly<Record<ListName, string>> = {
  labels: "labels(first: 100, after: $after) { ...PageOfLabels }",
  assignees: "assignees(first: 100, after: $after) { ...PageOfAssignees }",
  blockedBy: "blockedBy(first: 100, after: $after) { ...PageOfBlockers }",
  closedByPullRequestsReferences:
    "closedByPullRequestsReferences(first: 100, after: $after) { ...PageOfPullRequests }",
  timelineItems: `timelineItems(
      first: 100, after: $after, itemTypes: [MILESTONED_EVENT, DEMILESTONED_EVENT]
    ) { ...PageOfMilestoneEvents }`,
};

/** One page of one list of one issue, as `list`. */
export function wholeListQuery(list: ListName): string {
  return `
query ReadWholeList($id: ID!, $after: String) {
  node(id: $id) { ... on Issue { list: ${wholeLists[list]} } }
}${pages[list]}`;
}

function issuesByNumber(numbers: readonly number[]): string {
  const one = (number: number) =>
    `issue${number}: issue(number: ${number}) { repository { id } ...IssueFacts }`;
  return numbers.map(one).join("\n    ");
}

/** Of a branch, with the blob ids of this many paths. */
export function branchFilesQuery(pathCount: number): string {
  return `
query ReadBranchFiles($owner: String!, $name: String!, $branch: String!${pathVariables(pathCount)}) {
  repository(owner: $owner, name: $name) {
    ref(qualifiedName: $branch) { target { oid ${filesOfCommit(pathCount)} } }
  }
}`;
}

/** `$head` is a commit that the repository knows, of a fork's pull request too. */
export function filesAtQuery(pathCount: number): string {
  return `
query ReadFilesAt($owner: String!, $name: String!, $head: GitObjectID!${pathVariables(pathCount)}) {
  repository(owner: $owner, name: $name) {
    object(oid: $head) { oid ${filesOfCommit(pathCount)} }
  }
}`;
}

function pathVariables(count: number): string {
  return Array.from({ length: count }, (_, index) => `, $path${index}: String!`).join("");
}

/** The tree entry tells a symbolic link from a file, which a look-up of the blob does not. */
function filesOfCommit(count: number): string {
  if (count === 0) return "";
  const one = (_: unknown, index: number) =>
    `file${index}: file(path: $path${index}) { oid mode type size }`;
  return `... on Commit { ${Array.from({ length: count }, one).join(" ")} }`;
}
