/**
 * `milepost adopt FILE --pull-request`: proposes regions for a document of the default branch in a pull request from
 * a branch of its own. Run again, it updates that one, or withdraws it where there is nothing left to propose.
 */
import { documentEndings, findPathFault } from "../../config/paths.ts";
import { dayOf } from "../../domain/calendar.ts";
import type { ObservedRepository } from "../../domain/observation.ts";
import type { ObservedBranchProposal } from "../../domain/proposal.ts";
import type { Applied, ProposalChange } from "../../engine/change.ts";
import {
  type AdoptionDecision,
  adoptionBranch,
  decideAdoption,
} from "../../engine/decide-adoption.ts";
import { type Adoption, type Document, draftAdoption } from "../../engine/draft-adoption.ts";
import { RefusedError, StaleHeadError } from "../../engine/errors.ts";
import { gitBlobOid } from "../../engine/git-blob.ts";
import type { RepositoryAddress } from "../../engine/ports.ts";
import type { GithubAccess } from "../github-access.ts";
import { InputError } from "../input-error.ts";
import { pullRequestBody, pullRequestEdit, pullRequestTitle } from "./pull-request-text.ts";
import { milestoneOf, type RepositoryPlan, readRepositoryPlan } from "./repository-plan.ts";

export interface ProposeOptions {
  /** Number, title or prefix. */
  readonly milestone?: string | undefined;
  readonly print: (line: string) => void;
}

type DefaultBranch = NonNullable<ObservedRepository["defaultBranch"]>;

/** `path` is from the root of the repository. Throws an InputError for what a person can mend, and what reading throws. */
export async function proposeAdoption(
  path: string,
  address: RepositoryAddress,
  access: GithubAccess,
  { milestone, print }: ProposeOptions,
): Promise<void> {
  const fault = findPathFault(path, documentEndings);
  if (fault) throw new InputError(`"${path}" cannot be a plan document: its path ${fault}.`);
  const known = await readRepositoryPlan(address, access);
  const base = baseOf(address, known);
  const bytes = await readDocument(address, access, base, path);
  const document = { path, bytes, milestone: milestoneOf(known.plan, milestone) };
  const branch = adoptionBranch(path);
  const proposal = await access.pullRequests.readProposal(address, branch);
  const adoption = await draftAsProposed(address, access, known, document, proposal);
  const isNamed = known.sources.config.documents.some((one) => one.path === path);
  const proposed = { document, adoption, isNamed };
  const decision = decideAdoption({
    repository: known.sources.memory.repository,
    base,
    branch,
    proposal,
    file: adoption.proposals.length === 0 ? null : { path, bytes: adoption.bytes },
    title: pullRequestTitle(document),
    body: pullRequestBody(proposed),
    edit: pullRequestEdit(proposed),
  });
  const { repository } = known.sources.memory;
  await perform(decision, { address, access, repository, branch, print });
}

/** As it was drafted on the day of the last commit, where the branch says that: a new day alone is no news. */
async function draftAsProposed(
  address: RepositoryAddress,
  { pullRequests }: GithubAccess,
  { plan, sources, today }: RepositoryPlan,
  document: Document,
  { branch }: ObservedBranchProposal,
): Promise<Adoption> {
  if (branch !== null) {
    const day = dayOf(branch.committedAt, sources.config.timezone);
    const earlier = draftAdoption(plan, sources.config, document, day);
    const files = await pullRequests.readFilesAt(address, branch.headOid, [document.path]);
    if (files.get(document.path)?.oid === gitBlobOid(earlier.bytes)) return earlier;
  }
  return draftAdoption(plan, sources.config, document, today);
}

function baseOf(
  { owner, name }: RepositoryAddress,
  { sources: { memory } }: RepositoryPlan,
): DefaultBranch {
  const { isArchived, defaultBranch } = memory.repository;
  if (isArchived) {
    throw new InputError(
      `${owner}/${name} is archived, so it takes no pull request. Unarchive it, or run this without --pull-request.`,
    );
  }
  if (defaultBranch === null) {
    throw new InputError(
      `${owner}/${name} is empty, so there is no document to adopt. Push one to its default branch first.`,
    );
  }
  return defaultBranch;
}

async function readDocument(
  address: RepositoryAddress,
  { reader, pullRequests }: GithubAccess,
  { name, headOid }: DefaultBranch,
  path: string,
): Promise<Uint8Array> {
  const files = await pullRequests.readFilesAt(address, headOid, [path]);
  const file = files.get(path);
  const advice = "Commit the document there, and give its path from the root of the repository.";
  if (!file) throw new InputError(`The branch ${name} has no file ${path}. ${advice}`);
  if (file.kind !== "file")
    throw new InputError(`${path} is no regular file on ${name}. ${advice}`);
  return reader.readBlob(address, file.oid);
}

interface Performing {
  readonly address: RepositoryAddress;
  readonly access: GithubAccess;
  readonly repository: ObservedRepository;
  readonly branch: string;
  readonly print: ProposeOptions["print"];
}

async function perform(decision: AdoptionDecision, performing: Performing): Promise<void> {
  const { repository, branch, print } = performing;
  switch (decision.kind) {
    case "nothing":
      return print("Nothing in it is what a block would say, so no pull request was opened.");
    case "in-persons-hands":
      return print(
        `The branch ${branch} holds commits of somebody else, so it was left alone. Merge it, or delete it and run this again.`,
      );
    case "closed":
      return print(
        `Pull request #${decision.number} proposed this and was closed, so none was opened. Delete its branch, ${branch}, to have another.`,
      );
    case "withdraw":
      await applyTo(performing, decision.change);
      return print(
        `There is nothing left to propose: pull request #${decision.number} was closed, and its branch deleted.`,
      );
    case "propose": {
      const applied = await applyTo(performing, decision.change);
      if (applied.kind !== "proposed") return;
      const { number } = applied.pullRequest;
      const url = `${repository.url}/pull/${number}`;
      if (decision.number === null) return print(`Opened pull request #${number}: ${url}`);
      return print(
        applied.isWritten
          ? `Updated pull request #${number}: ${url}`
          : `Pull request #${number} proposes this already: ${url}`,
      );
    }
  }
}

/** Throws an InputError that says what to do where GitHub refuses. */
async function applyTo(
  { address, access, branch }: Performing,
  change: ProposalChange,
): Promise<Applied> {
  try {
    return await access.applier.apply(address, change);
  } catch (error) {
    if (error instanceof StaleHeadError) {
      throw new InputError(`${error.message} Nothing was written: run this again.`, {
        cause: error,
      });
    }
    if (!(error instanceof RefusedError)) throw error;
    const { owner, name } = address;
    throw new InputError(
      `GitHub refused the pull request: ${error.message} GH_TOKEN must be allowed to write contents and pull requests of ${owner}/${name}, and no rule may forbid the branches ${branch} and ${branch}-next.`,
      { cause: error },
    );
  }
}
