/** What became of a closed issue. */
import type { PlannedItem } from "../../domain/plan.ts";
import { safeProse } from "../../render/names.ts";
import type { ThreadContext } from "../command.ts";
import { asSentence } from "../sentence.ts";

export function whyClosed(item: PlannedItem, { links }: Pick<ThreadContext, "links">): string {
  const { number, closedOn, duplicateOf, dropReason } = item;
  const ref = links.ref(number);
  const when = closedOn === null ? "" : `, closed on ${closedOn}`;
  switch (item.resolution) {
    case "duplicate": {
      const original = duplicateOf === null ? "another issue" : links.ref(duplicateOf);
      return `**${ref} is a duplicate of ${original}${when}.** It does not count.`;
    }
    case "dropped": {
      const reason = dropReason === null ? "" : `: ${safeProse(dropReason)}`;
      return `${asSentence(`**${ref} was dropped**${when}${reason}`)} It does not count, and nothing waits for it.`;
    }
    default:
      return `**${ref} is done${when}.** Nothing waits for it any more.`;
  }
}
