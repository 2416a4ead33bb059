/**
 * A GitHub in one process, over real HTTP on the loopback interface: REST under `/` and `/api/v3`,
 * GraphQL under `/graphql` and `/api/graphql`, webhooks to registered Apps. Nothing is random but
 * Apps' key pairs; nothing reads the real clock but tokens.
 */

import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import { type AppControls, appControls } from "./app-controls.ts";
import { AppRegistry, type RegisteredApp } from "./auth/app-registry.ts";
import { CallLog } from "./call-log.ts";
import { CallFaults } from "./faults/call-faults.ts";
import { DeliveryFaults } from "./faults/delivery-faults.ts";
import { type Faults, faultControls } from "./faults/faults.ts";
import { addGraphqlRoute } from "./graphql/graphql-server.ts";
import { RateLimiter, type RateLimits } from "./rate-limiter.ts";
import { refuse } from "./rest/error-reply.ts";
import { addRestRoutes } from "./rest/rest-server.ts";
import { SandboxClock } from "./sandbox-clock.ts";
import type { Services } from "./services.ts";
import { addWebRoutes } from "./web/web-routes.ts";
import type { Delivery } from "./webhooks/delivery-queue.ts";
import { Dispatcher } from "./webhooks/dispatcher.ts";
import { World } from "./world/world.ts";
import { WorldState } from "./world/world-state.ts";

export type { CallLog, Delivery, RegisteredApp, SandboxClock, World };

export interface SandboxOptions {
  /** 0, the default, takes a free port. */
  readonly port?: number;
  /** ISO 8601; "2025-11-10T09:00:00Z" unless given. */
  readonly now?: string;
  /** Refuse calls beyond GitHub's rate limits, on the sandbox's clock; off unless given. */
  readonly enforceLimits?: boolean | RateLimits;
}

export interface Sandbox extends AppControls {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  readonly world: World;
  readonly clock: SandboxClock;
  readonly calls: CallLog;
  /** Trouble on demand. */
  readonly faults: Faults;
  /** Every webhook delivery, in the order things happened. */
  readonly deliveries: readonly Delivery[];
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
  const callFaults = new CallFaults();
  const deliveryFaults = new DeliveryFaults();
  const dispatcher = new Dispatcher(state, registry, deliveryFaults);
  const faults = faultControls(callFaults, deliveryFaults, clock);
  const services: Services = {
    ...{ state, registry, dispatcher },
    ...{ calls: new CallLog(), limiter: new RateLimiter(clock, limitsOf(options)) },
    callFaults,
  };
  const http = await listen(services, options.port ?? 0);
  return {
    ...{ url: http.url, world, clock, faults, calls: services.calls },
    deliveries: dispatcher.deliveries,
    ...appControls(services),
    settled: () => dispatcher.settled(),
    stop: async () => {
      dispatcher.stop();
      callFaults.clear();
      await dispatcher.settled();
      await http.close();
    },
  };
}

function limitsOf({ enforceLimits }: SandboxOptions): RateLimits | undefined {
  return enforceLimits === true ? {} : enforceLimits || undefined;
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
