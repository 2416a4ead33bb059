/** What GitHub answers of the pull request with plan documents. */

interface Signature {
  readonly email: string | null;
}

export interface ProposalCommit {
  readonly oid: string;
  readonly committedDate?: string;
  readonly messageHeadline?: string;
  readonly committer?: Signature | null;
  readonly own?: {
    readonly nodes:
      | readonly ({ readonly oid: string; readonly author: Signature | null } | null)[]
      | null;
  };
}

export interface ProposalNode {
  readonly id: string;
  readonly number: number;
  readonly state: "OPEN" | "CLOSED" | "MERGED";
  /** Without an id where it is no App's; null where the account is gone. */
  readonly author: { readonly id?: string } | null;
  readonly timelineItems: {
    readonly nodes: readonly ({ readonly actor: { readonly id?: string } | null } | null)[] | null;
  };
}

export interface ProposalAnswer {
  readonly proposalRef?: { readonly target: ProposalCommit | null } | null;
  readonly proposals?: { readonly nodes: readonly (ProposalNode | null)[] | null } | null;
}
