/** Everything that one sync would write, decided before anything is written. Pure. */
import { type Day, dayOf } from "../domain/calendar.ts";
import type { Instant } from "../domain/observation.ts";
import type { FileChange } from "./change.ts";
import { computePlan, currentNotebook } from "./compute-plan.ts";
import { type CommitDecision, decideCommit } from "./decide-commit.ts";
import { decideDocuments } from "./decide-documents.ts";
import type { StatusWish } from "./decide-status.ts";
import type { Start } from "./draft-start.ts";
import type { SyncSources } from "./read-sources.ts";

export interface CommitSettings {
  /** Overrides the configuration's `commits.every`. */
  readonly commitIntervalMinutes?: number;
}

export interface DecisionSettings extends CommitSettings {
  /** Commands whose boxes in the status issue were ticked and have run. */
  readonly handledBoxes?: ReadonlySet<string>;
  /** What is offered where the settings name no documents. */
  readonly start?: Start | null;
}

export interface SurfaceDecision {
  readonly sources: SyncSources;
  /** What the status issue should say; its plan is the one that all surfaces are rendered from. */
  readonly wish: StatusWish;
  /** Files that differ from what they should be. */
  readonly files: readonly FileChange[];
  /** They are to start with, nobody asked for them yet. */
  readonly isOffer: boolean;
  readonly commit: CommitDecision;
}

export function decideSurfaces(
  sources: SyncSources,
  now: Instant,
  settings: DecisionSettings,
): SurfaceDecision {
  const { memory, config, configErrors } = sources;
  const { handledBoxes = new Set<string>(), start = null } = settings;
  const today = dayOf(now, config.timezone);
  const notebook = currentNotebook(memory);
  const computed = computePlan(sources, notebook, today);
  const documentsOn = (day: Day) => decideDocuments(computed, config, sources.files, day);
  const { plan, files: kept } = documentsOn(today);
  const filesOn = start ?? ((day: Day) => documentsOn(day).files);
  const files = start ? start(today) : kept;
  const proposedAt = memory.repository.proposal?.branch?.committedAt;
  const proposedOn = proposedAt ? dayOf(proposedAt, config.timezone) : today;
  const commit = decideCommit({
    files,
    filesAsProposed: proposedOn === today ? files : filesOn(proposedOn),
    isOffer: start !== null,
    plan,
    memory,
    everyMinutes: memory.isSyncDue
      ? 0
      : (settings.commitIntervalMinutes ?? config.commits.everyMinutes),
    now,
    isUnsure: configErrors.length > 0,
  });
  return {
    sources,
    wish: { plan, configErrors, notebook, today, handledBoxes, commands: config.commands },
    files,
    isOffer: start !== null,
    commit,
  };
}
