/** The processes of one Milepost, behind something that brings each event to one of them. */
import type { Delivery } from "../../../sandbox/webhooks/delivery-queue.ts";
import type { WebhookPayload } from "../../../src/app/webhook-payload.ts";
import type { Milepost, ProcessOptions } from "../milepost-process.ts";
import { QueueWatch } from "./queue-watch.ts";
import { RedisProcess } from "./redis-process.ts";
import type { SimulatedRedis } from "./simulated-redis.ts";

interface FleetOptions {
  readonly processes: number;
  readonly onProblem: (problem: string) => void;
  /** Nothing that happens to processes and Redis keeps an event waiting. */
  readonly isUndisturbed: () => boolean;
}

/** Longer than a process is frozen, Redis is away, and a job that runs is kept waiting. */
const longestEnding = 10 * 60_000;

export class RedisFleet implements Milepost {
  readonly #options: ProcessOptions;
  readonly #redis: SimulatedRedis;
  readonly #processes = new Set<RedisProcess>();
  readonly #onProblem: (problem: string) => void;
  readonly #isUndisturbed: () => boolean;
  readonly #watch: QueueWatch;
  #next = 0;
  #atNextJob: (process: RedisProcess) => void = nothing;
  #atNextEvent: (process: RedisProcess) => void = nothing;

  constructor(
    options: ProcessOptions,
    redis: SimulatedRedis,
    { processes, onProblem, isUndisturbed }: FleetOptions,
  ) {
    this.#options = options;
    this.#redis = redis;
    this.#onProblem = onProblem;
    this.#isUndisturbed = isUndisturbed;
    this.#watch = new QueueWatch({ redis, address: options.address, onProblem });
    this.grow(processes);
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
    const receiver = able[this.#next % able.length];
    if (receiver === undefined) return false;
    const act = this.#atNextEvent;
    this.#atNextEvent = nothing;
    act(receiver);
    const isTaken = await receiver.receive(delivery, payload);
    if (isTaken && this.#isUndisturbed()) this.#watch.eventTaken(() => this.running > 0);
    return isTaken;
  }

  async resync(): Promise<void> {
    await this.#able()[0]?.resync();
  }

  kill(): void {
    for (const one of this.#processes) one.kill();
    this.#processes.clear();
  }

  /** Starts more, until so many are able to work. */
  grow(processes: number): void {
    while (this.#able().length < processes) this.#start();
  }

  /** Is called once, with the process that begins the next job. */
  atNextJob(act: (process: RedisProcess) => void): void {
    this.#atNextJob = act;
  }

  /** Is called once, with the process that is given the next event. */
  atNextEvent(act: (process: RedisProcess) => void): void {
    this.#atNextEvent = act;
  }

  /** No other starts for it. */
  lose(victim: RedisProcess): void {
    victim.kill();
    this.#processes.delete(victim);
  }

  /** One dies, having sent so many more things to Redis; another starts so many milliseconds later. */
  killOne(place: number, steps: number, down: number): void {
    const victim = this.#at(place);
    if (victim === undefined) return;
    const die = () => {
      this.lose(victim);
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
    this.stop(old);
  }

  /** One stays; the others end, as where fewer are wanted. */
  shrink(): void {
    for (const one of this.#processes) one.life.dieAtStep(Number.POSITIVE_INFINITY, () => {});
    const [, ...others] = this.#able();
    for (const one of others) this.stop(one);
  }

  /** Tells it to end, which it must do within so many milliseconds. */
  stop(one: RedisProcess, within = longestEnding): void {
    void one.stop().then(() => this.#processes.delete(one));
    this.#options.time.schedule(() => {
      if (one.life.isAlive) this.#onProblem("a process that was told to end has not");
    }, within);
  }

  async #jobBegins(process: RedisProcess): Promise<void> {
    const act = this.#atNextJob;
    this.#atNextJob = nothing;
    act(process);
    await this.#watch.jobBegins();
  }

  #able(): readonly RedisProcess[] {
    return [...this.#processes].filter((one) => !one.isStopping && !one.life.isFrozen);
  }

  #at(place: number): RedisProcess | undefined {
    return [...this.#processes][place % this.#processes.size];
  }

  #start(): void {
    const onJob = (process: RedisProcess) => this.#jobBegins(process);
    this.#processes.add(new RedisProcess(this.#options, this.#redis, onJob));
  }
}

function nothing(): void {}
