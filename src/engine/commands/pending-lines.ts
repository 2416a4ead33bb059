/**
 * Which lines of a text are still to be run: pure, from what GitHub says of it. A reaction of Milepost's is
 * the receipt of all that stood there before; of an edited text only what the edit added runs.
 */
import { findInvocations, type Invocation } from "../../commands/invocation.ts";
import type { CommandText } from "../../domain/command-text.ts";
import type { Instant } from "../../domain/observation.ts";

export interface PendingLines {
  /** To be run, in order. */
  readonly fresh: readonly Invocation[];
  /** Stood there before and stand there still: they have run. */
  readonly standing: readonly Invocation[];
  /** When the fresh lines were given. */
  readonly givenAt: Instant;
}

/** Null where there is nothing to do. `startedAt`: Milepost obeys nothing that was said before. */
export function findPendingLines(
  text: CommandText,
  prefix: string,
  startedAt: Instant | null,
): PendingLines | null {
  const givenAt = text.lastEditedAt ?? text.createdAt;
  const seenAt = latest(text.receipt?.at ?? null, beforeStart(text, startedAt));
  if (seenAt !== null && isSeen(text, givenAt, seenAt)) return null;
  const all = findInvocations(text.text, prefix);
  const before = seenAt === null ? [] : findInvocations(textAt(text, seenAt), prefix);
  const { fresh, standing } = subtract(all, before);
  const hasChanged = fresh.length > 0 || (text.receipt !== null && before.length > 0);
  return hasChanged ? { fresh, standing, givenAt } : null;
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

/** A line that stands there twice has to be there twice before to be an old one both times. */
function subtract(all: readonly Invocation[], before: readonly Invocation[]) {
  const left = before.map(({ source }) => source);
  const fresh: Invocation[] = [];
  const standing: Invocation[] = [];
  for (const invocation of all) {
    const index = left.indexOf(invocation.source);
    if (index < 0) fresh.push(invocation);
    else {
      standing.push(invocation);
      left.splice(index, 1);
    }
  }
  return { fresh, standing };
}

function latest(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}
