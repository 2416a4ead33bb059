/** What every room of the sandbox works on. */
import type { AppRegistry } from "./auth/app-registry.ts";
import type { CallLog } from "./call-log.ts";
import type { CallFaults } from "./faults/call-faults.ts";
import type { RateLimiter } from "./rate-limiter.ts";
import type { Scheduler } from "./scheduler.ts";
import type { Dispatcher } from "./webhooks/dispatcher.ts";
import type { WorldState } from "./world/world-state.ts";

export interface Services {
  readonly state: WorldState;
  readonly registry: AppRegistry;
  readonly dispatcher: Dispatcher;
  readonly calls: CallLog;
  readonly limiter: RateLimiter;
  readonly callFaults: CallFaults;
  readonly schedule: Scheduler;
}
