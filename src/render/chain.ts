/** The critical path in one line: `#408 → (#404-407) → #410 → #409`. */
import type { Level, Plan, PlannedMilestone } from "../domain/plan.ts";
import type { IssueReference } from "../domain/reference.ts";
import type { Links } from "./links.ts";
import { findItem, firstOf, milestoneName, named, shortNameOf } from "./names.ts";

export interface ChainStyle {
  readonly withNames: boolean;
  /** At most this many steps, and this many issues in each. */
  readonly limit: number;
}

/** Empty where no open issue waits for another: then there is no chain. */
export function chainText(
  plan: Plan,
  milestone: PlannedMilestone,
  links: Links,
  style: ChainStyle,
): string {
  const levels = milestone.criticalPath;
  if (levels.length < 2) return "";
  const steps = levels
    .slice(0, style.limit)
    .map((level) => stepText(plan, milestone, links, style, level));
  const rest = levels.length - steps.length;
  return [...steps, ...(rest > 0 ? [`… ${rest} more`] : [])].join(" → ");
}

function stepText(
  plan: Plan,
  milestone: PlannedMilestone,
  links: Links,
  style: ChainStyle,
  level: Level,
): string {
  const isHere = (member: IssueReference) => findItem(plan, member)?.milestone === milestone.number;
  const here = level.members.filter(isHere);
  const elsewhere = level.members.filter((member) => !isHere(member));
  const inner = style.withNames
    ? firstOf(here, style.limit, (one) => named(links.ref(one), shortNameOf(plan, one)))
    : links.list(here, style.limit);
  const outer = firstOf(elsewhere, style.limit, (one) => `${links.ref(one)} ${placeOf(plan, one)}`);
  const words = [...inner, ...outer].join(", ");
  return level.members.length > 1 ? `(${words})` : words;
}

function placeOf(plan: Plan, member: IssueReference): string {
  const item = findItem(plan, member);
  if (!item) return "(elsewhere)";
  return item.milestone === null
    ? "(in no milestone)"
    : `(in ${milestoneName(plan, item.milestone)})`;
}
