/**
 * What becomes of the pull request that proposes regions for one document: it is opened, updated in place, or
 * withdrawn. What a person did to it or its branch stands. Pure.
 */
import type { ObservedRepository } from "../domain/observation.ts";
import type { ObservedBranchProposal } from "../domain/proposal.ts";
import type { FileChange, ProposalChange } from "./change.ts";
import { gitBlobOid } from "./git-blob.ts";

export interface AdoptionQuestion {
  readonly repository: Pick<ObservedRepository, "id">;
  /** What the file was computed from. */
  readonly base: NonNullable<ObservedRepository["defaultBranch"]>;
  readonly branch: string;
  readonly proposal: ObservedBranchProposal;
  /** As it will be; null where nothing is proposed. */
  readonly file: FileChange | null;
  readonly title: string;
  readonly body: string;
  /** From the body of a pull request that is open to the one wanted. */
  readonly edit: (current: string) => string | undefined;
}

export type AdoptionDecision =
  | { readonly kind: "nothing" }
  /** The branch holds what somebody else committed. */
  | { readonly kind: "in-persons-hands" }
  /** It was closed, and its branch stands. */
  | { readonly kind: "closed"; readonly number: number }
  | {
      readonly kind: "propose" | "withdraw";
      readonly change: ProposalChange;
      /** Null where there is none yet. */
      readonly number: number | null;
    };

/** Acts on nothing, and tells a commit of ours from those that people make with the same account. */
export const adoptionHeadline = "docs(plan): let regions say what the plan knows";

const longestSlug = 60;

/** One for each path: the words of it, and a digest, because paths may have the same words. */
export function adoptionBranch(path: string): string {
  const words = path.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const slug = words.join("-").slice(0, longestSlug).replace(/-$/, "");
  const digest = gitBlobOid(new TextEncoder().encode(path)).slice(0, 8);
  return `milepost/adopt-${[slug, digest].filter((part) => part !== "").join("-")}`;
}

export function decideAdoption(question: AdoptionQuestion): AdoptionDecision {
  const { proposal, base, file } = question;
  const { branch, pullRequest, headline } = proposal;
  const isMade = branch?.isOurs === true && headline === adoptionHeadline;
  const isOpen = pullRequest?.state === "open";
  if (branch !== null && !isMade && branch.headOid !== base.headOid) {
    return { kind: "in-persons-hands" };
  }
  if (file === null) return branch !== null && isOpen ? withdrawal(question) : { kind: "nothing" };
  const wasClosed = pullRequest?.state === "declined" || pullRequest?.state === "withdrawn";
  if (branch !== null && wasClosed) return { kind: "closed", number: pullRequest.number };
  return proposeFile(question, file);
}

function withdrawal({ repository, branch, proposal }: AdoptionQuestion): AdoptionDecision {
  const change: ProposalChange = {
    kind: "withdraw-files",
    repositoryId: repository.id,
    branch,
    expectedHead: proposal.branch?.headOid ?? "",
    pullRequestId: proposal.pullRequest?.id ?? null,
  };
  return { kind: "withdraw", change, number: proposal.pullRequest?.number ?? null };
}

function proposeFile(question: AdoptionQuestion, file: FileChange): AdoptionDecision {
  const { repository, base, branch, proposal, title, body, edit } = question;
  const open = proposal.pullRequest?.state === "open" ? proposal.pullRequest : null;
  const change: ProposalChange = {
    kind: "propose-files",
    repositoryId: repository.id,
    branch,
    expectedHead: proposal.branch?.headOid ?? null,
    base,
    headline: adoptionHeadline,
    files: [file],
    isSaid: (oids) => oids.get(file.path) === gitBlobOid(file.bytes),
    pullRequest: open
      ? { kind: "open", id: open.id, number: open.number, edit }
      : { kind: "new", title, body },
  };
  return { kind: "propose", change, number: open?.number ?? null };
}
