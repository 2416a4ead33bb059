/**
 * The Octokit that everything here uses: Probot's, with two habits changed. Reads are not slowed, only
 * writes are spaced (pacing.ts); and what fails in a write is not sent again blindly, because the first
 * try may have arrived. Answers are read in full (fetch-in-full.ts).
 */
import { ProbotOctokit } from "probot";
import { fetchInFull, inFull } from "./fetch-in-full.ts";
import { createPacing, type PacingSettings } from "./pacing.ts";
import { translateError } from "./translate-error.ts";

export type Octokit = InstanceType<typeof ProbotOctokit>;

/** A client with the rights of one installation. */
export type OctokitFor = (installation: number) => Promise<Octokit>;

export interface OctokitSettings extends PacingSettings {
  /** Least time from one write of an installation to the next; GitHub asks for 1000. */
  readonly writeIntervalMilliseconds?: number;
  /** How often a read that met a 5xx or a dropped connection is sent again at once. */
  readonly readRetries?: number;
  /** Unit of the waits between those tries, which are 1 and 4 of it. */
  readonly retryUnitMilliseconds?: number;
  readonly fetch?: typeof fetch;
}

interface ClientOptions {
  readonly throttle?: object;
  readonly request?: object;
}

/** Nothing gets better at once; after a limit (403, 429) it would even be a call too many. */
const finalStatuses = [400, 401, 403, 404, 410, 422, 429, 451];

/** The class to give to Probot as `Octokit`. The spacing is shared by all its clients. */
export function createOctokitClass(settings: OctokitSettings = {}): typeof ProbotOctokit {
  const { writeIntervalMilliseconds = 1000, takeTurn, onCall } = settings;
  const send = settings.fetch ? inFull(settings.fetch) : fetchInFull;
  const pacing = createPacing(writeIntervalMilliseconds, { takeTurn, onCall });
  const retry = {
    retries: settings.readRetries ?? 2,
    retryAfterBaseValue: settings.retryUnitMilliseconds ?? 1000,
    doNotRetry: finalStatuses,
  };
  // Probot sets its own throttle after an object's defaults, so only the function form can turn it off.
  return ProbotOctokit.plugin(pacing).defaults((options: ClientOptions) => ({
    ...options,
    retry,
    throttle: { ...options.throttle, enabled: false },
    request: { ...options.request, fetch: send },
  })) as typeof ProbotOctokit;
}

export async function connect(octokitFor: OctokitFor, installation: number): Promise<Octokit> {
  try {
    return await octokitFor(installation);
  } catch (error) {
    throw translateError(error);
  }
}
