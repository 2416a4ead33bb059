/** When Milepost writes nothing in a repository, and why. */
import { findStatusIssue } from "./decide-status.ts";
import type { SyncSources } from "./read-sources.ts";

export type SkipReason =
  | "archived"
  | "issues-disabled"
  /** Someone closed the status issue; reopening it resumes. */
  | "paused"
  /** No milestone and no configuration: nobody plans here, so nobody is bothered. */
  | "nothing-planned";

export function reasonToSkip({ memory, hasConfigFile }: SyncSources): SkipReason | null {
  const { repository, issues } = memory;
  if (repository.isArchived) return "archived";
  if (!repository.hasIssuesEnabled) return "issues-disabled";
  const status = findStatusIssue(issues);
  if (status?.state === "closed") return "paused";
  const isUsed = status !== undefined || hasConfigFile || repository.milestones.length > 0;
  return isUsed ? null : "nothing-planned";
}
