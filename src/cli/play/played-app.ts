/**
 * Milepost as a real App against a sandbox, over HTTP: one after the other, several can live and die. Each
 * begins with an empty memory, as a new process does.
 */
import type { Sandbox } from "../../../sandbox/start-sandbox.ts";
import { type RunningServer, startServer } from "../../app/server.ts";
import type { Log } from "../../engine/ports.ts";
import type { SyncReport } from "../../engine/sync-report.ts";
import { owner } from "../spec/seed-repository.ts";

export interface PlayedApp {
  readonly isRunning: boolean;
  /** Resolves when it listens; nothing happens where one runs. */
  start(): Promise<void>;
  /** As if its process died: it takes nothing more, and what it does reaches the host no more. */
  kill(): void;
  install(repositories: readonly string[] | "all"): void;
  /** Gives it other rights where it is installed, or takes some away. */
  grant(changes: Parameters<Sandbox["setPermissions"]>[1]): void;
  /** Lets it look whether something is due. */
  tick(): Promise<void>;
  /** Resolves when it has nothing to do. */
  idle(): Promise<void>;
  /** Resolves when what runs has ended. */
  stop(): Promise<void>;
}

export interface PlayedAppOptions {
  readonly log: Log;
  readonly onSynced: (report: SyncReport) => void;
  /** How long it waits for the other events of one action; usually as long as still feels immediate. */
  readonly settleMilliseconds?: number;
  /** Between the tries of a sync that fails; as long as usual unless given. */
  readonly retryMilliseconds?: readonly number[];
}

const slug = "milepost";
const webhookSecret = "sandbox-secret";

export function createPlayedApp(sandbox: Sandbox, options: PlayedAppOptions): PlayedApp {
  const app = sandbox.registerApp({
    ...{ slug, webhookUrl: "", webhookSecret },
    permissions: { checks: "write" },
  });
  let server: RunningServer | null = null;
  let installation: ReturnType<Sandbox["install"]> | null = null;
  let dying: Promise<void> = Promise.resolve();
  let starting: Promise<void> | null = null;
  const begin = async (): Promise<void> => {
    await dying;
    if (server !== null) return;
    server = await startServer(optionsFor(sandbox, app, options));
    sandbox.setWebhookUrl(app, `${server.url}/api/github/webhooks`);
  };
  return {
    get isRunning() {
      return server !== null;
    },
    start() {
      starting ??= begin().finally(() => {
        starting = null;
      });
      return starting;
    },
    kill() {
      if (server === null) return;
      const cut = sandbox.faults.drop({}, "before", "always");
      dying = server.stop().finally(cut.remove);
      server = null;
    },
    install(repositories) {
      installation = sandbox.install(app, { account: owner, repositories });
    },
    grant(changes) {
      if (installation !== null) sandbox.setPermissions(installation, changes);
    },
    tick: async () => server?.tick(),
    idle: async () => server?.idle(),
    async stop() {
      await starting?.catch(() => undefined);
      await Promise.all([dying, server?.stop()]);
      server = null;
    },
  };
}

function optionsFor(
  sandbox: Sandbox,
  { appId, privateKey }: { readonly appId: number; readonly privateKey: string },
  { log, onSynced, settleMilliseconds = 50, retryMilliseconds }: PlayedAppOptions,
): Parameters<typeof startServer>[0] {
  const now = () => sandbox.clock.now().toISOString();
  return {
    ...{ appId, privateKey, webhookSecret, baseUrl: sandbox.url, port: 0, host: "127.0.0.1" },
    clock: { now: () => now().replace(/\.\d{3}Z$/, "Z") },
    ...{ writeIntervalMilliseconds: 0, commitIntervalMinutes: 0 },
    ...{ settleMilliseconds, retryMilliseconds },
    log,
    onSynced: (_address, report) => onSynced(report),
  };
}
