/**
 * The job of one repository: read, gather, derive, render, decide, apply. Every step can fail or the
 * process die; running it again from the start is always right, because it writes only differences.
 */
import { dayOf } from "../domain/calendar.ts";
import { derivePlan } from "../domain/derive-plan.ts";
import { withFindings } from "../domain/findings.ts";
import type { Plan } from "../domain/plan.ts";
import { gatherProject } from "../facts/gather-project.ts";
import { emptyNotebook, type Notebook, noteTitles, readNotebook } from "../facts/notebook.ts";
import { type CommitDecision, decideCommit } from "./decide-commit.ts";
import { decideDocuments } from "./decide-documents.ts";
import { findStatusIssue } from "./decide-status.ts";
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
} from "./ports.ts";
import { readSources, type SyncSources } from "./read-sources.ts";
import { reasonToSkip, type SkipReason } from "./reason-to-skip.ts";
import type { RepositoryMemory } from "./repository-memory.ts";
import { writeDocuments } from "./write-documents.ts";
import { writeStatus } from "./write-status.ts";

export interface SyncPorts {
  readonly reader: RepositoryReader;
  readonly applier: ChangeApplier;
  readonly cache: RepositoryCache;
  readonly clock: Clock;
  readonly log: Log;
  readonly onSynced?: (address: RepositoryAddress, report: SyncReport) => void;
}

export interface SyncSettings {
  /** Overrides the configuration's `commits.every`. */
  readonly commitIntervalMinutes?: number;
}

export interface SyncReport {
  /** What the surfaces say; null where nothing was computed. */
  readonly plan: Plan | null;
  readonly skipped: SkipReason | null;
  /** Kinds of what was written, in order. */
  readonly written: readonly string[];
}

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
  const sources = await readSources(ports, address, hints);
  await ports.cache.save(address, sources.memory);
  const skipped = reasonToSkip(sources);
  if (skipped !== null) {
    ports.onSynced?.(address, { plan: null, skipped, written: [] });
    return { kind: "done" };
  }
  return writeSurfaces(run, sources);
}

async function writeSurfaces(run: Run, sources: SyncSources): Promise<JobOutcome> {
  const { ports, address } = run;
  const { config, configErrors } = sources;
  const now = ports.clock.now();
  const today = dayOf(now, config.timezone);
  const notebook = noteTitles(notebookOf(sources.memory), sources.memory.repository.milestones);
  const documents = decideDocuments(planOf(sources, notebook, today), config, sources.files, today);
  const commit = decideCommit({
    ...documents,
    memory: sources.memory,
    everyMinutes: run.settings.commitIntervalMinutes ?? config.commits.everyMinutes,
    now,
  });
  const committed = await commitDocuments(run, sources.memory, documents.plan, commit);
  const { plan } = committed;
  const wish = { plan, configErrors, notebook, today };
  const status = await writeStatus(ports, address, committed.memory, wish);
  await ports.cache.save(address, status.memory);
  const written = [...committed.written, ...status.written];
  ports.onSynced?.(address, { plan, skipped: null, written });
  return commit.kind === "later"
    ? { kind: "later", milliseconds: commit.milliseconds }
    : { kind: "done" };
}

async function commitDocuments(
  { ports, address }: Run,
  memory: RepositoryMemory,
  plan: Plan,
  commit: CommitDecision,
): Promise<{ memory: RepositoryMemory; plan: Plan; written: readonly string[] }> {
  if (commit.kind !== "now") return { memory, plan, written: [] };
  const result = await writeDocuments(ports, address, memory, { change: commit.change, plan });
  if (result.kind === "refused") {
    return { memory, plan: withFindings(plan, [result.finding]), written: [] };
  }
  await ports.cache.save(address, result.memory);
  return { memory: result.memory, plan, written: ["committed"] };
}

function planOf(sources: SyncSources, notebook: Notebook, today: ReturnType<typeof dayOf>): Plan {
  const { memory, config } = sources;
  const status = findStatusIssue(memory.issues);
  const project = gatherProject({
    repository: memory.repository,
    issues: memory.issues,
    config,
    notebook,
    ownIssues: new Set(status ? [status.number] : []),
  });
  return withFindings(derivePlan(project, today), configFindings(sources));
}

function configFindings({ configErrors }: SyncSources): Plan["findings"] {
  return configErrors.map(({ line, key, message }) => ({
    rule: "config-invalid",
    severity: "error",
    issues: [],
    milestone: null,
    message: `.github/milepost.yml, line ${line}${key === "" ? "" : `, ${key}`}: ${message}`,
  }));
}

function notebookOf({ issues }: RepositoryMemory): Notebook {
  const status = findStatusIssue(issues);
  return (status && readNotebook(status.body)) ?? emptyNotebook;
}
