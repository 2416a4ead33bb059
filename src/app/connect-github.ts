/** GitHub as the App sees it: as itself, and with the rights of each installation. */
import { LRUCache } from "lru-cache";
import { Probot } from "probot";
import { RetryableError } from "../engine/errors.ts";
import type { Log, Selections } from "../engine/ports.ts";
import { fetchInFull } from "../github/fetch-in-full.ts";
import { createOctokitClass, type Octokit, type OctokitFor } from "../github/octokit.ts";
import { createSelections } from "../github/selections.ts";
import type { Backends } from "./backends.ts";
import type { Metrics } from "./metrics.ts";
import { asProbotLog } from "./probot-log.ts";

export interface GithubOptions {
  readonly appId: number;
  readonly privateKey: string;
  readonly webhookSecret: string;
  /** Of the REST API, without a slash at the end; GitHub's own when left out. */
  readonly baseUrl?: string;
  readonly writeIntervalMilliseconds?: number;
}

export interface Github {
  readonly probot: Probot;
  /** Acts as the App itself. */
  readonly octokit: Octokit;
  readonly octokitFor: OctokitFor;
  /** The App's name in URLs. */
  readonly slug: string;
  readonly selections: Selections;
}

interface Around {
  readonly backends: Pick<Backends, "takeTurn">;
  readonly log: Log;
  readonly metrics: Pick<Metrics, "call">;
}

export async function connectGithub(options: GithubOptions, around: Around): Promise<Github> {
  const probot = await createProbot(options, around).ready();
  const octokit = await probot.auth();
  const { data: app } = await octokit.request("GET /app");
  if (!app?.slug) throw new Error("GitHub names no App for these credentials: check APP_ID.");
  return {
    ...{ probot, octokit, slug: app.slug },
    octokitFor: remembering((installation) => probot.auth(installation)),
    selections: createSelections(octokit),
  };
}

const mostClients = 100;

/** To make a client takes longer than to make a call with it. Tokens are renewed within it. */
function remembering(octokitFor: OctokitFor): OctokitFor {
  const clients = new LRUCache<number, Octokit>({ max: mostClients });
  return async (installation) => {
    const client = clients.get(installation) ?? (await octokitFor(installation));
    clients.set(installation, client);
    return client;
  };
}

function createProbot(options: GithubOptions, { backends, log, metrics }: Around): Probot {
  const { writeIntervalMilliseconds } = options;
  const { takeTurn } = backends;
  return new Probot({
    appId: options.appId,
    privateKey: options.privateKey,
    secret: options.webhookSecret,
    ...(options.baseUrl === undefined ? {} : { baseUrl: options.baseUrl }),
    log: asProbotLog(log),
    Octokit: createOctokitClass({ writeIntervalMilliseconds, takeTurn, onCall: metrics.call }),
    request: { fetch: fetchInFull },
  });
}

/** A refusal is an answer too, but for one of the App's own credentials. */
export async function isAnswered(call: Promise<unknown>): Promise<boolean> {
  try {
    await call;
    return true;
  } catch (error) {
    if (error instanceof RetryableError) return true;
    const status = error instanceof Error && "status" in error ? Number(error.status) : 0;
    return status >= 400 && status < 500 && status !== 401;
  }
}
