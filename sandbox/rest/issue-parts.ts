/** Labels and milestones as a body names them for an issue. */
import { createLabel } from "../world/labels.ts";
import type { Account, Repository } from "../world/model.ts";
import { WorldError } from "../world/world-error.ts";
import type { WorldState } from "../world/world-state.ts";

/** REST makes labels it does not know when an issue asks for them. */
export function ensureLabels(
  state: WorldState,
  actor: Account,
  repository: Repository,
  names: readonly string[],
): void {
  for (const name of names) {
    if (!repository.labels.has(name.toLowerCase())) createLabel(state, actor, repository, { name });
  }
}

/** The number, if the repository has that milestone; throws 422 otherwise. */
export function existingMilestone(
  repository: Repository,
  number: number | undefined,
): number | undefined {
  if (number !== undefined && !repository.milestones.has(number)) {
    const entry = { resource: "Issue", field: "milestone", code: "invalid", value: number };
    throw new WorldError("unprocessable", "Validation Failed", [entry]);
  }
  return number;
}
