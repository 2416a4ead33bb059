/** One process of several on one Redis: everything in it is what a server has, but for its sockets and its time. */
import { RedisQueueBackend } from "bullmq";
import type { Delivery } from "../../../sandbox/webhooks/delivery-queue.ts";
import type { Backends } from "../../../src/app/backends.ts";
import { createCatchUp } from "../../../src/app/catch-up.ts";
import { createRedisBackends } from "../../../src/app/redis-backends.ts";
import { createWakeUps } from "../../../src/app/wake-ups.ts";
import type { WebhookPayload } from "../../../src/app/webhook-payload.ts";
import { connectRedis } from "../../../src/backends/redis/connect-redis.ts";
import type { Clock, Log } from "../../../src/engine/ports.ts";
import { createSyncJob } from "../../../src/engine/sync-job.ts";
import { Life } from "../life.ts";
import {
  type ProcessOptions,
  portsOf,
  receiveDelivery,
  resync,
  resyncMilliseconds,
  tickMilliseconds,
} from "../milepost-process.ts";
import { simulatedConnector } from "./simulated-connector.ts";
import type { SimulatedRedis } from "./simulated-redis.ts";

/** Workers that ask less often than in a server: each time costs a trip to the real Redis. */
const leases = { lockMilliseconds: 60_000, idleSeconds: 60 };

/** BullMQ's own answer, where a delayed job waits, is 10. */
Object.defineProperty(RedisQueueBackend.prototype, "maximumBlockTimeout", {
  get: () => leases.idleSeconds,
});

/** Is told of each job before it begins. */
export type OnJob = (process: RedisProcess) => Promise<void>;

export class RedisProcess {
  readonly life: Life;
  /** Jobs that have begun and not ended. */
  running = 0;
  isStopping = false;
  readonly #options: ProcessOptions;
  readonly #redis: SimulatedRedis;
  readonly #backends: Backends;
  readonly #log: Log;
  readonly #clock: Clock;
  readonly #ending = new AbortController();
  readonly #onJob: OnJob;

  constructor(options: ProcessOptions, redis: SimulatedRedis, onJob: OnJob) {
    this.#options = options;
    this.#onJob = onJob;
    this.#redis = redis;
    this.life = new Life(options.time);
    this.#clock = { now: () => options.time.iso() };
    this.#log = whileAlive(this.life, options.log);
    this.#backends = this.life.run(() => this.#open());
    void this.life.run(() => this.#start());
  }

  /** False where the queue takes nothing, or the process dies meanwhile. */
  async receive(
    delivery: Pick<Delivery, "id" | "event">,
    payload: WebhookPayload,
  ): Promise<boolean> {
    const { queue } = this.#backends;
    const taken = this.life
      .run(() => receiveDelivery(queue, this.#options.slug, delivery, payload))
      .then(
        () => true,
        () => false,
      );
    return Promise.race([taken, this.life.ended.then(() => false)]);
  }

  resync(): Promise<void> {
    return this.life.run(() => this.#backends.queue.request(this.#options.address, resync));
  }

  kill(): void {
    this.life.kill();
    this.#redis.abandon(this.life);
  }

  /** As a server that is told to end: resolves when what it runs has ended. */
  async stop(): Promise<void> {
    this.isStopping = true;
    this.#ending.abort();
    const { queue, repetition } = this.#backends;
    await this.life.run(async () => {
      await Promise.all([queue.stop(), repetition.stop()]);
      await this.#backends.close();
    });
    this.kill();
  }

  #open(): Backends {
    const redisUrl = "redis://127.0.0.1:6379";
    const transport = { Connector: simulatedConnector(this.#redis, this.life) };
    const connections = connectRedis(redisUrl, this.#log, transport);
    return createRedisBackends({ redisUrl, ...leases }, this.#log, connections);
  }

  async #start(): Promise<void> {
    const { queue } = this.#backends;
    const wakeUps = createWakeUps(this.#clock, queue);
    const job = createSyncJob({ ...this.#ports(), onSynced: wakeUps.note }, {});
    queue.start(async (of, hints) => {
      this.running += 1;
      await this.#onJob(this);
      try {
        return await job(of, hints);
      } finally {
        this.running -= 1;
      }
    });
    setInterval(() => void this.#tick(wakeUps.tick), tickMilliseconds);
    await this.#catchUp();
  }

  #ports() {
    const { token, slug, fetch } = this.#options;
    const { cache, takeTurn } = this.#backends;
    const [clock, log] = [this.#clock, this.#log];
    const call: typeof fetch = (...args) => this.life.hand(fetch(...args));
    return portsOf({ token, slug, cache, takeTurn, clock, log, fetch: call });
  }

  async #tick(tick: () => Promise<void>): Promise<void> {
    await tick().catch((error: unknown) => this.#log.warn({ err: error }, "no tick"));
  }

  /** GitHub's log of deliveries remembers nothing here. */
  async #catchUp(): Promise<void> {
    const { address, time } = this.#options;
    const lastActiveAt = time.iso();
    async function* list() {
      yield { ...address, id: 1, lastActiveAt };
    }
    const catchUp = createCatchUp({
      backends: this.#backends,
      installations: { list, listOf: list },
      deliveries: { failedSince: async () => [], redeliver: async () => undefined },
      ...{ clock: this.#clock, log: this.#log, signal: this.#ending.signal },
      everyMilliseconds: resyncMilliseconds,
    });
    await catchUp
      .start()
      .catch((error: unknown) => this.#log.warn({ err: error }, "the start went wrong"));
  }
}

/** The dead say nothing. */
function whileAlive(life: Life, log: Log): Log {
  const say = (level: keyof Log) => (fields: object, message: string) => {
    if (life.isAlive) log[level](fields, message);
  };
  return { debug: say("debug"), info: say("info"), warn: say("warn"), error: say("error") };
}
