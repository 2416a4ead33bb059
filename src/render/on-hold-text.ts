/** That an issue is on hold, and why. */
import type { PlannedItem } from "../domain/plan.ts";
import { safeProse } from "./names.ts";

/** "on hold", "on hold: the vendor is late". */
export function onHoldText({ holdReason }: Pick<PlannedItem, "holdReason">): string {
  const reason = holdReason === null ? "" : safeProse(holdReason);
  return reason === "" ? "on hold" : `on hold: ${reason}`;
}
