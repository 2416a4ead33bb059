/** The engine's job with GitHub's adapters around it. */
import type { Clock, Job, Log, RepositoryCache, Selections } from "../engine/ports.ts";
import { createSyncJob } from "../engine/sync-job.ts";
import type { SyncPorts } from "../engine/sync-ports.ts";
import { createChangeApplier } from "../github/apply-change.ts";
import { createBotIdReader } from "../github/bot-id.ts";
import type { OctokitFor } from "../github/octokit.ts";
import { createPeople } from "../github/people.ts";
import { createPullRequestReader } from "../github/pull-request-reader.ts";
import { createRepositoryReader } from "../github/repository-reader.ts";
import { measureJob, measureWrites, resultOf } from "./measured-sync.ts";
import type { Metrics } from "./metrics.ts";

export interface JobParts {
  readonly slug: string;
  readonly octokitFor: OctokitFor;
  readonly cache: RepositoryCache;
  readonly selections: Selections;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly onSynced: NonNullable<SyncPorts["onSynced"]>;
  /** Overrides the configuration of every repository. */
  readonly commitIntervalMinutes?: number;
}

export function createJob(parts: JobParts): Job {
  const { slug, octokitFor, metrics, clock, commitIntervalMinutes } = parts;
  const { cache, selections, log } = parts;
  const ports: SyncPorts = {
    reader: createRepositoryReader({ octokitFor, readBotId: createBotIdReader(slug) }),
    applier: measureWrites(createChangeApplier(octokitFor), metrics),
    people: createPeople({ octokitFor, clock }),
    pullRequests: createPullRequestReader(octokitFor),
    ...{ cache, selections, clock, log },
    onCommand: metrics.command,
    onSynced(address, report) {
      metrics.sync(resultOf(report));
      parts.onSynced(address, report);
    },
  };
  return measureJob(createSyncJob(ports, { commitIntervalMinutes }), metrics);
}
