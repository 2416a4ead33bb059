/**
 * Blockers in other repositories that the person may not read: Milepost, which may, must not tell by its
 * success that they exist.
 */
import type { PlanEdit } from "../../domain/plan-edit.ts";
import { type ForeignReference, splitForeign } from "../../domain/reference.ts";
import type { People, RepositoryAddress } from "../ports.ts";

/** The first of them; null where there is none. */
export async function findOutOfSight(
  people: People,
  { installation }: RepositoryAddress,
  login: string,
  edits: readonly PlanEdit[],
): Promise<ForeignReference | null> {
  for (const reference of new Set(edits.flatMap(foreignBlocker))) {
    const [owner = "", name = ""] = splitForeign(reference)[0].split("/");
    const access = await people.accessOf({ installation, owner, name }, login);
    if (access === "none") return reference;
  }
  return null;
}

function foreignBlocker(edit: PlanEdit): readonly ForeignReference[] {
  return edit.kind === "add-blocker" && typeof edit.blocker === "string" ? [edit.blocker] : [];
}
