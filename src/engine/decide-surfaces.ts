/** Everything that one sync would write, decided before anything is written. Pure. */
import { dayOf } from "../domain/calendar.ts";
import type { Instant } from "../domain/observation.ts";
import type { FileChange } from "./change.ts";
import { computePlan, currentNotebook } from "./compute-plan.ts";
import { type CommitDecision, decideCommit } from "./decide-commit.ts";
import { decideDocuments } from "./decide-documents.ts";
import type { StatusWish } from "./decide-status.ts";
import type { SyncSources } from "./read-sources.ts";

export interface CommitSettings {
  /** Overrides the configuration's `commits.every`. */
  readonly commitIntervalMinutes?: number;
}

export interface SurfaceDecision {
  readonly sources: SyncSources;
  /** What the status issue should say; its plan is the one that all surfaces are rendered from. */
  readonly wish: StatusWish;
  /** Files that differ from what they should be. */
  readonly files: readonly FileChange[];
  readonly commit: CommitDecision;
}

export function decideSurfaces(
  sources: SyncSources,
  now: Instant,
  settings: CommitSettings,
): SurfaceDecision {
  const { memory, config, configErrors } = sources;
  const today = dayOf(now, config.timezone);
  const notebook = currentNotebook(memory);
  const computed = computePlan(sources, notebook, today);
  const { plan, files } = decideDocuments(computed, config, sources.files, today);
  const everyMinutes = settings.commitIntervalMinutes ?? config.commits.everyMinutes;
  const commit = decideCommit({ files, plan, memory, everyMinutes, now });
  return { sources, wish: { plan, configErrors, notebook, today }, files, commit };
}
