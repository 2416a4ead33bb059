/** The plan that a document is adopted into: that of the repository, as it is now. */
import { systemClock } from "../../app/system-clock.ts";
import { createMemoryCache } from "../../backends/memory/memory-cache.ts";
import { configPath } from "../../config/settings-file.ts";
import { type Day, dayOf } from "../../domain/calendar.ts";
import { findMilestone } from "../../domain/milestone-name.ts";
import type { Plan, PlannedMilestone } from "../../domain/plan.ts";
import { computePlan, currentNotebook } from "../../engine/compute-plan.ts";
import type { RepositoryAddress } from "../../engine/ports.ts";
import { readSources, type SyncSources } from "../../engine/read-sources.ts";
import type { GithubAccess } from "../github-access.ts";
import { InputError } from "../input-error.ts";

export interface RepositoryPlan {
  readonly sources: SyncSources;
  readonly plan: Plan;
  readonly today: Day;
}

/** Throws an InputError where the settings are wrong. */
export async function readRepositoryPlan(
  address: RepositoryAddress,
  { reader }: Pick<GithubAccess, "reader">,
): Promise<RepositoryPlan> {
  const ports = { reader, cache: createMemoryCache() };
  const sources = await readSources(ports, address, [{ kind: "everything" }]);
  const [error] = sources.configErrors;
  if (error) {
    const place = `${error.file ?? configPath}, line ${error.line}`;
    throw new InputError(`${place}: ${error.message} Correct it first.`);
  }
  const today = dayOf(systemClock.now(), sources.config.timezone);
  return { sources, plan: computePlan(sources, currentNotebook(sources.memory), today), today };
}

/** By number, title or prefix; without a name the only open one, else none. Throws an InputError. */
export function milestoneOf(
  { milestones }: Plan,
  name: string | undefined,
): PlannedMilestone | null {
  if (name === undefined) {
    const open = milestones.filter(({ isClosed }) => !isClosed);
    return open.length === 1 ? (open[0] ?? null) : null;
  }
  const match = findMilestone(milestones, name);
  if (match.kind === "found") return match.milestone;
  const titles = milestones.map(({ title }) => `"${title}"`).join(", ");
  const what = match.kind === "unknown" ? "is no milestone" : "fits several milestones";
  throw new InputError(`"${name}" ${what}. Give --milestone one of: ${titles}.`);
}
