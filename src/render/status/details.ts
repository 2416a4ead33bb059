/** The folded part: groups, scope that moved, risks, and every milestone's count. */
import type { GroupCount, PlannedMilestone } from "../../domain/plan.ts";
import { renderTable } from "../../markdown/table.ts";
import { countText, fractionText, isComplete } from "../count-text.ts";
import { shortMilestoneName } from "../milestone-needs.ts";
import { droppedLines, movedLines } from "../moved-lines.ts";
import { groupName, limited, milestoneTitle } from "../names.ts";
import { riskSentence } from "../risk-sentence.ts";
import type { StatusContext } from "./status-section.ts";

/** `milestone` is the one shown in full, if there is one. */
export function renderDetails(context: StatusContext, milestone: PlannedMilestone | null): string {
  const parts = [
    ...(milestone ? milestoneParts(context, milestone) : []),
    { word: "milestones", text: milestoneTable(context) },
  ].filter((part) => part.text !== "");
  if (parts.length === 0) return "";
  const summary = parts.map((part) => part.word).join(", ");
  return [
    `<details><summary>${summary.charAt(0).toUpperCase()}${summary.slice(1)}</summary>`,
    ...parts.map((part) => part.text),
    "</details>",
  ].join("\n\n");
}

function milestoneParts(context: StatusContext, milestone: PlannedMilestone) {
  const { plan, links, limit } = context;
  const risks = milestone.riskFlags
    .filter((flag) => flag.kind !== "overdue")
    .slice(0, limit)
    .map((flag) => `- ${riskSentence(plan, milestone, links, flag)}`);
  return [
    { word: "groups", text: groupTables(context, milestone) },
    { word: "risks", text: risks.join("\n") },
    { word: "scope", text: scopeText(context, milestone) },
  ];
}

/** What left the milestone, and why. */
function scopeText({ plan, links, limit }: StatusContext, milestone: PlannedMilestone): string {
  const moved = movedLines(plan, milestone, links, limit);
  const dropped = droppedLines(plan, milestone, links, limit);
  if (moved.length + dropped.length === 0) return "";
  const head = dropped.length === 0 ? "Moved out" : "No longer in it";
  const isUnexplained = milestone.moved.every(({ because }) => because === null);
  const reasons = moved.length > 0 && isUnexplained ? ", without a reason for any move" : "";
  return [`${head}${reasons}:`, "", ...moved, ...dropped].join("\n");
}

/** Two groups a row, so that the table stays short. */
function groupTables(context: StatusContext, milestone: PlannedMilestone): string {
  const byDimension = Map.groupBy(milestone.groups, (group) => group.dimension);
  return [...byDimension]
    .map(([dimension, groups]) => groupTable(context, dimension, groups))
    .join("\n\n");
}

function groupTable(
  { plan, limit }: StatusContext,
  dimension: string,
  groups: readonly GroupCount[],
): string {
  const cells = groups
    .slice(0, 2 * limit)
    .map((group) => [
      groupName(group.name),
      `${fractionText(group.count, plan.unit)}${tick(group)}`,
    ]);
  const half = Math.ceil(cells.length / 2);
  const rows = cells.slice(0, half).map((left, index) => {
    const right = cells[half + index];
    return right ? [...left, "", ...right] : left;
  });
  const name = groupName(dimension.charAt(0).toUpperCase() + dimension.slice(1));
  const header = [{ text: name }, { text: "Done", align: "right" as const }];
  const isWide = cells.length > 1;
  const rest = groups.length - cells.length;
  const table = renderTable(isWide ? [...header, { text: "" }, ...header] : header, rows).trimEnd();
  return rest > 0 ? `${table}\n\nAnd ${rest} more.` : table;
}

function tick(group: GroupCount): string {
  return isComplete(group.count) ? " ✓" : "";
}

function milestoneTable(context: StatusContext): string {
  const { plan, limit } = context;
  if (plan.milestones.length === 0) return "";
  const shown = plan.milestones.slice(0, shownMilestones(limit));
  const rows = shown.map((milestone) => [
    milestoneTitle(milestone),
    countText(milestone.count, plan.unit),
    stateText(context, milestone),
  ]);
  const header = [
    { text: "Milestone" },
    { text: "Done", align: "right" as const },
    { text: "State" },
  ];
  const table = renderTable(header, rows).trimEnd();
  const rest = plan.milestones.length - shown.length;
  return rest > 0 ? `${table}\n\nAnd [${rest} more](../milestones).` : table;
}

/** A milestone's count is one short row, so more of them fit than of anything else. */
function shownMilestones(limit: number): number {
  return 5 * limit;
}

function stateText(context: StatusContext, milestone: PlannedMilestone): string {
  const words = [
    ...(milestone.isClosed ? ["closed"] : []),
    workText(context, milestone),
    ...(milestone.dueOn !== null && !milestone.isClosed ? [`due ${milestone.dueOn}`] : []),
  ];
  return words.join(", ");
}

function workText({ plan, links, limit }: StatusContext, milestone: PlannedMilestone): string {
  if (milestone.counted.length === 0) return "empty";
  if (milestone.state === "complete") return "complete";
  if (milestone.state === "open") return milestone.isClosed ? "not complete" : "open";
  const names = milestone.needs.milestones.map((number) => shortMilestoneName(plan, number));
  const words = [...links.list(milestone.needs.named, limit), ...limited(names, limit)];
  return `waits for ${words.join(", ")}`;
}
