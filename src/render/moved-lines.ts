/** What left a milestone as list lines: one per target, and below it one per reason. */
import type { MovedItem, Plan, PlannedMilestone } from "../domain/plan.ts";
import { plural } from "./count-text.ts";
import type { Links } from "./links.ts";
import { firstOf, milestoneName, named, safeProse, shortNameOf } from "./names.ts";

/** At most `limit` issues for each target or reason; empty if nothing left. */
export function movedLines(
  plan: Plan,
  milestone: Pick<PlannedMilestone, "moved">,
  links: Links,
  limit: number,
): readonly string[] {
  const targets = Map.groupBy(milestone.moved, (item) => item.to);
  return [...targets].flatMap(([to, items]) => {
    const where = to === null ? "Out of every milestone" : `To ${milestoneName(plan, to)}`;
    const head = `- **${where} (${plural(items.length, "issue")}):**`;
    return reasonLines(plan, links, limit, head, items);
  });
}

function reasonLines(
  plan: Plan,
  links: Links,
  limit: number,
  head: string,
  items: readonly MovedItem[],
): readonly string[] {
  const listed = (some: readonly MovedItem[]) =>
    firstOf(some, limit, ({ number }) => named(links.ref(number), shortNameOf(plan, number))).join(
      ", ",
    );
  const reasons = [...Map.groupBy(items, (item) => reasonOf(item))];
  if (reasons.every(([reason]) => reason === "")) return [`${head} ${listed(items)}`];
  const lines = reasons
    .sort(([a], [b]) => Number(a === "") - Number(b === ""))
    .map(([reason, some]) =>
      reason === "" ? `  - ${listed(some)}` : `  - ${listed(some)}: because ${reason}`,
    );
  return [head, ...lines];
}

function reasonOf(item: MovedItem): string {
  return item.because === null ? "" : safeProse(item.because);
}
