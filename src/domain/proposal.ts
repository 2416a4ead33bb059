/**
 * Where a branch takes no commits, plan documents wait in one long-lived pull request. This is its branch,
 * and what GitHub says of both.
 */
export const proposalBranch = "milepost/plan-documents";

export interface ObservedProposal {
  /** Null where there is no such branch. */
  readonly branch: ObservedProposalBranch | null;
  /** The latest that this App opened from it. */
  readonly pullRequest: ProposalPullRequest | null;
}

/** The same of any branch, with what people read there. */
export interface ObservedBranchProposal extends ObservedProposal {
  /** Of the branch's last commit; empty where there is no branch. */
  readonly headline: string;
}

export interface ObservedProposalBranch {
  readonly headOid: string;
  /** ISO 8601. */
  readonly committedAt: string;
  /** Its last commit is as this App made it; all below is then the App's, or of the default branch. */
  readonly isOurs: boolean;
}

export interface ProposalPullRequest {
  readonly id: string;
  readonly number: number;
  /** "declined" by a person who closed it, "withdrawn" by the App itself. */
  readonly state: "open" | "merged" | "declined" | "withdrawn";
}
