/**
 * Which lines of a text are still to be run: pure, from what GitHub says of it. A reaction of Milepost's is
 * the receipt of what stood there before; of an edited text only what the edit added runs.
 *
 * A run reads the text some time before it sets its reaction. What an edit added in between has not run, and a
 * process that dies right then tells nobody. So a receipt is sure only of what stood there that time before it,
 * unless it is known which version has run. What is not sure runs again, as given when it was added.
 */
import { findInvocations, type Invocation } from "../../commands/invocation.ts";
import { addMinutes, addSeconds } from "../../domain/calendar.ts";
import type { CommandText } from "../../domain/command-text.ts";
import type { Instant } from "../../domain/observation.ts";
import { type FormerPlace, findFormerPlaces, subtract } from "./fresh-lines.ts";

export interface PendingLines {
  /** To be run, in order. */
  readonly fresh: readonly Invocation[];
  /** Stood there before and stand there still: they have run. */
  readonly standing: readonly Invocation[];
  /** When the fresh lines were given. */
  readonly givenAt: Instant;
  /** Fresh ones that stood there before the receipt, too: when they were given. */
  readonly doubtful: ReadonlyMap<Invocation, Instant>;
  /** Where fresh ones stood in versions of which nobody knows whether they have run, oldest first. */
  readonly formerPlaces: ReadonlyMap<Invocation, readonly FormerPlace[]>;
}

/** Longer than any run takes from its reading of a text to its reaction. */
const runMinutes = 10;

/**
 * Null where there is nothing to do. `startedAt`: Milepost obeys nothing that was said before. `ranAt`: when
 * the newest version was written that is known to have run.
 */
export function findPendingLines(
  text: CommandText,
  prefix: string,
  startedAt: Instant | null,
  ranAt: Instant | null,
): PendingLines | null {
  const givenAt = text.lastEditedAt ?? text.createdAt;
  const seenAt = latest(findSureAt(text, ranAt), beforeStart(text, startedAt));
  if (seenAt !== null && isSeen(text, givenAt, seenAt)) return null;
  const all = findInvocations(text.text, prefix);
  const before = seenAt === null ? [] : findInvocations(textAt(text, seenAt), prefix);
  const { fresh, standing } = subtract(all, before);
  const hasChanged = fresh.length > 0 || (text.receipt !== null && before.length > 0);
  if (!hasChanged) return null;
  const unsure = text.versions.filter(({ at }) => seenAt === null || at >= seenAt);
  return {
    ...{ fresh, standing, givenAt },
    doubtful: findDoubtful(text, prefix, fresh, seenAt),
    formerPlaces: findFormerPlaces(fresh, before, unsure, prefix),
  };
}

/** What stood in the text before this instant has run for sure; null where nothing has. */
function findSureAt(
  { receipt, versions, createdAt, lastEditedAt }: CommandText,
  ranAt: Instant | null,
): Instant | null {
  if (receipt === null) return null;
  // Whatever the receipt's date: another bot's may be taken for ours, and a run may take less than a second.
  const known = ranAt === null ? null : addSeconds(ranAt, 1);
  const longBefore = addMinutes(receipt.at, -runMinutes);
  const isSure = lastEditedAt === null || lastEditedAt < longBefore || ranAt === lastEditedAt;
  if (isSure) return latest(receipt.at, known);
  // Whatever ran has read the text as it was first written at least; of one second nobody can tell which it was.
  const isFirstTold = versions[0]?.at === createdAt && versions[1]?.at !== createdAt;
  const first = isFirstTold ? addSeconds(createdAt, 1) : null;
  return [longBefore, first, known].reduce(latest, null);
}

function findDoubtful(
  { receipt, versions }: CommandText,
  prefix: string,
  fresh: readonly Invocation[],
  sureAt: Instant | null,
): PendingLines["doubtful"] {
  const doubtful = new Map<Invocation, Instant>();
  for (const { at, text } of versions) {
    if (at < (sureAt ?? "") || at >= (receipt?.at ?? "")) continue;
    const stood = new Set(findInvocations(text, prefix).map(({ source }) => source));
    for (const invocation of fresh) {
      if (stood.has(invocation.source) && !doubtful.has(invocation)) doubtful.set(invocation, at);
    }
  }
  return doubtful;
}

/** Dates are of whole seconds: an edit in the second of its receipt may have come after it. */
function isSeen(
  { receipt, lastEditedAt }: CommandText,
  givenAt: Instant,
  seenAt: Instant,
): boolean {
  if (receipt !== null && lastEditedAt === null) return true;
  return givenAt < seenAt;
}

function beforeStart({ createdAt }: CommandText, startedAt: Instant | null): Instant | null {
  return startedAt !== null && createdAt < startedAt ? startedAt : null;
}

/** As it was just before an instant; empty where GitHub tells no earlier text. */
function textAt({ versions }: CommandText, at: Instant): string {
  return versions.findLast((version) => version.at < at)?.text ?? "";
}

function latest(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}
