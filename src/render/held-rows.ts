/** Rows of the table of what is blocked for issues that somebody has put on hold, and why. */
import type { PlannedItem, PlannedMilestone } from "../domain/plan.ts";
import type { BlockedRow, BlockedTable } from "./blocked-table.ts";
import { assigneesText, named, shortNameOf } from "./names.ts";
import { onHoldText } from "./on-hold-text.ts";

export interface HeldRows {
  readonly rows: readonly BlockedRow[];
  /** Issues on hold that no row speaks of. */
  readonly hidden: number;
}

/** Ascending, at most `room` rows. */
export function heldRows(table: BlockedTable, milestone: PlannedMilestone, room: number): HeldRows {
  const held = milestone.onHold.flatMap((number) => table.plan.items.get(number) ?? []);
  const shown = held.slice(0, Math.max(0, room));
  return { rows: shown.map((item) => heldRow(table, item)), hidden: held.length - shown.length };
}

function heldRow({ plan, links, limit }: BlockedTable, item: PlannedItem): BlockedRow {
  const name = named(links.ref(item.number), shortNameOf(plan, item.number));
  const blockers = links.list(item.openBlockers, limit);
  return [name, [onHoldText(item), ...blockers].join(", "), assigneesText(item.assignees)];
}
