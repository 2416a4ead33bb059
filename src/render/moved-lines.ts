/** What left a milestone as list lines: one per target, one for what was dropped, and below each one per reason. */
import type { Plan, PlannedMilestone } from "../domain/plan.ts";
import { plural } from "./count-text.ts";
import type { Links } from "./links.ts";
import { firstOf, milestoneName, named, safeProse, shortNameOf } from "./names.ts";

interface Leaving {
  readonly number: number;
  readonly because: string | null;
}

/** At most `limit` issues for each target or reason; empty if nothing was moved out. */
export function movedLines(
  plan: Plan,
  milestone: Pick<PlannedMilestone, "moved">,
  links: Links,
  limit: number,
): readonly string[] {
  const targets = Map.groupBy(milestone.moved, (item) => item.to);
  return [...targets].flatMap(([to, items]) => {
    const where = to === null ? "Out of every milestone" : `To ${milestoneName(plan, to)}`;
    return reasonLines(plan, links, limit, headOf(where, items), items);
  });
}

/** The same for what was closed as not planned. */
export function droppedLines(
  plan: Plan,
  milestone: Pick<PlannedMilestone, "dropped">,
  links: Links,
  limit: number,
): readonly string[] {
  if (milestone.dropped.length === 0) return [];
  const items = milestone.dropped.map((number) => ({
    number,
    because: plan.items.get(number)?.dropReason ?? null,
  }));
  return reasonLines(plan, links, limit, headOf("Dropped", items), items);
}

function headOf(where: string, items: readonly Leaving[]): string {
  return `- **${where} (${plural(items.length, "issue")}):**`;
}

function reasonLines(
  plan: Plan,
  links: Links,
  limit: number,
  head: string,
  items: readonly Leaving[],
): readonly string[] {
  const listed = (some: readonly Leaving[]) =>
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

function reasonOf(item: Leaving): string {
  return item.because === null ? "" : safeProse(item.because);
}
