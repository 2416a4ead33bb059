/** Which version of an edited text has run, where its receipt alone does not tell: pure. */
import { addMinutes } from "../../domain/calendar.ts";
import type { CommandText } from "../../domain/command-text.ts";
import type { Instant } from "../../domain/observation.ts";
import { currentNotebook } from "../compute-plan.ts";
import type { RanText, RepositoryMemory } from "../repository-memory.ts";
import { readRanKey, replyKey } from "./keys.ts";

/** As long as texts are looked for whose events were lost, and some more. */
const keptMinutes = 4 * 24 * 60;
const mostKept = 200;

/**
 * When the newest version of a text was written that is known to have run; null where that is not known. The
 * reply to it tells too, and the notebook of texts that changed something.
 */
export function findRanAt(memory: RepositoryMemory): (text: CommandText) => Instant | null {
  const remembered = new Map(memory.ran.map(({ id, at }) => [id, at]));
  const notebook = currentNotebook(memory);
  return ({ id, key, replies }) => {
    const reply = replies.find(({ body }) => body.includes(replyKey(key)));
    const told = [remembered.get(id), notebook.ran[key], reply ? readRanKey(reply.body) : null];
    const known = told.filter((at) => at !== null && at !== undefined);
    return known.toSorted().at(-1) ?? null;
  };
}

/** With what this run saw to its end: the newest ones. */
export function rememberRan(
  before: readonly RanText[],
  fresh: readonly RanText[],
  now: Instant,
): readonly RanText[] {
  if (fresh.length === 0) return before;
  const ids = new Set(fresh.map(({ id }) => id));
  const since = addMinutes(now, -keptMinutes);
  const kept = before.filter(({ id, at }) => at >= since && !ids.has(id));
  return [...kept, ...fresh].slice(-mostKept);
}
