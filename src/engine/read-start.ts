/** Whether documents to start with are offered in this sync, and which. */
import { dayOf } from "../domain/calendar.ts";
import { draftStart, type Start } from "./draft-start.ts";
import type { RepositoryAddress } from "./ports.ts";
import type { SyncSources } from "./read-sources.ts";
import type { SkipReason } from "./reason-to-skip.ts";
import type { SyncPorts } from "./sync-ports.ts";

/** Null where none are: a person who closed the pull request is not asked again. */
export async function readStart(
  { reader, clock }: Pick<SyncPorts, "reader" | "clock">,
  address: RepositoryAddress,
  sources: SyncSources,
  skipped: SkipReason | null,
): Promise<Start | null> {
  if (!sources.config.onboarding) return null;
  if (skipped !== null && skipped !== "waits-for-configuration") return null;
  if (sources.memory.repository.proposal?.pullRequest?.state === "declined") return null;
  return draftStart(reader, address, sources, dayOf(clock.now(), sources.config.timezone));
}
