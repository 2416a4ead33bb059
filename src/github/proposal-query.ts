/** What the first call of a read asks of the pull request with plan documents, and what its answer means. */
import {
  type ObservedProposal,
  type ObservedProposalBranch,
  type ProposalPullRequest,
  proposalBranch,
} from "../domain/proposal.ts";
import { nodesOf } from "./answer.ts";
import type { ProposalAnswer, ProposalCommit, ProposalNode } from "./proposal-answer.ts";

interface Selected {
  /** As arguments of GraphQL: texts in quotes, or variables. */
  readonly ref: string;
  readonly branch: string;
  readonly ofCommit: string;
  readonly ofActor: string;
}

function select({ ref, branch, ofCommit, ofActor }: Selected): string {
  return `
    proposalRef: ref(qualifiedName: ${ref}) {
      target {
        oid
        ... on Commit {
          ${ofCommit}
          own: history(first: 1, author: { id: $author }) { nodes { oid author { email } } }
        }
      }
    }
    proposals: pullRequests(
      headRefName: ${branch}, first: 5, orderBy: { field: CREATED_AT, direction: DESC }
    ) {
      nodes {
        id number state author { ${ofActor} }
        timelineItems(last: 1, itemTypes: [CLOSED_EVENT]) {
          nodes { ... on ClosedEvent { actor { ${ofActor} } } }
        }
      }
    }`;
}

/** `$author` is the App's own bot. Without access to pull requests `proposals` is null. */
export const proposalSelection = select({
  ref: `"refs/heads/${proposalBranch}"`,
  branch: `"${proposalBranch}"`,
  ofCommit: "committedDate committer { email }",
  ofActor: "... on Bot { id }",
});

/** The same of any branch, by whoever holds the credentials: a person or an App. */
export const branchProposalQuery = `
query ReadProposal(
  $owner: String!, $name: String!, $ref: String!, $branch: String!, $author: ID!
) {
  repository(owner: $owner, name: $name) {
    ${select({
      ref: "$ref",
      branch: "$branch",
      ofCommit: "messageHeadline committedDate committer { email }",
      ofActor: "... on Bot { id } ... on User { id }",
    })}
  }
}`;

/** `author` is the node id of the App's own bot. */
export function toProposal(
  { proposalRef, proposals }: ProposalAnswer,
  author: string,
): ObservedProposal | null {
  const head = proposalRef?.target;
  const branch = head ? toBranch(head) : null;
  const own = nodesOf(proposals).find((one) => one.author?.id === author);
  if (branch === null && own === undefined) return null;
  return { branch, pullRequest: own ? toPullRequest(own, author) : null };
}

/** GitHub's own signature, under what is committed through its API. */
const githubEmail = "noreply@github.com";

/** Whoever rewrites a commit keeps its author and becomes its committer. */
function toBranch({
  oid,
  committedDate = "",
  committer,
  own,
}: ProposalCommit): ObservedProposalBranch {
  const last = nodesOf(own)[0];
  const hands = [githubEmail, last?.author?.email];
  const isOurs = last?.oid === oid && hands.includes(committer?.email ?? "");
  return { headOid: oid, committedAt: committedDate, isOurs };
}

function toPullRequest(
  { id, number, state, timelineItems }: ProposalNode,
  author: string,
): ProposalPullRequest {
  if (state === "OPEN") return { id, number, state: "open" };
  if (state === "MERGED") return { id, number, state: "merged" };
  const isByUs = nodesOf(timelineItems).some(({ actor }) => actor?.id === author);
  return { id, number, state: isByUs ? "withdrawn" : "declined" };
}
