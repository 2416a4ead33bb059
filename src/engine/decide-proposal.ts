/**
 * What a sync does with the pull request that plan documents wait in where the default branch takes no
 * commit. There is one, and it is updated in place; what a person did to it or its branch stands.
 */
import type { Instant, ObservedRepository } from "../domain/observation.ts";
import { proposalBranch } from "../domain/proposal.ts";
import { isRefused } from "./branch-refusals.ts";
import type { FileChange, ProposalChange } from "./change.ts";
import { gitBlobOid } from "./git-blob.ts";
import type { RepositoryMemory } from "./repository-memory.ts";

type ProposeFiles = Extract<ProposalChange, { kind: "propose-files" }>;

export interface ProposalQuestion {
  readonly memory: RepositoryMemory;
  readonly files: readonly FileChange[];
  readonly filesAsProposed: readonly FileChange[];
  /** Nobody asked for these files yet: they are to start with. */
  readonly isOffer: boolean;
  readonly now: Instant;
}

// Both act on nothing: no reference, no mention, no title and no name that a person chose.
const update = {
  title: "Update the plan documents",
  body: "The default branch takes no commits from Milepost, so the plan documents wait here. Merge this pull request when it suits you. Milepost keeps it up to date, one commit ahead of the default branch, and closes it when there is nothing left to merge.",
};
const offer = {
  title: "Start with plan documents",
  body: "These are plan documents to start with, filled from the milestones and issues of this repository, and the settings that name them. Merge this pull request to have them kept up to date; what stands outside of their markers is yours to write, on this branch too. Close it if you do not want them: it will not be opened again.",
};

/** Null where a person has committed to the branch or closed the pull request, or GitHub refuses it. */
export function decideProposal(
  question: ProposalQuestion & { readonly headline: string },
): ProposeFiles | null {
  const { memory, files, now, headline } = question;
  const { id, defaultBranch, proposal } = memory.repository;
  const branch = proposal?.branch ?? null;
  if (defaultBranch === null || isRefused(memory.refusals, proposalBranch, now)) return null;
  if (isInPersonsHands(memory.repository)) return null;
  const open = proposal?.pullRequest?.state === "open" ? proposal.pullRequest : null;
  const variants = [files, question.filesAsProposed];
  return {
    kind: "propose-files",
    repositoryId: id,
    branch: proposalBranch,
    expectedHead: branch?.headOid ?? null,
    base: defaultBranch,
    headline,
    files,
    isSaid: (oids) => variants.some((variant) => says(oids, variant)),
    pullRequest: open
      ? { ...open, kind: "open" }
      : { kind: "new", ...(question.isOffer ? offer : update) },
  };
}

/** Whether the open pull request is known to say it, so that nobody need look. */
export function isProposed({ memory, files, filesAsProposed }: ProposalQuestion): boolean {
  const { proposed, repository } = memory;
  const { branch, pullRequest } = repository.proposal ?? {};
  if (pullRequest?.state !== "open" || !branch || proposed?.headOid !== branch.headOid)
    return false;
  const oids = new Map(proposed.files.map(({ path, oid }) => [path, oid]));
  return [files, filesAsProposed].some((variant) => says(oids, variant));
}

/** Once the default branch says the same, however it came to. */
export function decideWithdrawal(
  { repository, refusals }: Pick<RepositoryMemory, "repository" | "refusals">,
  now: Instant,
): ProposalChange | null {
  const { branch = null, pullRequest = null } = repository.proposal ?? {};
  if (!branch?.isOurs || isRefused(refusals, proposalBranch, now)) return null;
  return {
    kind: "withdraw-files",
    repositoryId: repository.id,
    branch: proposalBranch,
    expectedHead: branch.headOid,
    pullRequestId: pullRequest?.state === "open" ? pullRequest.id : null,
  };
}

/** At the head of the default branch there is nothing on the branch that could be lost. */
function isInPersonsHands({ proposal, defaultBranch }: ObservedRepository): boolean {
  if (proposal?.pullRequest?.state === "declined") return true;
  const { branch = null } = proposal ?? {};
  return branch !== null && !branch.isOurs && branch.headOid !== defaultBranch?.headOid;
}

function says(oids: ReadonlyMap<string, string | null>, files: readonly FileChange[]): boolean {
  return files.every(({ path, bytes }) => oids.get(path) === gitBlobOid(bytes));
}
