/**
 * Comments on closed blockers what they have freed: once for each closing. The comment carries a hidden
 * key and is looked for before it is made; what is known to be told is remembered, which only saves calls.
 */
import type { Plan } from "../../domain/plan.ts";
import { renderFreedNotice } from "../../render/freed-notice.ts";
import { findStatusIssue } from "../decide-status.ts";
import { RefusedError } from "../errors.ts";
import type { ChangeApplier, Clock, Log, RepositoryAddress, RepositoryReader } from "../ports.ts";
import type { RepositoryMemory } from "../repository-memory.ts";
import { type FreedNotice, findFreed } from "./freed-issues.ts";

export interface NoticePorts {
  readonly reader: RepositoryReader;
  readonly applier: ChangeApplier;
  readonly clock: Clock;
  readonly log: Log;
}

export interface Told {
  /** Keys of the notices that stand in GitHub. */
  readonly told: readonly string[];
  readonly written: readonly string[];
  /** Until the next notice is due; null where none is. */
  readonly nextInMilliseconds: number | null;
}

export async function tellFreed(
  ports: NoticePorts,
  address: RepositoryAddress,
  memory: RepositoryMemory,
  plan: Plan,
): Promise<Told> {
  const startedAt = findStatusIssue(memory.issues)?.createdAt;
  if (startedAt === undefined) return { told: [], written: [], nextInMilliseconds: null };
  const question = { plan, issues: memory.issues, startedAt, now: ports.clock.now() };
  const { due, nextInMilliseconds } = findFreed(question);
  const told: string[] = [];
  const written: string[] = [];
  for (const notice of due) {
    const key = keyOf(notice);
    if (!memory.told.includes(key) && (await tell(ports, address, plan, notice))) {
      written.push("commented");
    }
    told.push(key);
  }
  return { told, written, nextInMilliseconds };
}

/** Whether a comment was made. A locked issue takes none. */
async function tell(
  { reader, applier, log }: NoticePorts,
  address: RepositoryAddress,
  plan: Plan,
  notice: FreedNotice,
): Promise<boolean> {
  const { id, number } = notice.blocker;
  const key = keyOf(notice);
  const present = await reader.readOwnComments(address, id, notice.closedAt);
  if (present.some((body) => body.includes(key))) return false;
  const body = `${renderFreedNotice(plan, notice.freed)}\n\n${key}`;
  try {
    await applier.apply(address, { kind: "add-comment", issueId: id, body });
    return true;
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    log.info({ issue: number, err: error }, "what was freed could not be told");
    return false;
  }
}

function keyOf({ blocker, closedAt }: FreedNotice): string {
  return `<!-- milepost-freed ${blocker.number} ${closedAt} -->`;
}
