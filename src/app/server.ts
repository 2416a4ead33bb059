/**
 * The composition root of a server: GitHub's adapters, the queue, the engine's job and the Probot app
 * around one HTTP server. Starting asks for a full sync of every repository, because nothing is known of
 * what happened while no process ran.
 */
import { createNodeMiddleware } from "probot";
import type { Clock, Job, Log } from "../engine/ports.ts";
import type { SyncPorts } from "../engine/sync-ports.ts";
import { createDeliveryLog } from "../github/delivery-log.ts";
import { createInstallations } from "../github/installations.ts";
import { createApp } from "./app.ts";
import type { BackendOptions, Backends } from "./backends.ts";
import { type CatchUp, createCatchUp } from "./catch-up.ts";
import { connectGithub, type Github, type GithubOptions, isAnswered } from "./connect-github.ts";
import { createBackends, requireReachable } from "./create-backends.ts";
import { createJob } from "./create-job.ts";
import { createLog, type LogSettings, withPlainErrors } from "./create-log.ts";
import { type Listening, listen } from "./listen.ts";
import { createMetrics, type Metrics } from "./metrics.ts";
import { createReadiness, type Readiness } from "./readiness.ts";
import { route, routeMetrics } from "./route.ts";
import { systemClock } from "./system-clock.ts";
import { createWakeUps, type WakeUps } from "./wake-ups.ts";

export interface ServerOptions extends BackendOptions, GithubOptions, LogSettings {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host?: string;
  /** Where the metrics are served, on a port of their own; nowhere when left out. */
  readonly metricsPort?: number;
  /** Between two resyncs; 6 hours when left out. */
  readonly resyncMilliseconds?: number;
  readonly clock?: Clock;
  readonly log?: Log;
  /** Overrides the configuration of every repository. */
  readonly commitIntervalMinutes?: number;
  readonly onSynced?: SyncPorts["onSynced"];
}

export interface RunningServer {
  readonly port: number;
  readonly url: string;
  /** Null where no metrics are served. */
  readonly metricsUrl: string | null;
  readonly slug: string;
  /** Looks whether a day has turned somewhere; it does so by itself every minute. */
  tick(): Promise<void>;
  /** Resolves when the repositories found at the start, and all that came since, are synced. */
  idle(): Promise<void>;
  /** Takes no more deliveries, and resolves when what runs has ended. */
  stop(): Promise<void>;
}

const defaultHost = "localhost";
const tickMilliseconds = 60_000;
const defaultResyncMilliseconds = 6 * 60 * 60_000;

export async function startServer(options: ServerOptions): Promise<RunningServer> {
  requireSecret(options.webhookSecret);
  const log = withPlainErrors(options.log ?? (await createLog(options)));
  const backends = await createBackends(options, log);
  try {
    await requireReachable(backends);
    return await startWith(options, backends, log);
  } catch (error) {
    await backends.repetition.stop();
    await backends.close();
    throw error;
  }
}

async function startWith(
  options: ServerOptions,
  backends: Backends,
  log: Log,
): Promise<RunningServer> {
  const { clock = systemClock } = options;
  const life = new AbortController();
  const metrics = createMetrics(() => backends.queue.depth());
  const github = await connectGithub(options, { backends, log, metrics });
  const shared = { ...github, backends, clock, log, metrics, life };
  const wakeUps = createWakeUps(clock, backends.queue);
  const catchUp = startCatchUp(options, shared);
  const parts = { ...shared, wakeUps, catchUp };
  const listening = await listenToAll(options, parts);
  backends.queue.start(jobOf(options, parts));
  await catchUp.start();
  return running(options, parts, listening);
}

interface Shared extends Github {
  readonly backends: Backends;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly life: AbortController;
}

interface Parts extends Shared {
  readonly wakeUps: WakeUps;
  readonly catchUp: CatchUp;
}

function startCatchUp(options: ServerOptions, shared: Shared): CatchUp {
  const { octokit, octokitFor, backends, clock, log, life } = shared;
  return createCatchUp({
    ...{ backends, clock, log, signal: life.signal },
    installations: createInstallations(octokit, octokitFor),
    deliveries: createDeliveryLog(octokit),
    everyMilliseconds: options.resyncMilliseconds ?? defaultResyncMilliseconds,
  });
}

function jobOf(options: ServerOptions, parts: Parts): Job {
  const { backends, wakeUps } = parts;
  const { commitIntervalMinutes } = options;
  return createJob({
    ...{ ...parts, cache: backends.cache, commitIntervalMinutes },
    onSynced(address, report) {
      wakeUps.note(address, report);
      options.onSynced?.(address, report);
    },
  });
}

interface Listenings {
  readonly webhooks: Listening;
  readonly metrics: Listening | null;
}

async function listenToAll(options: ServerOptions, parts: Parts): Promise<Listenings> {
  const { probot, slug, selections, backends, catchUp, log, metrics, life } = parts;
  const { queue, cache, isDurable } = backends;
  const { host = defaultHost, port, metricsPort } = options;
  const receive = createApp({
    ...{ slug, queue, cache, selections, log },
    ...{ onWebhook: metrics.webhook, syncInstallation: catchUp.syncInstallation },
  });
  const webhooks = await createNodeMiddleware(receive, { probot });
  const health = { isStopping: () => life.signal.aborted, readiness: readinessOf(parts) };
  const handle = route({ webhooks, health, isDurable });
  const listening = await listen(handle, port, host);
  if (metricsPort === undefined) return { webhooks: listening, metrics: null };
  return { webhooks: listening, metrics: await listen(routeMetrics(metrics), metricsPort, host) };
}

function readinessOf({ octokit, backends }: Shared): () => Promise<Readiness> {
  const GitHub = () => isAnswered(octokit.request("GET /app", { request: { retries: 0 } }));
  const Redis = () => backends.isReachable();
  return createReadiness({ checks: backends.isDurable ? { GitHub, Redis } : { GitHub } });
}

function running(
  { host = defaultHost }: ServerOptions,
  { slug, backends, wakeUps, catchUp, life, log }: Parts,
  { webhooks, metrics }: Listenings,
): RunningServer {
  const { queue, repetition } = backends;
  const tick = () =>
    wakeUps.tick().catch((error: unknown) => {
      log.warn({ err: error }, "the queue takes nothing: what is due is asked for again");
    });
  const clockwork = setInterval(() => void tick(), tickMilliseconds).unref();
  return {
    port: webhooks.port,
    url: `http://${host}:${webhooks.port}`,
    metricsUrl: metrics && `http://${host}:${metrics.port}/metrics`,
    slug,
    tick,
    async idle() {
      await catchUp.settled();
      await queue.idle();
    },
    async stop() {
      life.abort();
      clearInterval(clockwork);
      await Promise.all([queue.stop(), repetition.stop(), catchUp.settled()]);
      await Promise.all([webhooks.close(), metrics?.close()]);
      await backends.close();
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
