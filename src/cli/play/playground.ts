/**
 * A plan at work without GitHub: the sandbox as the host, Milepost as a real App against it over HTTP,
 * and a way to wait until both have nothing left to do.
 */
import { type Sandbox, startSandbox } from "../../../sandbox/start-sandbox.ts";
import { type RunningServer, startServer } from "../../app/server.ts";
import type { Day } from "../../domain/calendar.ts";
import type { Plan } from "../../domain/plan.ts";
import type { Log } from "../../engine/ports.ts";
import type { SyncReport } from "../../engine/sync-job.ts";
import { owner, type SeededRepository, seedRepository } from "../spec/seed-repository.ts";
import type { Spec } from "../spec/spec-schema.ts";

export interface Playground {
  readonly sandbox: Sandbox;
  readonly seeded: SeededRepository;
  readonly url: string;
  /** Resolves when no delivery, job or timer is pending. */
  settle(): Promise<void>;
  /** Reports of all syncs so far, in order. */
  reports(): readonly SyncReport[];
  /** The plan that the surfaces say now; null before the first sync. */
  plan(): Plan | null;
  stop(): Promise<void>;
}

export interface PlaygroundOptions {
  readonly spec: Spec;
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly log: Log;
  /** The day it is at the start; the sandbox's own unless given. */
  readonly today?: Day;
  /** What the account gives the App; called when the plan's repository is there; that one unless said. */
  readonly chooseRepositories?: (sandbox: Sandbox, plan: string) => readonly string[] | "all";
}

const slug = "milepost";
const webhookSecret = "sandbox-secret";

/** Small enough to feel immediate, long enough to take the events of one action together. */
const settleMilliseconds = 50;

export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const sandbox = await startSandbox(options.today ? { now: `${options.today}T09:00:00Z` } : {});
  const seeded = seedRepository(sandbox, options.spec, options.files);
  const reports: SyncReport[] = [];
  const plan = seeded.nameWithOwner;
  const repositories = options.chooseRepositories?.(sandbox, plan) ?? [plan];
  const onSynced = (report: SyncReport) => reports.push(report);
  const server = await startApp(sandbox, { repositories, log: options.log, onSynced });
  const settle = () => settleBoth(sandbox, server);
  await settle();
  return {
    sandbox,
    seeded,
    url: `${sandbox.url}/${seeded.nameWithOwner}`,
    settle,
    reports: () => reports,
    plan: () => reports.findLast((report) => report.plan !== null)?.plan ?? null,
    stop: async () => {
      await server.stop();
      await sandbox.stop();
    },
  };
}

interface AppInput {
  readonly repositories: readonly string[] | "all";
  readonly log: Log;
  readonly onSynced: (report: SyncReport) => void;
}

async function startApp(
  sandbox: Sandbox,
  { repositories, log, onSynced }: AppInput,
): Promise<RunningServer> {
  const app = sandbox.registerApp({ slug, webhookUrl: "", webhookSecret });
  const server = await startServer({
    appId: app.appId,
    privateKey: app.privateKey,
    webhookSecret,
    baseUrl: sandbox.url,
    port: 0,
    host: "127.0.0.1",
    clock: {
      now: () =>
        sandbox.clock
          .now()
          .toISOString()
          .replace(/\.\d{3}Z$/, "Z"),
    },
    writeIntervalMilliseconds: 0,
    settleMilliseconds,
    commitIntervalMinutes: 0,
    log,
    onSynced: (_address, report) => onSynced(report),
  });
  sandbox.setWebhookUrl(app, `${server.url}/api/github/webhooks`);
  sandbox.install(app, { account: owner, repositories });
  return server;
}

/** A delivery causes a job, a job's writes cause deliveries: quiet is when neither made a call. */
async function settleBoth(sandbox: Sandbox, server: RunningServer): Promise<void> {
  for (let before = -1; before !== sandbox.calls.all().length; ) {
    before = sandbox.calls.all().length;
    await sandbox.settled();
    await server.tick();
    await server.idle();
    await sandbox.settled();
  }
}
