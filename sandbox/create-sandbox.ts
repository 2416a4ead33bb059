/**
 * A GitHub in one process, without sockets: calls come by `fetch`, webhooks go to functions or over
 * the network. Nothing is random but Apps' key pairs; nothing reads the real clock but tokens.
 */
import { apiServer } from "./api-server.ts";
import { type AppControls, appControls } from "./app-controls.ts";
import { AppRegistry } from "./auth/app-registry.ts";
import { CallLog } from "./call-log.ts";
import { CallFaults } from "./faults/call-faults.ts";
import { DeliveryFaults } from "./faults/delivery-faults.ts";
import { type Faults, faultControls } from "./faults/faults.ts";
import { type Fetch, fetchLocally } from "./fetch-locally.ts";
import { RateLimiter, type RateLimits } from "./rate-limiter.ts";
import { refuse } from "./rest/error-reply.ts";
import { SandboxClock } from "./sandbox-clock.ts";
import { realScheduler, type Scheduler } from "./scheduler.ts";
import type { Services } from "./services.ts";
import type { Delivery } from "./webhooks/delivery-queue.ts";
import { Dispatcher } from "./webhooks/dispatcher.ts";
import type { Unverified } from "./world/unverified.ts";
import { World } from "./world/world.ts";
import { WorldState } from "./world/world-state.ts";

export interface WorldOptions {
  /**
   * ISO 8601, for a clock that moves a second with each change; "2025-11-10T09:00:00Z" unless given. Or
   * a clock to follow, in milliseconds since 1970.
   */
  readonly now?: string | (() => number);
  /** What waits: late deliveries, delayed calls, Apps that do not answer. Real timers unless given. */
  readonly schedule?: Scheduler;
  /** Milliseconds until a delivery is sent; at once and one after the other unless given. */
  readonly deliveryDelay?: (delivery: Delivery) => number;
  /** What Apps' clocks say, which their tokens are signed by; the real one unless given. */
  readonly signersNow?: () => number;
  /** Refuse calls beyond GitHub's rate limits, on the sandbox's clock; off unless given. */
  readonly enforceLimits?: boolean | RateLimits;
  /** Other answers than those assumed where GitHub's are not known. */
  readonly unverified?: Partial<Unverified>;
}

export interface LocalSandbox extends AppControls {
  readonly world: World;
  readonly clock: SandboxClock;
  readonly calls: CallLog;
  /** Trouble on demand. */
  readonly faults: Faults;
  /** Every attempt to deliver a webhook, in the order things happened. */
  readonly deliveries: readonly Delivery[];
  /** Calls the APIs without sockets, under any host: `https://api.github.com/repos/…`. */
  readonly fetch: Fetch;
  /** Resolves when no webhook delivery is queued or under way. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/** Answers a request; `bindings` are those of a server that has connections. */
export type Serve = (request: Request, bindings?: object) => Response | Promise<Response>;

/** Makes a sandbox; `serve` is for whoever gives it sockets. */
export function createSandbox(
  options: WorldOptions = {},
): LocalSandbox & { readonly serve: Serve } {
  const services = servicesOf(options);
  const { state, dispatcher, callFaults } = services;
  const serve = server(services);
  return {
    ...{ world: new World(state), clock: state.clock, calls: services.calls },
    faults: faultControls(callFaults, services.deliveryFaults, state.clock),
    deliveries: dispatcher.deliveries,
    ...appControls(services),
    ...{ serve, fetch: fetchLocally(serve) },
    settled: () => dispatcher.settled(),
    stop: async () => {
      dispatcher.stop();
      callFaults.clear();
      await dispatcher.settled();
    },
  };
}

function servicesOf(options: WorldOptions): Services & { readonly deliveryFaults: DeliveryFaults } {
  const { now = "2025-11-10T09:00:00Z", schedule = realScheduler, enforceLimits } = options;
  const clock = new SandboxClock(now);
  const state = new WorldState(clock, options.unverified);
  const registry = new AppRegistry(state, options.signersNow);
  const deliveryFaults = new DeliveryFaults();
  const timing = { schedule, delayOf: options.deliveryDelay };
  const limits = enforceLimits === true ? {} : enforceLimits || undefined;
  return {
    ...{ state, registry, schedule, deliveryFaults },
    dispatcher: new Dispatcher(state, registry, deliveryFaults, timing),
    ...{ calls: new CallLog(), limiter: new RateLimiter(clock, limits) },
    callFaults: new CallFaults(),
  };
}

function server(services: Services): Serve {
  const otherwise = (request: Request) => nameMissing(request, services);
  return (request, bindings = {}) =>
    apiServer().fetch(request, { ...bindings, services, otherwise });
}

/** The answer to a call that GitHub may know and this sandbox does not. */
function nameMissing({ method, url }: Request, { state, calls }: Services): Response {
  const status = 404;
  const name = `${method} ${new URL(url).pathname}`;
  const kind = method === "GET" ? "read" : "write";
  calls.add({ kind, name, status, cost: 1, at: state.clock.iso() });
  const hint = `Not Found (sandbox: ${name} is not implemented)`;
  return Response.json(refuse(status, hint).body, { status });
}
