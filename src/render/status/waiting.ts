/** The longest path, and the table of blocked issues and milestones. */
import { waitsFor } from "../../domain/needs.ts";
import type { Plan, PlannedMilestone } from "../../domain/plan.ts";
import { blockedRows, milestoneRow, renderBlockedTable } from "../blocked-table.ts";
import { chainText } from "../chain.ts";
import { plural } from "../count-text.ts";
import { milestoneTitle } from "../names.ts";
import { findRoots, rootsOfMilestones } from "../roots.ts";
import { milestoneLink, type StatusSection } from "./status-section.ts";

export const longestPath: StatusSection = ({ plan, links, limit }, milestone) => {
  const chain = chainText(plan, milestone, links, { withNames: false, limit });
  const steps = milestone.criticalPath.length;
  return chain === "" ? "" : `**Critical path, ${steps} steps:** ${chain}`;
};

export const waiting: StatusSection = (context, milestone) => {
  const { plan, links, limit } = context;
  const roots = findRoots(plan);
  const milestoneRoots = rootsOfMilestones(plan, roots);
  const table = { plan, links, rows: limit, limit, roots, milestoneRoots };
  const { rows, hidden } = blockedRows(table, milestone);
  const milestones = blockedMilestones(plan, milestone);
  const shown = milestones.slice(0, limit).map((other) => milestoneRow(table, other));
  if (rows.length + shown.length === 0) return "";
  const more = hiddenText(milestone, hidden, milestones.length - shown.length);
  return [renderBlockedTable([...rows, ...shown]), ...more].join("\n\n");
};

/** Those behind the shown one first. */
function blockedMilestones(plan: Plan, shown: PlannedMilestone): readonly PlannedMilestone[] {
  const blocked = plan.milestones.filter((other) => other.state === "blocked" && !other.isClosed);
  const behind = new Set(blocked.filter((other) => waitsFor(other, shown)));
  return [...behind, ...blocked.filter((other) => !behind.has(other))];
}

function hiddenText(
  milestone: PlannedMilestone,
  issues: number,
  milestones: number,
): readonly string[] {
  const words = [
    ...(issues > 0 ? [plural(issues, "more blocked issue")] : []),
    ...(milestones > 0 ? [plural(milestones, "more blocked milestone")] : []),
  ];
  if (words.length === 0) return [];
  const page = milestoneLink(`all of ${milestoneTitle(milestone)}`, milestone);
  return [`Not shown: ${words.join(" and ")} (${page}).`];
}
