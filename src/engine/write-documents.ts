/**
 * Writes the documents where they can be written, and says what is known of the repository afterwards: by a
 * commit on the default branch; where that is refused, by the pull request that all of them wait in.
 */
import type { Plan } from "../domain/plan.ts";
import { summarise } from "../domain/plan-summary.ts";
import { type ObservedProposal, proposalBranch } from "../domain/proposal.ts";
import { forgetRefusal, noteRefusal } from "./branch-refusals.ts";
import type { Applied, FileChange, ProposalChange } from "./change.ts";
import type { CommitDecision, CommitNow } from "./decide-commit.ts";
import { decideWithdrawal } from "./decide-proposal.ts";
import { RefusedError } from "./errors.ts";
import { gitBlobOid } from "./git-blob.ts";
import type { ChangeApplier, Clock, RepositoryAddress, RepositoryCache } from "./ports.ts";
import type { RepositoryMemory } from "./repository-memory.ts";

export interface CommitPorts {
  readonly applier: ChangeApplier;
  readonly cache: RepositoryCache;
  readonly clock: Clock;
}

export interface CommitResult {
  readonly memory: RepositoryMemory;
  readonly written: readonly string[];
  /** The default branch does not say it yet. */
  readonly isPending: boolean;
}

interface Writing {
  readonly ports: CommitPorts;
  readonly address: RepositoryAddress;
  readonly plan: Plan;
}

export async function writeDocuments(
  writing: Writing,
  memory: RepositoryMemory,
  decision: CommitDecision,
): Promise<CommitResult> {
  if (decision.kind === "nothing") {
    return { ...(await withdraw(writing, memory, decision.withdrawal)), isPending: false };
  }
  if (decision.kind !== "now") return { memory, written: [], isPending: true };
  const direct = await commit(writing, memory, decision);
  if (direct.written.length === 0) return propose(writing, direct.memory, decision);
  await writing.ports.cache.save(writing.address, direct.memory);
  const left = decideWithdrawal(direct.memory, writing.ports.clock.now());
  const withdrawn = await withdraw(writing, direct.memory, left);
  const written = [...direct.written, ...withdrawn.written];
  return { memory: withdrawn.memory, written, isPending: false };
}

type Step = Pick<CommitResult, "memory" | "written">;

async function commit(
  writing: Writing,
  memory: RepositoryMemory,
  { direct }: CommitNow,
): Promise<Step> {
  if (direct === null) return { memory, written: [] };
  const attempt = await attemptOn(writing, memory, direct.branch, direct);
  if (attempt.applied === null) return { memory: attempt.memory, written: [] };
  const { applied } = attempt;
  const headOid = applied.kind === "committed" ? applied.headOid : direct.expectedHead;
  const { cache, clock } = writing.ports;
  const files = new Map(memory.files);
  for (const { path, bytes } of direct.files) {
    const oid = gitBlobOid(bytes);
    files.set(path, { path, oid, byteSize: bytes.byteLength, kind: "file" });
    await cache.saveBlob(oid, bytes);
  }
  const defaultBranch = { name: direct.branch, headOid };
  const repository = { ...memory.repository, defaultBranch, lastCommitAt: clock.now() };
  const committed = summarise(writing.plan);
  const matched = matchedAfter(memory, direct.expectedHead, headOid);
  const known = { ...attempt.memory, repository, files, committed, matched };
  return { memory: known, written: ["committed"] };
}

/** A commit of ours adds no document and removes none, so the same files fit as before it. */
function matchedAfter({ matched }: RepositoryMemory, before: string, headOid: string) {
  return matched?.headOid === before ? { ...matched, headOid } : matched;
}

async function propose(
  writing: Writing,
  memory: RepositoryMemory,
  { proposal }: CommitNow,
): Promise<CommitResult> {
  const pending = { memory, written: [], isPending: true };
  if (proposal === null) return pending;
  const attempt = await attemptOn(writing, memory, proposalBranch, proposal);
  const { applied } = attempt;
  if (applied?.kind !== "proposed") return { ...pending, memory: attempt.memory };
  const { plan, ports } = writing;
  const known: RepositoryMemory = {
    ...attempt.memory,
    repository: { ...memory.repository, proposal: proposalAfter(memory, applied, ports.clock) },
    proposed: { headOid: applied.headOid, files: filesAfter(proposal.files, applied.oids) },
    committed: summarise(plan),
  };
  await ports.cache.save(writing.address, known);
  return { memory: known, written: applied.isWritten ? ["proposed"] : [], isPending: true };
}

type Proposed = Extract<Applied, { kind: "proposed" }>;

function proposalAfter(
  { repository }: RepositoryMemory,
  { headOid, pullRequest }: Proposed,
  clock: Clock,
): ObservedProposal {
  const before = repository.proposal?.branch;
  const isSame = before?.headOid === headOid;
  return {
    branch: isSame ? before : { headOid, committedAt: clock.now(), isOurs: true },
    pullRequest: { ...pullRequest, state: "open" },
  };
}

/** What was found there already, else what was written. */
function filesAfter(files: readonly FileChange[], found: Proposed["oids"]) {
  return files.map(({ path, bytes }) => ({ path, oid: found.get(path) ?? gitBlobOid(bytes) }));
}

async function withdraw(
  writing: Writing,
  memory: RepositoryMemory,
  withdrawal: ProposalChange | null,
): Promise<Step> {
  if (withdrawal === null) return { memory, written: [] };
  const attempt = await attemptOn(writing, memory, proposalBranch, withdrawal);
  if (attempt.applied === null) return { memory: attempt.memory, written: [] };
  const repository = { ...memory.repository, proposal: null };
  return { memory: { ...attempt.memory, repository, proposed: null }, written: ["withdrawn"] };
}

/** A refusal is remembered, and one that no longer holds is forgotten. */
async function attemptOn(
  { ports, address }: Writing,
  memory: RepositoryMemory,
  branch: string,
  change: Parameters<ChangeApplier["apply"]>[1],
): Promise<{ memory: RepositoryMemory; applied: Applied | null }> {
  try {
    const applied = await ports.applier.apply(address, change);
    return { memory: { ...memory, refusals: forgetRefusal(memory.refusals, branch) }, applied };
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    const refusal = { branch, at: ports.clock.now(), because: error.message };
    return {
      memory: { ...memory, refusals: noteRefusal(memory.refusals, refusal) },
      applied: null,
    };
  }
}
