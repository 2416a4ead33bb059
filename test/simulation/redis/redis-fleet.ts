/** The processes of one Milepost, behind something that brings each event to one of them. */
import type { Delivery } from "../../../sandbox/webhooks/delivery-queue.ts";
import type { WebhookPayload } from "../../../src/app/webhook-payload.ts";
import type { Milepost, ProcessOptions } from "../milepost-process.ts";
import { RedisProcess } from "./redis-process.ts";
import type { SimulatedRedis } from "./simulated-redis.ts";

interface FleetOptions {
  readonly processes: number;
  readonly onStuck: (problem: string) => void;
}

/** Longer than a process is frozen, Redis is away, and a job that runs is kept waiting. */
const longestEnding = 10 * 60_000;

export class RedisFleet implements Milepost {
  readonly #options: ProcessOptions;
  readonly #redis: SimulatedRedis;
  readonly #processes = new Set<RedisProcess>();
  readonly #onStuck: (problem: string) => void;
  #next = 0;

  constructor(
    options: ProcessOptions,
    redis: SimulatedRedis,
    { processes, onStuck }: FleetOptions,
  ) {
    this.#options = options;
    this.#redis = redis;
    this.#onStuck = onStuck;
    for (let count = 0; count < processes; count += 1) this.#start();
  }

  get running(): number {
    return [...this.#processes].reduce((sum, one) => sum + one.running, 0);
  }

  /** To the next in turn that answers. */
  async receive(
    delivery: Pick<Delivery, "id" | "event">,
    payload: WebhookPayload,
  ): Promise<boolean> {
    this.#next += 1;
    const able = this.#able();
    return (await able[this.#next % able.length]?.receive(delivery, payload)) ?? false;
  }

  async resync(): Promise<void> {
    await this.#able()[0]?.resync();
  }

  kill(): void {
    for (const one of this.#processes) one.kill();
    this.#processes.clear();
  }

  /** One dies, having sent so many more things to Redis; another starts so many milliseconds later. */
  killOne(place: number, steps: number, down: number): void {
    const victim = this.#at(place);
    if (victim === undefined) return;
    const die = () => {
      victim.kill();
      this.#processes.delete(victim);
      this.#options.time.schedule(() => this.#start(), down);
    };
    if (steps === 0) die();
    else victim.life.dieAtStep(steps, die);
  }

  freezeOne(place: number, milliseconds: number): void {
    this.#at(place)?.life.freeze(milliseconds);
  }

  /** As in a deployment: the new one is there before the old one goes. */
  replaceOne(place: number): void {
    const old = this.#at(place);
    if (old === undefined || old.isStopping) return;
    this.#start();
    this.#stop(old);
  }

  /** One stays; the others end, as where fewer are wanted. */
  shrink(): void {
    for (const one of this.#processes) one.life.dieAtStep(Number.POSITIVE_INFINITY, () => {});
    const [, ...others] = this.#able();
    for (const one of others) this.#stop(one);
  }

  #stop(one: RedisProcess): void {
    void one.stop().then(() => this.#processes.delete(one));
    this.#options.time.schedule(() => {
      if (one.life.isAlive) this.#onStuck("a process that was told to end has not");
    }, longestEnding);
  }

  #able(): readonly RedisProcess[] {
    return [...this.#processes].filter((one) => !one.isStopping && !one.life.isFrozen);
  }

  #at(place: number): RedisProcess | undefined {
    return [...this.#processes][place % this.#processes.size];
  }

  #start(): void {
    this.#processes.add(new RedisProcess(this.#options, this.#redis));
  }
}
