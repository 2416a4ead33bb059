/** A sandbox with an account's repositories, and servers of one App in front of it, one or several. */
import { type RegisteredApp, type Sandbox, startSandbox } from "../../sandbox/start-sandbox.ts";
import type { Issue } from "../../sandbox/world/model.ts";
import { type RunningServer, type ServerOptions, startServer } from "../../src/app/server.ts";
import type { Log } from "../../src/engine/ports.ts";
import { isStatusBody } from "../../src/render/status-issue-body.ts";

export interface LifecycleWorld {
  readonly sandbox: Sandbox;
  readonly app: RegisteredApp;
  readonly person: ReturnType<Sandbox["world"]["as"]>;
  readonly servers: readonly RunningServer[];
  /** Ways in which `server` may differ from the usual: no pause between writes, no log. */
  start(more?: Partial<ServerOptions>): Promise<RunningServer>;
  /** `acme/name` with one milestone, whose issues are numbered from 1. */
  createRepository(name: string, issues?: number): string;
  statusOf(repository: string): string | undefined;
  /** Resolves when no delivery and no job is under way. */
  settle(): Promise<void>;
}

const webhookSecret = "lifecycle-webhook-secret";
const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };

/** Stops everything, whatever happens. */
export async function withWorld(run: (world: LifecycleWorld) => Promise<void>): Promise<void> {
  const sandbox = await startSandbox();
  const servers: RunningServer[] = [];
  try {
    await run(createWorld(sandbox, servers));
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    await sandbox.stop();
  }
}

function createWorld(sandbox: Sandbox, servers: RunningServer[]): LifecycleWorld {
  const app = sandbox.registerApp({ slug: "milepost", webhookUrl: "", webhookSecret });
  const person = sandbox.world.as("maintainer");
  return {
    ...{ sandbox, app, person, servers },
    async start(more = {}) {
      const server = await startServer({ ...usualOptions(sandbox, app), ...more });
      servers.push(server);
      sandbox.setWebhookUrl(app, `${server.url}/api/github/webhooks`);
      return server;
    },
    createRepository(name, issues = 4) {
      const repository = `acme/${name}`;
      sandbox.world.createRepository({ owner: "acme", name });
      const { number: milestone } = person.createMilestone(repository, { title: "M1" });
      for (let number = 1; number <= issues; number += 1) {
        person.createIssue(repository, { title: `Issue ${number}`, milestone });
      }
      return repository;
    },
    statusOf: (repository) => statusIssuesOf(sandbox, repository)[0]?.body,
    settle: () => settle(sandbox, servers),
  };
}

export function statusIssuesOf({ world }: Sandbox, repository: string): readonly Issue[] {
  const issues = [...world.repository(repository).issues.values()];
  return issues.filter(({ author, body }) => author.type === "Bot" && isStatusBody(body));
}

export function usualOptions(sandbox: Sandbox, app: RegisteredApp): ServerOptions {
  const { appId, privateKey } = app;
  const now = () => sandbox.clock.iso();
  return {
    ...{ appId, privateKey, webhookSecret, baseUrl: sandbox.url, port: 0, host: "127.0.0.1" },
    ...{ writeIntervalMilliseconds: 0, settleMilliseconds: 10, commitIntervalMinutes: 0 },
    retryMilliseconds: [20, 100, 500],
    clock: { now },
    log: silent,
  };
}

async function settle(sandbox: Sandbox, servers: readonly RunningServer[]): Promise<void> {
  for (let before = -1; before !== sandbox.calls.mark(); ) {
    before = sandbox.calls.mark();
    await sandbox.settled();
    for (const server of servers) await server.idle();
    await sandbox.settled();
  }
}

/** Looks again and again; says after a long time what did not come. */
export async function until(what: string, isTrue: () => boolean): Promise<void> {
  const end = performance.now() + 15_000;
  while (!isTrue()) {
    if (performance.now() > end) throw new Error(`It never came: ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
