/** A milestone as an argument: its number, title or unique prefix, or what is wrong with it. */
import { findMilestone } from "../domain/milestone-name.ts";
import type { Plan, PlannedMilestone } from "../domain/plan.ts";
import { escapeText } from "../markdown/escape.ts";
import { clipText } from "../markdown/plain-line.ts";
import { milestoneTitle } from "../render/names.ts";
import { mistake, type Reading } from "./command.ts";

const shown = 8;

export function readMilestone(text: string, plan: Plan): Reading<PlannedMilestone> {
  const name = text.trim().replace(/^"(.*)"$/, "$1");
  if (name === "") return mistake(`Name a milestone: ${listOpenMilestones(plan)}.`);
  const match = findMilestone(plan.milestones, name);
  if (match.kind === "found") return { kind: "read", arguments: match.milestone };
  const given = `"${escapeText(clipText(name, 80))}"`;
  if (match.kind === "ambiguous") {
    return mistake(
      `${given} fits several milestones (${listed(match.candidates)}): write more of the title, or the number.`,
    );
  }
  return mistake(`There is no milestone ${given}. Open are: ${listOpenMilestones(plan)}.`);
}

/** "M2 Data, M3 Core", or "none". */
export function listOpenMilestones(plan: Plan): string {
  const open = plan.milestones.filter(({ isClosed }) => !isClosed);
  return open.length === 0 ? "none" : listed(open);
}

function listed(milestones: readonly PlannedMilestone[]): string {
  const names = milestones.slice(0, shown).map(milestoneTitle);
  return milestones.length > shown ? `${names.join(", ")}, …` : names.join(", ");
}
