/** What people noted about issues, as lines of a list. */
import type { Plan, PlannedItem } from "../domain/plan.ts";
import type { Links } from "./links.ts";
import { firstOf, named, safeProse, shortNameOf } from "./names.ts";

type Noted = Pick<PlannedItem, "note">;

/** "Note: talk to Ada first"; empty where nothing is noted. */
export function noteText(item: Noted): string {
  const note = noteOf(item);
  return note === "" ? "" : `Note: ${note}`;
}

/** An entry below an issue's own, with the line break before it; empty where nothing is noted. */
export function noteBelow(item: Noted): string {
  const note = noteText(item);
  return note === "" ? "" : `\n    - ${note}`;
}

/** "- #12 its name: talk to Ada first", for those that have a note; at most `limit`. */
export function noteLines(
  plan: Plan,
  items: readonly PlannedItem[],
  links: Links,
  limit: number,
): readonly string[] {
  const noted = items.filter((item) => noteOf(item) !== "");
  return firstOf(noted, limit, (item) => {
    const name = named(links.ref(item.number), shortNameOf(plan, item.number));
    return `${name}: ${noteOf(item)}`;
  }).map((line) => `- ${line}`);
}

function noteOf({ note }: Noted): string {
  return note === null ? "" : safeProse(note);
}
