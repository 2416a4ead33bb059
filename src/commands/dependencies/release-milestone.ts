/** A milestone that is to wait for an issue no more. */
import type { PlannedMilestone } from "../../domain/plan.ts";
import type { PlanEdit } from "../../domain/plan-edit.ts";
import { removeNeed } from "../../facts/edit-needs.ts";
import { codeSpan } from "../../markdown/code-span.ts";
import { milestoneName, milestoneTitle } from "../../render/names.ts";
import type { CommandContext } from "../command.ts";

/** What came of a part of the request. */
export interface Release {
  readonly edits: readonly PlanEdit[];
  /** What could not be done, and why. */
  readonly refusals: readonly string[];
  /** What was so already. */
  readonly already: readonly string[];
}

export function releaseMilestone(milestone: PlannedMilestone, context: CommandContext): Release {
  const { issue, plan, links, needsOf } = context;
  const name = `**${milestoneTitle(milestone)}**`;
  const ref = links.ref(issue.number);
  const needs = needsOf(milestone.number);
  if (needs === null || !milestone.needsIssues.includes(issue.number)) {
    return notNamed(milestone, context);
  }
  const { repository, milestones } = plan;
  const removal = removeNeed(needs, issue.number, { repository, milestones });
  if (removal.kind === "not-alone") {
    const says = `${name} does not name ${ref} by itself: its description says ${codeSpan(`Needs: ${needs}`)}. Change that line there.`;
    return { edits: [], refusals: [says], already: [] };
  }
  const edit = { kind: "set-needs", milestone: milestone.number, needs: removal.needs } as const;
  return { edits: [edit], refusals: [], already: [] };
}

/** It may wait for the issue all the same, by way of a milestone that it needs. */
function notNamed(milestone: PlannedMilestone, { issue, plan, links }: CommandContext): Release {
  const name = `**${milestoneTitle(milestone)}**`;
  const ref = links.ref(issue.number);
  const between = milestone.needsMilestones.find((number) => number === issue.milestone);
  if (between === undefined) {
    return {
      edits: [],
      refusals: [],
      already: [`${name} does not name ${ref} in its \`Needs:\`.`],
    };
  }
  const says = `${name} waits for all of **${milestoneName(plan, between)}**, where ${ref} is: move ${ref}, or change \`Needs:\` in the description of ${name}.`;
  return { edits: [], refusals: [says], already: [] };
}
