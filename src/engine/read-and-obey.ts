/**
 * The first half of a job: reads the repository, runs the commands that came, and reads again what they
 * changed, so that the surfaces are rendered from what GitHub says afterwards.
 */
import { dayOf } from "../domain/calendar.ts";
import type { Instant } from "../domain/observation.ts";
import { oldestLate } from "./commands/later-commands.ts";
import { findTextsSince, missedSince } from "./commands/missed-texts.ts";
import { runTexts, type TextsRun } from "./commands/run-texts.ts";
import { findStatusIssue } from "./decide-status.ts";
import type { DecisionSettings } from "./decide-surfaces.ts";
import { RetryableError } from "./errors.ts";
import type { Hint } from "./hint.ts";
import { mendLostEdits } from "./mend-lost-edits.ts";
import type { RepositoryAddress } from "./ports.ts";
import { readSources, type SyncSources } from "./read-sources.ts";
import { findReasonToSkip } from "./reason-to-skip.ts";
import type { SyncPorts } from "./sync-ports.ts";

export interface Obeying {
  readonly ports: SyncPorts;
  readonly address: RepositoryAddress;
  /** Nothing is written, whatever the configuration says. */
  readonly isObserving: boolean;
  /** Texts that this job wrote, by the issue's node id. */
  readonly ownTexts: ReadonlyMap<string, string>;
}

export interface Obeyed {
  /** Where the repository is: it may have another name than was asked for. */
  readonly address: RepositoryAddress;
  readonly sources: SyncSources;
  /** What the commands ask of the surfaces. */
  readonly asked: DecisionSettings;
  readonly isObserving: boolean;
}

/** A comment that is edited while it runs is read and run again, so often at most. */
const mostRounds = 3;

export async function readAndObey(asked: Obeying, hints: readonly Hint[]): Promise<Obeyed> {
  const sources = await readOrForget(asked, hints);
  const run = { ...asked, address: whereItIs(asked, sources) };
  return obeyRounds(run, await mend(run, sources), hints);
}

/** GitHub answers reads under a former name, but what is written and remembered goes by the present one. */
function whereItIs({ ports, address }: Obeying, { memory }: SyncSources): RepositoryAddress {
  const { nameWithOwner } = memory.repository;
  if (nameWithOwner.toLowerCase() === `${address.owner}/${address.name}`.toLowerCase()) {
    return address;
  }
  const [owner = address.owner, name = address.name] = nameWithOwner.split("/");
  ports.log.info({ now: nameWithOwner }, "the repository has a new name");
  return { ...address, owner, name };
}

async function obeyRounds(
  run: Obeying,
  first: SyncSources,
  hints: readonly Hint[],
): Promise<Obeyed> {
  const kept = nothingKept();
  let wanted = hints;
  let read = first;
  for (let round = 1; ; round += 1) {
    const ran = await obey(run, { sources: read, kept }, wanted);
    const memory = { ...read.memory, ...ran?.remembered };
    await run.ports.cache.save(run.address, memory);
    if (ran?.failure) throw ran.failure.error;
    keep(kept, ran);
    if (ran === null || ran.hints.length === 0 || round > mostRounds) {
      const { handledBoxes, syncs } = kept;
      const asked = { handledBoxes, ...(syncs ? { commitIntervalMinutes: 0 } : {}) };
      const isObserving = observes(run, read);
      const sources = { ...read, memory };
      return { address: run.address, sources, asked, isObserving };
    }
    wanted = ran.hints;
    read = await mend(run, await readOrForget(run, wanted));
  }
}

/** What the rounds of a job leave to its end. */
interface Kept {
  readonly handledBoxes: Set<string>;
  readonly seen: Map<string, Instant>;
  syncs: boolean;
  /** Since when all texts are among those that were read; null where nobody looked. */
  lookedSince: Instant | null;
}

function nothingKept(): Kept {
  const [handledBoxes, seen] = [new Set<string>(), new Map()];
  return { handledBoxes, seen, syncs: false, lookedSince: null };
}

function keep(kept: Kept, ran: Ran | null): void {
  for (const command of ran?.handledBoxes ?? []) kept.handledBoxes.add(command);
  for (const [id, at] of ran?.seen ?? []) kept.seen.set(id, at);
  kept.syncs ||= ran?.syncs === true;
}

type Ran = Pick<TextsRun, "hints"> & Partial<TextsRun>;

/** Null where no command runs. */
async function obey(
  run: Obeying,
  { sources, kept }: { readonly sources: SyncSources; readonly kept: Kept },
  hints: readonly Hint[],
): Promise<Ran | null> {
  const { ports, address } = run;
  const { people } = ports;
  const isLookingForMore = hints.some(({ kind }) => kind === "missed-texts");
  if (!people || (sources.texts.length === 0 && !isLookingForMore)) return null;
  const because = await reasonNotToObey(run, sources);
  if (because !== null) {
    ports.log.info({ because }, "commands ignored");
    return null;
  }
  const more = await findMore(run, sources, kept, isLookingForMore);
  if (more.length > 0) return { hints: [...hints.filter(isText), ...more] };
  const today = dayOf(ports.clock.now(), sources.config.timezone);
  return runTexts({ ...ports, people }, { address, sources, today, seen: kept.seen });
}

/** Texts whose events were lost; and where a command comes late, those given after it: they may have run. */
async function findMore(
  { ports: { people, clock }, address }: Obeying,
  sources: SyncSources,
  kept: Kept,
  isLookingForMore: boolean,
): Promise<readonly Hint[]> {
  const now = clock.now();
  const startedAt = findStatusIssue(sources.memory.issues)?.createdAt ?? null;
  const since = isLookingForMore ? missedSince(sources, now) : oldestLate(sources, startedAt, now);
  const isKnown = since === null || (kept.lookedSince !== null && kept.lookedSince <= since);
  if (!people || isKnown) return [];
  kept.lookedSince = since;
  return findTextsSince(people, address, since);
}

function isText({ kind }: Hint): boolean {
  return kind === "text";
}

/** Where nothing is planned yet, a command may well be how the planning begins. */
async function reasonNotToObey(run: Obeying, sources: SyncSources): Promise<string | null> {
  if (observes(run, sources)) return "it only observes here";
  const skipped = await findReasonToSkip(sources, run.address, run.ports.selections);
  return skipped === "nothing-planned" ? null : skipped;
}

function observes({ isObserving }: Obeying, { config }: SyncSources): boolean {
  return isObserving || config.mode === "observe";
}

/** Before anything is remembered of what was read: while nothing is written here, what would be mended. */
async function mend(run: Obeying, sources: SyncSources): Promise<SyncSources> {
  const { ports, address } = run;
  const skipped = await findReasonToSkip(sources, address, ports.selections);
  const isObserving = skipped !== null || observes(run, sources);
  return mendLostEdits({ ...run, isObserving }, sources);
}

/** Hints of a job that is given up are lost, and no date tells of what they named: read all again. */
async function readOrForget(
  { ports, address }: Obeying,
  hints: readonly Hint[],
): Promise<SyncSources> {
  try {
    return await readSources(ports, address, hints);
  } catch (error) {
    if (!(error instanceof RetryableError)) await ports.cache.forget(address);
    throw error;
  }
}
