/** Commands that no event told of: since when texts may hold some, and which, found in GitHub itself. */
import { mayAskForSomething } from "../../commands/invocation.ts";
import { addMinutes } from "../../domain/calendar.ts";
import type { Instant } from "../../domain/observation.ts";
import { findStatusIssue } from "../decide-status.ts";
import type { Hint } from "../hint.ts";
import type { People, RepositoryAddress } from "../ports.ts";
import type { SyncSources } from "../read-sources.ts";

/** GitHub redelivers for as long; what is older, nobody waits for any more. */
const lookBackMinutes = 3 * 24 * 60;

/** Null before the status issue was there: a fresh install obeys no words to another bot. */
export function missedSince({ memory }: SyncSources, now: Instant): Instant | null {
  const startedAt = findStatusIssue(memory.issues)?.createdAt;
  if (startedAt === undefined) return null;
  const oldest = addMinutes(now, -lookBackMinutes);
  return [startedAt, oldest].toSorted().at(-1) ?? oldest;
}

export async function findTextsSince(
  people: People,
  address: RepositoryAddress,
  since: Instant,
): Promise<readonly Hint[]> {
  const ids = await people.textsSince(address, since, mayAskForSomething);
  return ids.map((id) => ({ kind: "text", id }));
}
