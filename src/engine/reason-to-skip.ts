/** When Milepost writes nothing in a repository, and why. */
import { findStatusIssue } from "./decide-status.ts";
import type { RepositoryAddress, Selections } from "./ports.ts";
import type { SyncSources } from "./read-sources.ts";

export type SkipReason =
  | "archived"
  | "issues-disabled"
  /** Someone closed the status issue; reopening it resumes. */
  | "paused"
  /** No open milestone and no configuration: nobody plans here, so nobody is bothered. */
  | "nothing-planned"
  /** One of all the repositories of an account: nobody chose it until it has a configuration. */
  | "waits-for-configuration";

/** Null where Milepost writes. Without `selections` a person named the repository. */
export async function findReasonToSkip(
  sources: SyncSources,
  { installation }: RepositoryAddress,
  selections: Pick<Selections, "selectionOf"> | undefined,
): Promise<SkipReason | null> {
  const reason = reasonInRepository(sources);
  if (reason !== null || hasStarted(sources)) return reason;
  const selection = await selections?.selectionOf(installation);
  return selection === "all" ? "waits-for-configuration" : null;
}

function reasonInRepository(sources: SyncSources): SkipReason | null {
  const { repository, issues } = sources.memory;
  if (repository.isArchived) return "archived";
  if (!repository.hasIssuesEnabled) return "issues-disabled";
  if (findStatusIssue(issues)?.state === "closed") return "paused";
  const isPlanned = repository.milestones.some(({ state }) => state === "open");
  return isPlanned || hasStarted(sources) ? null : "nothing-planned";
}

/** The file that counts is the repository's own: an owner's file must not wake all repositories. */
function hasStarted({ memory, hasConfigFile }: SyncSources): boolean {
  return hasConfigFile || findStatusIssue(memory.issues) !== undefined;
}
