/** The plan of a repository, read with a person's token and written nowhere. */
import { systemClock } from "../../app/system-clock.ts";
import { createMemoryCache } from "../../backends/memory/memory-cache.ts";
import { dayOf } from "../../domain/calendar.ts";
import type { Plan } from "../../domain/plan.ts";
import { computePlan, currentNotebook } from "../../engine/compute-plan.ts";
import type { RepositoryAddress } from "../../engine/ports.ts";
import { readSources } from "../../engine/read-sources.ts";
import type { GithubAccess } from "../github-access.ts";

/** Throws what reading throws. */
export async function readPlan(
  address: RepositoryAddress,
  { reader }: Pick<GithubAccess, "reader">,
): Promise<Plan> {
  const ports = { reader, cache: createMemoryCache() };
  const sources = await readSources(ports, address, [{ kind: "everything" }]);
  const today = dayOf(systemClock.now(), sources.config.timezone);
  return computePlan(sources, currentNotebook(sources.memory), today);
}
