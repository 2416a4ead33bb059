/** Everything that one sync would write, decided before anything is written. Pure. */
import { dayOf } from "../domain/calendar.ts";
import type { Instant } from "../domain/observation.ts";
import { rememberUndo } from "../facts/undo-notes.ts";
import type { UndoRecord } from "../facts/undo-record.ts";
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

export interface DecisionSettings extends CommitSettings {
  /** What the last command of a thread changed, by the thread's issue. */
  readonly undo?: ReadonlyMap<number, UndoRecord>;
  /** Commands whose boxes in the status issue were ticked and have run. */
  readonly handledBoxes?: ReadonlySet<string>;
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
  settings: DecisionSettings,
): SurfaceDecision {
  const { memory, config, configErrors } = sources;
  const { handledBoxes = new Set<string>() } = settings;
  const today = dayOf(now, config.timezone);
  const notebook = rememberUndo(currentNotebook(memory), settings.undo ?? new Map());
  const computed = computePlan(sources, notebook, today);
  const { plan, files } = decideDocuments(computed, config, sources.files, today);
  const everyMinutes = settings.commitIntervalMinutes ?? config.commits.everyMinutes;
  const proposedAt = memory.repository.proposal?.branch?.committedAt;
  const proposedOn = proposedAt ? dayOf(proposedAt, config.timezone) : today;
  const filesAsProposed =
    proposedOn === today
      ? files
      : decideDocuments(computed, config, sources.files, proposedOn).files;
  const isUnsure = configErrors.length > 0;
  const question = { files, filesAsProposed, plan, memory, everyMinutes, now, isUnsure };
  const commit = decideCommit(question);
  return {
    sources,
    wish: { plan, configErrors, notebook, today, handledBoxes, commands: config.commands },
    files,
    commit,
  };
}
