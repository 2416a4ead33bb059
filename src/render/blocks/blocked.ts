/** What waits, for what, and who can free it. */
import { waitsFor } from "../../domain/needs.ts";
import type { PlannedMilestone } from "../../domain/plan.ts";
import {
  type Block,
  type BlockContext,
  cellWordsShown,
  linesShown,
  moreLine,
  renderMilestones,
} from "../block.ts";
import {
  type BlockedTable,
  blockedRows,
  milestoneRow,
  renderBlockedTable,
} from "../blocked-table.ts";
import { heldRows } from "../held-rows.ts";
import { findRoots, rootsOfMilestones } from "../roots.ts";

export const blocked: Block = {
  name: "blocked",
  summary: "What is blocked or on hold, what it waits for, and who can free it.",
  kind: "block",
  options: [],
  example: '<!-- milepost:blocked milestone="M2 Data Foundations" -->',
  render(context) {
    const { plan, links } = context;
    const roots = findRoots(plan);
    const milestoneRoots = rootsOfMilestones(plan, roots);
    const table = { plan, links, roots, milestoneRoots, rows: linesShown, limit: cellWordsShown };
    return renderMilestones(
      context,
      (milestone) => blockedOf(context, table, milestone),
      "Nothing is blocked.",
    );
  },
};

function blockedOf(
  { plan }: BlockContext,
  table: BlockedTable,
  milestone: PlannedMilestone,
): string {
  const waiting = plan.milestones.filter((other) =>
    other.number === milestone.number ? other.state === "blocked" : waitsFor(other, milestone),
  );
  const { rows, hidden } = blockedRows(table, milestone);
  const held = heldRows(table, milestone, linesShown - rows.length);
  const all = [...rows, ...held.rows, ...waiting.map((other) => milestoneRow(table, other))];
  if (all.length === 0) return "";
  const more = moreLine(milestone, hidden + held.hidden);
  return more === "" ? renderBlockedTable(all) : `${renderBlockedTable(all)}\n\n${more}`;
}
