/**
 * Finds in GitHub what was missed: asks for a full sync of every repository that the App can reach. First
 * those whose deliveries failed, then the most recently active. Where the list breaks off it is read again
 * after a while: nobody else would tell of the repositories that are missing.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { RetryableError } from "../engine/errors.ts";
import type { Hint } from "../engine/hint.ts";
import type {
  Installations,
  InstalledRepository,
  Log,
  MeasuredQueue,
  RepositoryAddress,
} from "../engine/ports.ts";
import { untilEnded } from "./until-ended.ts";

export interface ResyncOptions {
  readonly installations: Pick<Installations, "list">;
  readonly queue: Pick<MeasuredQueue, "request" | "depth">;
  readonly log: Log;
  /** Ends the waiting: what is left of the list is then requested at once, for another process. */
  readonly signal: AbortSignal;
  /** GitHub's numbers of repositories that go first. */
  readonly urgent?: ReadonlySet<number>;
  /** Between two requests, for a list of so many. */
  readonly spacingMilliseconds?: (repositories: number) => number;
  readonly retryMilliseconds?: number;
}

/** Nothing is known of what happened meanwhile. */
export const everythingMissed: readonly Hint[] = [{ kind: "everything" }, { kind: "missed-texts" }];

/** Resolves when all are requested, or it was ended, or the list is refused for good. Never rejects. */
export async function resync(options: ResyncOptions): Promise<void> {
  const requested = new Set<string>();
  for (;;) {
    const { repositories, pause } = await readList(options);
    const isRequested = await requestEach(options, repositories, requested);
    if (pause === null || !isRequested) break;
    if (!(await waitFor(pause, options.signal))) break;
  }
  options.log.info({ repositories: requested.size }, "resync: every repository is asked for");
}

interface List {
  readonly repositories: readonly InstalledRepository[];
  /** Milliseconds until another try; null where the list is whole, or refused for good. */
  readonly pause: number | null;
}

async function readList(options: ResyncOptions): Promise<List> {
  const { installations, log, signal, urgent = new Set(), retryMilliseconds = 60_000 } = options;
  const repositories: InstalledRepository[] = [];
  const list = (pause: number | null): List => ({
    repositories: repositories.sort((a, b) => compare(a, b, urgent)),
    pause,
  });
  const entries = installations.list()[Symbol.asyncIterator]();
  try {
    for (;;) {
      const entry = await untilEnded(entries.next(), signal);
      if (entry === null || entry.done) return list(null);
      repositories.push(entry.value);
    }
  } catch (error) {
    if (!(error instanceof RetryableError)) {
      const message = "the installations could not be listed; each syncs at its next event";
      log.error({ err: error }, message);
      return list(null);
    }
    const milliseconds = Math.max(retryMilliseconds, error.retryAfterMilliseconds ?? 0);
    log.warn({ err: error, milliseconds }, "the list of installations broke off: read again later");
    return list(milliseconds);
  }
}

function compare(
  a: InstalledRepository,
  b: InstalledRepository,
  urgent: ReadonlySet<number>,
): number {
  const byUrgency = Number(urgent.has(b.id)) - Number(urgent.has(a.id));
  const byActivity =
    Number(b.lastActiveAt > a.lastActiveAt) - Number(a.lastActiveAt > b.lastActiveAt);
  return byUrgency || byActivity;
}

/** More than this wait for nobody: what people do meanwhile must not queue behind the resync. */
const mostDue = 50;
const pauseMilliseconds = 250;

/** False where the queue takes nothing. */
async function requestEach(
  options: ResyncOptions,
  repositories: readonly InstalledRepository[],
  requested: Set<string>,
): Promise<boolean> {
  const { queue, log, signal, urgent, spacingMilliseconds = () => 0 } = options;
  const spacing = spacingMilliseconds(repositories.length);
  try {
    for (const repository of repositories) {
      const key = keyOf(repository);
      if (requested.has(key)) continue;
      if (requested.size > 0 && !urgent?.has(repository.id)) await waitFor(spacing, signal);
      while ((await queue.depth()).due >= mostDue && (await waitFor(pauseMilliseconds, signal)));
      const { installation, owner, name } = repository;
      await queue.request({ installation, owner, name }, everythingMissed);
      requested.add(key);
    }
    return true;
  } catch (error) {
    log.error({ err: error }, "the resync broke off: the queue takes nothing");
    return false;
  }
}

/** False where it was ended. */
async function waitFor(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  if (milliseconds === 0 && !signal.aborted) return true;
  return sleep(milliseconds, true, { signal }).catch(() => false);
}

function keyOf({ installation, owner, name }: RepositoryAddress): string {
  return `${installation}:${owner}/${name}`;
}
