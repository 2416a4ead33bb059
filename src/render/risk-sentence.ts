/** Each kind of risk flag as a plain sentence. */
import type { Plan, PlannedMilestone, RiskFlag } from "../domain/plan.ts";
import type { IssueReference } from "../domain/reference.ts";
import { plural } from "./count-text.ts";
import type { Links } from "./links.ts";
import { groupName, joinWords, limited, milestoneName, shortNameOf } from "./names.ts";

const shown = 10;
const sizesShown = 12;

export function riskSentence(
  plan: Plan,
  milestone: PlannedMilestone,
  links: Links,
  flag: RiskFlag,
): string {
  switch (flag.kind) {
    case "milestone-blocker": {
      const blocked = limited(
        flag.milestones.map((number) => milestoneName(plan, number)),
        shown,
      );
      const item = withName(plan, links, flag.item);
      return `**Blocks a milestone:** ${joinWords(blocked)} cannot start before ${item} is closed.`;
    }
    case "zero-progress":
      return `**No progress:** none of the ${plural(flag.total, "issue")} of ${groupName(flag.group)} is closed.`;
    case "focused-scope":
      return `**One focus:** ${flag.open} of the ${plural(flag.of, "open issue")}${milestone.trackers.length > 0 ? ", epics aside," : ""} are ${groupName(flag.group)}.`;
    case "sequential": {
      const then = links.list(flag.then, shown).join(", ");
      return `**In sequence:** ${then} cannot start before ${withName(plan, links, flag.first)} is closed.`;
    }
    case "length":
      return `**Long chain:** ${lengthText(flag.sizes)}.`;
    case "overdue":
      return `**Overdue:** ${overdueText(milestone, flag.dueOn)}.`;
  }
}

/** "it was due on 2025-11-01, and 11 issues are open". No number of days: it would change daily. */
export function overdueText(milestone: PlannedMilestone, dueOn: string): string {
  const open = milestone.remaining.length;
  return `it was due on ${dueOn}, and ${plural(open, "issue")} ${open === 1 ? "is" : "are"} open`;
}

function lengthText(sizes: readonly number[]): string {
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const terms = limited(sizes.map(String), sizesShown).join(" + ");
  return `${plural(all, "issue")} must be done in ${plural(sizes.length, "step")}, ${terms}`;
}

function withName(plan: Plan, links: Links, reference: IssueReference): string {
  const name = shortNameOf(plan, reference);
  return name === null ? links.ref(reference) : `${links.ref(reference)} (${name})`;
}
