/**
 * Whether the documents that differ are written now, later or never, and where: to the default branch, or
 * to a pull request where that branch takes no commit. Pure. The interval is kept by the App's last commit
 * in the history, so no process has to remember it.
 */
import { addMinutes, millisecondsBetween } from "../domain/calendar.ts";
import type { Instant } from "../domain/observation.ts";
import type { Plan } from "../domain/plan.ts";
import { isNewlyComplete, type PlanSummary, summarise } from "../domain/plan-summary.ts";
import { renderCommitHeadline } from "../render/commit-message.ts";
import { isRefused } from "./branch-refusals.ts";
import type { Change, FileChange, ProposalChange } from "./change.ts";
import { decideProposal, decideWithdrawal, isProposed } from "./decide-proposal.ts";
import type { RepositoryMemory } from "./repository-memory.ts";

export type CommitDecision =
  /** The documents say it. A pull request that is left over is withdrawn. */
  | { readonly kind: "nothing"; readonly withdrawal: ProposalChange | null }
  /** They differ, and nothing can be done but by a person: merge, or change a rule. */
  | { readonly kind: "waits" }
  | { readonly kind: "later"; readonly milliseconds: number }
  | CommitNow;

export interface CommitNow {
  readonly kind: "now";
  /** Null where the branch is known to refuse. */
  readonly direct: Extract<Change, { kind: "commit-files" }> | null;
  /** Where the branch refuses; null where that is refused too, or is in a person's hands. */
  readonly proposal: Extract<ProposalChange, { kind: "propose-files" }> | null;
}

export interface CommitQuestion {
  /** As they are rendered today. */
  readonly files: readonly FileChange[];
  /** As they were rendered on the day of the pull request's last commit. */
  readonly filesAsProposed: readonly FileChange[];
  readonly plan: Plan;
  readonly memory: RepositoryMemory;
  /** To start with: never committed, only proposed. */
  readonly isOffer: boolean;
  readonly everyMinutes: number;
  readonly now: Instant;
  /** Some of the configuration is wrong, so nobody knows what the documents are. */
  readonly isUnsure: boolean;
}

export function decideCommit(question: CommitQuestion): CommitDecision {
  const { files, memory, plan, now, isUnsure, isOffer } = question;
  const branch = memory.repository.defaultBranch;
  if (branch === null || isUnsure) return { kind: "nothing", withdrawal: null };
  if (files.length === 0) return { kind: "nothing", withdrawal: decideWithdrawal(memory, now) };
  const after = summarise(plan);
  const headline = isOffer ? offerHeadline : renderCommitHeadline(memory.committed, after);
  const direct = { branch: branch.name, expectedHead: branch.headOid, headline, body: "", files };
  const isClosed = isOffer || isRefused(memory.refusals, branch.name, now);
  const proposal = decideProposal({ ...question, headline });
  if (isClosed && (proposal === null || isProposed(question))) return { kind: "waits" };
  const milliseconds = hasCompleted(memory.committed, after) ? 0 : remaining(question);
  if (milliseconds > 0) return { kind: "later", milliseconds };
  return { kind: "now", direct: isClosed ? null : { kind: "commit-files", ...direct }, proposal };
}

const offerHeadline = "docs(plan): documents to start with";

/** A milestone's completion is news that does not wait. */
function hasCompleted(before: PlanSummary | null, after: PlanSummary): boolean {
  return before !== null && isNewlyComplete(before, after);
}

function remaining({ memory, everyMinutes, now }: CommitQuestion): number {
  const { lastCommitAt, proposal } = memory.repository;
  const proposedAt = proposal?.branch?.isOurs === true ? proposal.branch.committedAt : "";
  const last = proposedAt > (lastCommitAt ?? "") ? proposedAt : lastCommitAt;
  return last === null ? 0 : millisecondsBetween(now, addMinutes(last, everyMinutes));
}
