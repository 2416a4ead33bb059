/**
 * The job of one repository: read, gather, derive, render, decide, apply. Every step can fail or the
 * process die; running it again from the start is always right, because it writes only differences.
 */
import { dayOf } from "../domain/calendar.ts";
import { withFindings } from "../domain/findings.ts";
import type { Plan } from "../domain/plan.ts";
import { summarise } from "../domain/plan-summary.ts";
import { emptyNotebook } from "../facts/notebook.ts";
import { checkPullRequests } from "./checks/check-pull-requests.ts";
import { computePlan } from "./compute-plan.ts";
import { findStatusIssue, wantedStatus } from "./decide-status.ts";
import { type CommitSettings, decideSurfaces, type SurfaceDecision } from "./decide-surfaces.ts";
import { documentFindings, offerFindings } from "./document-findings.ts";
import type { Start } from "./draft-start.ts";
import { RetryableError, StaleHeadError } from "./errors.ts";
import type { Hint } from "./hint.ts";
import { causesOf, journalled, logWith } from "./logging.ts";
import { rememberingTexts } from "./own-texts.ts";
import type { Job, JobOutcome, RepositoryAddress } from "./ports.ts";
import { readAndObey } from "./read-and-obey.ts";
import type { SyncSources } from "./read-sources.ts";
import { readStart } from "./read-start.ts";
import { findReasonToSkip } from "./reason-to-skip.ts";
import type { RepositoryMemory } from "./repository-memory.ts";
import type { SyncPorts } from "./sync-ports.ts";
import type { SyncReport } from "./sync-report.ts";
import { writeBeyond } from "./write-beyond.ts";
import { writeDocuments } from "./write-documents.ts";
import { writeStatus } from "./write-status.ts";

export interface SyncSettings extends CommitSettings {
  /** Write nothing, whatever the configuration says. */
  readonly observe?: boolean;
}

const nothingDone = {
  plan: null,
  skipped: null,
  written: [],
  wanted: null,
  nextInMilliseconds: null,
};

interface Run {
  readonly ports: SyncPorts;
  readonly settings: SyncSettings;
  readonly address: RepositoryAddress;
}

/** A branch that moves between reading and writing is read again; this often at most at once. */
const attemptsOnMovingBranch = 3;

export function createSyncJob(given: SyncPorts, settings: SyncSettings): Job {
  return async (address, hints) => {
    const log = logWith(given.log, {
      repository: `${address.owner}/${address.name}`,
      ...causesOf(hints),
    });
    const ports = { ...given, log, applier: journalled(given.applier, log) };
    for (let attempt = 1; attempt <= attemptsOnMovingBranch; attempt += 1) {
      try {
        return await syncRepository({ ports, settings, address }, hints);
      } catch (error) {
        if (!(error instanceof StaleHeadError)) throw error;
        log.info({ attempt }, "The branch has moved: computing again.");
      }
    }
    throw new RetryableError("The branch moved each time before the documents could be committed.");
  };
}

async function syncRepository(asRequested: Run, hints: readonly Hint[]): Promise<JobOutcome> {
  const { ports, settings } = asRequested;
  const ownTexts = new Map<string, string>();
  const applier = rememberingTexts(ports.applier, ownTexts);
  const obeying = {
    ports: { ...ports, applier },
    address: asRequested.address,
    isObserving: settings.observe === true,
    ownTexts,
  };
  const { address, sources, asked, isObserving } = await readAndObey(obeying, hints);
  const run = { ports, settings, address };
  const skipped = await findReasonToSkip(sources, address, ports.selections);
  const start = await readStart(ports, address, sources, skipped);
  if (skipped !== null) {
    await forgetSyncDue(run, sources);
    const isOffered = start !== null && !isObserving;
    const outcome: JobOutcome = isOffered ? await offerOnly(run, sources, start) : { kind: "done" };
    const today = dayOf(ports.clock.now(), sources.config.timezone);
    const plan = skipped === "nothing-planned" ? computePlan(sources, emptyNotebook, today) : null;
    report(run, sources, { plan, skipped });
    return outcome;
  }
  const surfaces = decideSurfaces(sources, ports.clock.now(), { ...settings, ...asked, start });
  if (!isObserving) return writeSurfaces(run, surfaces, hints);
  await forgetSyncDue(run, sources);
  return observe(run, surfaces);
}

/** Where nothing is written, what was asked for before must not be waited for. */
async function forgetSyncDue({ ports, address }: Run, { memory }: SyncSources): Promise<void> {
  if (memory.isSyncDue) await ports.cache.save(address, { ...memory, isSyncDue: false });
}

/** Nobody chose this repository yet: the pull request is all that it gets. */
async function offerOnly(run: Run, sources: SyncSources, start: Start): Promise<JobOutcome> {
  const { ports, address, settings } = run;
  const surfaces = decideSurfaces(sources, ports.clock.now(), { ...settings, start });
  const { memory } = await commitDocuments(run, surfaces);
  await ports.cache.save(address, memory);
  return outcomeOf(surfaces);
}

/** Documents that wait for the interval are written by a later job. */
function outcomeOf({ commit }: SurfaceDecision): JobOutcome {
  return commit.kind === "later"
    ? { kind: "later", milliseconds: commit.milliseconds }
    : { kind: "done" };
}

async function writeSurfaces(
  run: Run,
  surfaces: SurfaceDecision,
  hints: readonly Hint[],
): Promise<JobOutcome> {
  const { ports, address } = run;
  const committed = await commitDocuments(run, surfaces);
  const wish = { ...surfaces.wish, plan: committed.plan };
  const status = await writeStatus(ports, address, committed.memory, wish);
  await ports.cache.save(address, status.memory);
  const { sources } = surfaces;
  const { config } = sources;
  const beyond = await writeBeyond(ports, address, status.memory, { plan: committed.plan, config });
  await ports.cache.save(address, beyond.memory);
  const checked = await checkPullRequests({ ports, address, sources, plan: committed.plan }, hints);
  const written = [...committed.written, ...status.written, ...beyond.written, ...checked];
  const { nextInMilliseconds } = beyond;
  report(run, surfaces.sources, { plan: committed.plan, written, nextInMilliseconds });
  return outcomeOf(surfaces);
}

/** What would be written is logged and reported; nothing is. */
function observe(run: Run, { sources, wish, files }: SurfaceDecision): JobOutcome {
  const { ports } = run;
  const present = findStatusIssue(sources.memory.issues);
  const wanted = wantedStatus(present, wish);
  const found = present && sources.unmended.get(present.number);
  const status = wanted && { ...wanted, before: found ?? wanted.before };
  for (const { path, bytes } of files) {
    ports.log.info({ path, bytes: bytes.length }, "Observing: would write a document.");
  }
  if (status !== null && status.before !== status.after) {
    ports.log.info({}, "Observing: would write the status issue.");
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
  { sources: { memory, files }, wish: { plan }, commit, isOffer }: SurfaceDecision,
): Promise<{ memory: RepositoryMemory; plan: Plan; written: readonly string[] }> {
  const result = await writeDocuments({ ports, address, plan }, memory, commit);
  const known = { ...result.memory, isSyncDue: false };
  if (result.isPending) {
    const findings = isOffer ? offerFindings(known) : documentFindings(known);
    return { ...result, memory: known, plan: withFindings(plan, findings) };
  }
  // They say it already, whoever committed it: the next commit names what changed since.
  const committed = files.size > 0 ? summarise(plan) : memory.committed;
  return { ...result, memory: { ...known, committed }, plan };
}
