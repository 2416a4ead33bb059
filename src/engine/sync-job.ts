/**
 * The job of one repository: read, gather, derive, render, decide, apply. Every step can fail or the
 * process die; running it again from the start is always right, because it writes only differences.
 */
import { dayOf } from "../domain/calendar.ts";
import { withFindings } from "../domain/findings.ts";
import type { Plan } from "../domain/plan.ts";
import { summarise } from "../domain/plan-summary.ts";
import { emptyNotebook } from "../facts/notebook.ts";
import type { FileChange } from "./change.ts";
import { computePlan } from "./compute-plan.ts";
import { findStatusIssue, wantedStatus } from "./decide-status.ts";
import { type CommitSettings, decideSurfaces, type SurfaceDecision } from "./decide-surfaces.ts";
import { RetryableError, StaleHeadError } from "./errors.ts";
import type { Hint } from "./hint.ts";
import type {
  ChangeApplier,
  Clock,
  Job,
  JobOutcome,
  Log,
  RepositoryAddress,
  RepositoryCache,
  RepositoryReader,
  Selections,
} from "./ports.ts";
import { readSources, type SyncSources } from "./read-sources.ts";
import { findReasonToSkip, type SkipReason } from "./reason-to-skip.ts";
import type { RepositoryMemory } from "./repository-memory.ts";
import { writeDocuments } from "./write-documents.ts";
import { writeStatus } from "./write-status.ts";

export interface SyncPorts {
  readonly reader: RepositoryReader;
  readonly applier: ChangeApplier;
  readonly cache: RepositoryCache;
  readonly clock: Clock;
  readonly log: Log;
  /** Left out where a person named the repository: then nothing waits for its configuration. */
  readonly selections?: Pick<Selections, "selectionOf">;
  readonly onSynced?: (address: RepositoryAddress, report: SyncReport) => void;
}

export interface SyncSettings extends CommitSettings {
  /** Write nothing, whatever the configuration says. */
  readonly observe?: boolean;
}

export interface SyncReport {
  /** What the surfaces say; null where nothing was computed. */
  readonly plan: Plan | null;
  readonly skipped: SkipReason | null;
  /** Where the plan's day begins and ends. */
  readonly timezone: string;
  /** Kinds of what was written, in order. */
  readonly written: readonly string[];
  /** What would be written, where Milepost only observes. */
  readonly wanted: Wanted | null;
}

export interface Wanted {
  readonly files: readonly FileChange[];
  /** Null where its markers are broken and it would be left alone. */
  readonly status: { readonly before: string | null; readonly after: string } | null;
}

const nothingDone = { plan: null, skipped: null, written: [], wanted: null };

interface Run {
  readonly ports: SyncPorts;
  readonly settings: SyncSettings;
  readonly address: RepositoryAddress;
}

/** A branch that moves between reading and writing is read again; this often at most at once. */
const attemptsOnMovingBranch = 3;

export function createSyncJob(ports: SyncPorts, settings: SyncSettings): Job {
  return async (address, hints) => {
    for (let attempt = 1; attempt <= attemptsOnMovingBranch; attempt += 1) {
      try {
        return await syncRepository({ ports, settings, address }, hints);
      } catch (error) {
        if (!(error instanceof StaleHeadError)) throw error;
        ports.log.info({ ...address, attempt }, "The branch has moved: computing again.");
      }
    }
    throw new RetryableError("The branch moved each time before the documents could be committed.");
  };
}

async function syncRepository(run: Run, hints: readonly Hint[]): Promise<JobOutcome> {
  const { ports, address } = run;
  const sources = await readOrForget(ports, address, hints);
  await ports.cache.save(address, sources.memory);
  const skipped = await findReasonToSkip(sources, address, ports.selections);
  if (skipped !== null) {
    const today = dayOf(ports.clock.now(), sources.config.timezone);
    const plan = skipped === "nothing-planned" ? computePlan(sources, emptyNotebook, today) : null;
    report(run, sources, { plan, skipped });
    return { kind: "done" };
  }
  const surfaces = decideSurfaces(sources, ports.clock.now(), run.settings);
  const isObserving = run.settings.observe || sources.config.mode === "observe";
  return isObserving ? observe(run, surfaces) : writeSurfaces(run, surfaces);
}

/** Hints of a job that is given up are lost, and no date tells of what they named: read all again. */
async function readOrForget(
  ports: SyncPorts,
  address: RepositoryAddress,
  hints: readonly Hint[],
): Promise<SyncSources> {
  try {
    return await readSources(ports, address, hints);
  } catch (error) {
    if (!(error instanceof RetryableError)) await ports.cache.forget(address);
    throw error;
  }
}

async function writeSurfaces(run: Run, surfaces: SurfaceDecision): Promise<JobOutcome> {
  const { ports, address } = run;
  const { commit } = surfaces;
  const committed = await commitDocuments(run, surfaces);
  const wish = { ...surfaces.wish, plan: committed.plan };
  const status = await writeStatus(ports, address, committed.memory, wish);
  await ports.cache.save(address, status.memory);
  const written = [...committed.written, ...status.written];
  report(run, surfaces.sources, { plan: committed.plan, written });
  return commit.kind === "later"
    ? { kind: "later", milliseconds: commit.milliseconds }
    : { kind: "done" };
}

/** What would be written is logged and reported; nothing is. */
function observe(run: Run, { sources, wish, files }: SurfaceDecision): JobOutcome {
  const { ports, address } = run;
  const status = wantedStatus(findStatusIssue(sources.memory.issues), wish);
  for (const { path, bytes } of files) {
    ports.log.info({ ...address, path, bytes: bytes.length }, "Observing: would write a document.");
  }
  if (status !== null && status.before !== status.after) {
    ports.log.info({ ...address }, "Observing: would write the status issue.");
  }
  report(run, sources, { plan: wish.plan, wanted: { files, status } });
  return { kind: "done" };
}

function report(
  { ports, address }: Run,
  { config }: SyncSources,
  facts: Partial<SyncReport>,
): void {
  ports.onSynced?.(address, { ...nothingDone, timezone: config.timezone, ...facts });
}

async function commitDocuments(
  { ports, address }: Run,
  { sources: { memory, files }, wish: { plan }, commit }: SurfaceDecision,
): Promise<{ memory: RepositoryMemory; plan: Plan; written: readonly string[] }> {
  if (commit.kind === "nothing" && files.size > 0) {
    // They say it already, whoever committed it: the next commit names what changed since.
    return { memory: { ...memory, committed: summarise(plan) }, plan, written: [] };
  }
  if (commit.kind !== "now") return { memory, plan, written: [] };
  const result = await writeDocuments(ports, address, memory, { change: commit.change, plan });
  if (result.kind === "refused") {
    return { memory, plan: withFindings(plan, [result.finding]), written: [] };
  }
  await ports.cache.save(address, result.memory);
  return { memory: result.memory, plan, written: ["committed"] };
}
