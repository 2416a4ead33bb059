/**
 * The composition root of a server: GitHub's adapters, the queue, the engine's job and the Probot app
 * around one HTTP server. Starting asks for a full sync of every repository, because nothing is known of
 * what happened while no process ran.
 */
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createNodeMiddleware, Probot } from "probot";
import { createMemoryCache } from "../backends/memory/memory-cache.ts";
import { createMemoryQueue } from "../backends/memory/memory-queue.ts";
import type { Clock, Job, Log } from "../engine/ports.ts";
import { createSyncJob, type SyncPorts } from "../engine/sync-job.ts";
import { createChangeApplier } from "../github/apply-change.ts";
import { createBotIdReader } from "../github/bot-id.ts";
import { createInstallations } from "../github/installations.ts";
import { createOctokitClass, fetchInTime, type OctokitFor } from "../github/octokit.ts";
import { createRepositoryReader } from "../github/repository-reader.ts";
import { createSelections } from "../github/selections.ts";
import { createApp } from "./app.ts";
import { createDayTurn } from "./day-turn.ts";
import { answerHealth } from "./health.ts";
import { asProbotLog } from "./probot-log.ts";
import { requestAll } from "./request-all.ts";
import { systemClock } from "./system-clock.ts";

export interface ServerOptions {
  readonly appId: number;
  readonly privateKey: string;
  readonly webhookSecret: string;
  /** Of the REST API, without a slash at the end; GitHub's own when left out. */
  readonly baseUrl?: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly host?: string;
  readonly clock?: Clock;
  readonly log?: Log;
  readonly logLevel?: "trace" | "debug" | "info" | "warn" | "error" | "fatal";
  readonly writeIntervalMilliseconds?: number;
  readonly settleMilliseconds?: number;
  readonly settleAtMostMilliseconds?: number;
  readonly concurrency?: number;
  /** Overrides the configuration of every repository. */
  readonly commitIntervalMinutes?: number;
  readonly onSynced?: SyncPorts["onSynced"];
}

export interface RunningServer {
  readonly port: number;
  readonly url: string;
  readonly slug: string;
  /** Looks whether a day has turned somewhere; it does so by itself every minute. */
  tick(): Promise<void>;
  /** Resolves when the repositories found at the start, and all that came since, are synced. */
  idle(): Promise<void>;
  /** Takes no more deliveries, and resolves when what runs has ended. */
  stop(): Promise<void>;
}

const tickMilliseconds = 60_000;

export async function startServer(options: ServerOptions): Promise<RunningServer> {
  requireSecret(options.webhookSecret);
  const probot = await createProbot(options).ready();
  const log: Log = options.log ?? probot.log;
  const octokit = await probot.auth();
  const octokitFor: OctokitFor = (installation) => probot.auth(installation);
  const { data: app } = await octokit.request("GET /app");
  if (!app?.slug) throw new Error("GitHub names no App for these credentials: check APP_ID.");

  const queue = createMemoryQueue({ ...givenSettling(options), log });
  const selections = createSelections(octokit);
  const days = createDayTurn(options.clock ?? systemClock, queue);
  const onSynced: SyncPorts["onSynced"] = (address, report) => {
    days.note(address, report);
    options.onSynced?.(address, report);
  };
  queue.start(createJob(options, octokitFor, app.slug, { selections, log, onSynced }));
  const clockwork = setInterval(() => void days.tick(), tickMilliseconds).unref();
  const life = new AbortController();
  const webhooks = await createNodeMiddleware(
    createApp({ slug: app.slug, queue, selections, log }),
    {
      probot,
    },
  );
  const server = createServer(route(webhooks, life.signal));
  const port = await listen(server, options);
  const installations = createInstallations(octokit, octokitFor);
  // In the background; how many are read at once is the queue's affair.
  const resync = requestAll({ installations, queue, log, signal: life.signal });
  return {
    port,
    url: `http://${options.host ?? "localhost"}:${port}`,
    slug: app.slug,
    tick: () => days.tick(),
    async idle() {
      await resync;
      await queue.idle();
    },
    async stop() {
      life.abort();
      clearInterval(clockwork);
      await Promise.all([close(server), queue.stop(), resync]);
    },
  };
}

/** Without one, Probot takes a secret that everybody knows. */
function requireSecret(secret: string): void {
  if (secret.trim() !== "") return;
  throw new Error(
    "WEBHOOK_SECRET is empty, so anyone could send Milepost events. Set it to the secret in the App's settings on GitHub, under Webhook.",
  );
}

function createProbot(options: ServerOptions): Probot {
  return new Probot({
    appId: options.appId,
    privateKey: options.privateKey,
    secret: options.webhookSecret,
    ...(options.baseUrl === undefined ? {} : { baseUrl: options.baseUrl }),
    ...(options.log ? { log: asProbotLog(options.log) } : {}),
    logLevel: options.logLevel ?? "info",
    Octokit: createOctokitClass(options),
    request: { fetch: fetchInTime },
  });
}

/** Options that were left out must not hide the queue's own defaults. */
function givenSettling(options: ServerOptions) {
  const { settleMilliseconds, settleAtMostMilliseconds, concurrency } = options;
  const all = { settleMilliseconds, settleAtMostMilliseconds, concurrency };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

function createJob(
  options: ServerOptions,
  octokitFor: OctokitFor,
  slug: string,
  shared: Pick<SyncPorts, "selections" | "log" | "onSynced">,
): Job {
  const { commitIntervalMinutes, clock = systemClock } = options;
  const reader = createRepositoryReader({ octokitFor, readBotId: createBotIdReader(slug) });
  const applier = createChangeApplier(octokitFor);
  const ports = { reader, applier, cache: createMemoryCache(), clock, ...shared };
  return createSyncJob(ports, { commitIntervalMinutes });
}

type Middleware = Awaited<ReturnType<typeof createNodeMiddleware>>;

function route(webhooks: Middleware, stopping: AbortSignal): RequestListener {
  return (request, response) => {
    if (answerHealth(request, response, stopping.aborted)) return;
    void webhooks(request, response, () => response.writeHead(404).end());
  };
}

function listen(server: Server, { port, host = "localhost" }: ServerOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}
