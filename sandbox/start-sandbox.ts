/**
 * A GitHub in one process, over real HTTP on the loopback interface: REST under `/` and `/api/v3`,
 * GraphQL under `/graphql` and `/api/graphql`, webhooks to registered Apps. Nothing is random but
 * Apps' key pairs; nothing reads the real clock but tokens.
 */

import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import {
  type AppInput,
  AppRegistry,
  type Installation,
  type RegisteredApp,
} from "./auth/app-registry.ts";
import { CallLog } from "./call-log.ts";
import { addGraphqlRoute } from "./graphql/graphql-server.ts";
import { RateLimiter } from "./rate-limiter.ts";
import { refuse } from "./rest/error-reply.ts";
import { addRestRoutes } from "./rest/rest-server.ts";
import { SandboxClock } from "./sandbox-clock.ts";
import type { Services } from "./services.ts";
import { addWebRoutes } from "./web/web-routes.ts";
import type { Delivery } from "./webhooks/delivery-queue.ts";
import { Dispatcher } from "./webhooks/dispatcher.ts";
import { World } from "./world/world.ts";
import { WorldState } from "./world/world-state.ts";

export type { CallLog, Delivery, Installation, RegisteredApp, SandboxClock, World };

export interface SandboxOptions {
  /** 0, the default, takes a free port. */
  readonly port?: number;
  /** ISO 8601; "2025-11-10T09:00:00Z" unless given. */
  readonly now?: string;
}

export interface InstallInput {
  readonly account: string;
  /** `owner/name` or `name`. */
  readonly repositories: readonly string[] | "all";
}

export interface Sandbox {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  readonly world: World;
  readonly clock: SandboxClock;
  readonly calls: CallLog;
  /** Every webhook delivery, in the order things happened. */
  readonly deliveries: readonly Delivery[];
  registerApp(input: AppInput): RegisteredApp;
  /** As an App changes its own settings once it listens. */
  setWebhookUrl(app: RegisteredApp, url: string): void;
  /** Sends `installation.created`. */
  install(app: RegisteredApp, input: InstallInput): Installation;
  /** While suspended, tokens are refused and nothing is delivered. */
  suspend(installation: Installation): void;
  unsuspend(installation: Installation): void;
  /** Gives a selective installation one more repository. */
  addRepository(installation: Installation, repository: string): void;
  removeRepository(installation: Installation, repository: string): void;
  /** Resolves when no webhook delivery is queued or under way. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a sandbox; `stop` it when done. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const clock = new SandboxClock(options.now ?? "2025-11-10T09:00:00Z");
  const state = new WorldState(clock);
  const world = new World(state);
  const registry = new AppRegistry(state);
  const dispatcher = new Dispatcher(state, registry);
  const services: Services = {
    ...{ state, registry, dispatcher },
    ...{ calls: new CallLog(), limiter: new RateLimiter(clock) },
  };
  const http = await listen(services, options.port ?? 0);
  return {
    ...{ url: http.url, world, clock, calls: services.calls, deliveries: dispatcher.deliveries },
    ...appControls(services),
    settled: () => dispatcher.settled(),
    stop: async () => {
      dispatcher.stop();
      await dispatcher.settled();
      await http.close();
    },
  };
}

async function listen(services: Services, port: number) {
  const server = new Hono();
  for (const prefix of ["", "/api/v3"]) addRestRoutes(server, prefix, services);
  for (const path of ["/graphql", "/api/graphql"]) addGraphqlRoute(server, path, services);
  addWebRoutes(server, services.state);
  server.notFound((context) => {
    const { method, path } = context.req;
    const status = 404;
    const name = `${method} ${path}`;
    const kind = method === "GET" ? "read" : "write";
    services.calls.add({ kind, name, status, cost: 1, at: services.state.clock.iso() });
    const hint = `Not Found (sandbox: ${name} is not implemented)`;
    return Response.json(refuse(status, hint).body, { status });
  });
  const http = createAdaptorServer({ fetch: server.fetch });
  await new Promise<void>((resolve, reject) => {
    http.once("error", reject);
    http.listen(port, "127.0.0.1", resolve);
  });
  const { port: taken } = http.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      http.close(() => resolve());
      if ("closeAllConnections" in http) http.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${taken}`, close };
}

function appControls({ state, registry, dispatcher }: Services) {
  const find = (app: RegisteredApp) => {
    const record = registry.apps.find((one) => one.app === app || one.app.appId === app.appId);
    if (record === undefined) throw new Error(`sandbox: App ${app.appId} is not registered here`);
    return record;
  };
  const repositoryOf = (account: string, name: string) =>
    state.repository(name.includes("/") ? name : `${account}/${name}`);
  return {
    registerApp: (input: AppInput) => registry.register(input).app,
    setWebhookUrl(app: RegisteredApp, webhookUrl: string): void {
      const record = find(app);
      record.input = { ...record.input, webhookUrl };
    },
    install(app: RegisteredApp, { account, repositories }: InstallInput): Installation {
      const chosen =
        repositories === "all" ? "all" : repositories.map((name) => repositoryOf(account, name));
      const installation = registry.install(find(app), account, chosen);
      dispatcher.tellInstallation(installation, "created", installation.account);
      return installation;
    },
    suspend(installation: Installation): void {
      installation.suspendedAt = state.tick();
      dispatcher.tellInstallation(installation, "suspend", installation.account);
    },
    unsuspend(installation: Installation): void {
      state.tick();
      installation.suspendedAt = null;
      dispatcher.tellInstallation(installation, "unsuspend", installation.account);
    },
    addRepository(installation: Installation, name: string): void {
      const repository = repositoryOf(installation.account.login, name);
      state.tick();
      installation.selected.add(repository);
      dispatcher.tellRepositories(installation, "added", [repository], installation.account);
    },
    removeRepository(installation: Installation, name: string): void {
      const repository = repositoryOf(installation.account.login, name);
      state.tick();
      installation.selected.delete(repository);
      dispatcher.tellRepositories(installation, "removed", [repository], installation.account);
    },
  };
}
