/** The plan of a repository as a sync would compute it; nothing is written. */
import { systemClock } from "../../app/system-clock.ts";
import { createMemoryCache } from "../../backends/memory/memory-cache.ts";
import type { Plan } from "../../domain/plan.ts";
import type { RepositoryAddress } from "../../engine/ports.ts";
import { createSyncJob } from "../../engine/sync-job.ts";
import type { GithubAccess } from "../github-access.ts";
import { InputError } from "../input-error.ts";
import { quietLog } from "../quiet-log.ts";

/** Throws what reading throws, and an InputError where there is nothing to compare with. */
export async function readPlan(
  address: RepositoryAddress,
  { reader, applier }: GithubAccess,
  print: (line: string) => void,
): Promise<Plan> {
  const plans: (Plan | null)[] = [];
  const ports = {
    ...{ reader, applier, cache: createMemoryCache(), clock: systemClock, log: quietLog(print) },
    onSynced: (_address: RepositoryAddress, report: { readonly plan: Plan | null }) =>
      plans.push(report.plan),
  };
  await createSyncJob(ports, { observe: true })(address, [{ kind: "everything" }]);
  const [plan] = plans;
  if (plan && plan.items.size > 0) return plan;
  throw new InputError(
    `${address.owner}/${address.name} has no plan to compare with: it is archived, has no issues, or its status issue is closed. Leave --repository out to check the documents against themselves.`,
  );
}
