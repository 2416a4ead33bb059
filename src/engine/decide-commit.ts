/** Whether the documents that differ are committed now, later or never. Pure. */
import { addMinutes, millisecondsBetween } from "../domain/calendar.ts";
import type { Instant } from "../domain/observation.ts";
import type { Plan } from "../domain/plan.ts";
import { isNewlyComplete, type PlanSummary, summarise } from "../domain/plan-summary.ts";
import { renderCommitHeadline } from "../render/commit-message.ts";
import type { Change, FileChange } from "./change.ts";
import type { RepositoryMemory } from "./repository-memory.ts";

export type CommitDecision =
  | { readonly kind: "nothing" }
  | { readonly kind: "now"; readonly change: Extract<Change, { kind: "commit-files" }> }
  | { readonly kind: "later"; readonly milliseconds: number };

export interface CommitQuestion {
  readonly files: readonly FileChange[];
  readonly plan: Plan;
  readonly memory: RepositoryMemory;
  readonly everyMinutes: number;
  readonly now: Instant;
}

export function decideCommit(question: CommitQuestion): CommitDecision {
  const { files, memory, plan } = question;
  const branch = memory.repository.defaultBranch;
  if (files.length === 0 || branch === null) return { kind: "nothing" };
  const after = summarise(plan);
  const milliseconds = hasCompleted(memory.committed, after) ? 0 : remaining(question);
  if (milliseconds > 0) return { kind: "later", milliseconds };
  return {
    kind: "now",
    change: {
      kind: "commit-files",
      branch: branch.name,
      expectedHead: branch.headOid,
      headline: renderCommitHeadline(memory.committed, after),
      body: "",
      files,
    },
  };
}

/** A milestone's completion is news that does not wait. */
function hasCompleted(before: PlanSummary | null, after: PlanSummary): boolean {
  return before !== null && isNewlyComplete(before, after);
}

/** The interval is kept by the App's last commit in the history, so no process has to remember it. */
function remaining({ memory, everyMinutes, now }: CommitQuestion): number {
  const last = memory.repository.lastCommitAt;
  return last === null ? 0 : millisecondsBetween(now, addMinutes(last, everyMinutes));
}
