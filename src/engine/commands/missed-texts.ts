/** Commands whose events were lost: texts of the last days that may hold some, found in GitHub itself. */
import { mayAskForSomething } from "../../commands/invocation.ts";
import { addMinutes } from "../../domain/calendar.ts";
import { findStatusIssue } from "../decide-status.ts";
import type { Hint } from "../hint.ts";
import type { Clock, People, RepositoryAddress } from "../ports.ts";
import type { SyncSources } from "../read-sources.ts";

/** GitHub redelivers for as long; what is older, nobody waits for any more. */
const lookBackMinutes = 3 * 24 * 60;

/** None before the status issue was there: a fresh install obeys no words to another bot. */
export async function findMissedTexts(
  { people, clock }: { readonly people: People; readonly clock: Clock },
  address: RepositoryAddress,
  { memory }: SyncSources,
): Promise<readonly Hint[]> {
  const startedAt = findStatusIssue(memory.issues)?.createdAt;
  if (startedAt === undefined) return [];
  const oldest = addMinutes(clock.now(), -lookBackMinutes);
  const [, since = oldest] = [startedAt, oldest].sort();
  const ids = await people.textsSince(address, since, mayAskForSomething);
  return ids.map((id) => ({ kind: "text", id }));
}
