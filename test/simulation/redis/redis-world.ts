/** A world in which several processes share a Redis; both have troubles of their own. */
import { checkEnd } from "../check-end.ts";
import type { ProcessOptions } from "../milepost-process.ts";
import type { People } from "../people.ts";
import { createRandom, type Random } from "../random.ts";
import { SimulatedWorld } from "../simulated-world.ts";
import { isDeadly, type Story } from "../story.ts";
import { playEnding } from "./play-ending.ts";
import { RedisFleet } from "./redis-fleet.ts";
import { type RedisAct, type RedisStory, writeRedisStory } from "./redis-story.ts";
import type { RedisUpstream } from "./redis-upstream.ts";
import { SimulatedRedis } from "./simulated-redis.ts";

/** An answer of Redis that says when to write may take so long. */
const jitter = 5;

/** In these nothing goes on for a while. */
const standstills = ["freeze", "go-away", "be-slow"] as const;

export class RedisWorld extends SimulatedWorld {
  readonly redisStory: RedisStory;
  readonly #redis: SimulatedRedis;
  readonly #random: Random;
  #fleet: RedisFleet | null = null;
  #isEnding = false;

  /** The database of `upstream` must be empty. */
  constructor(story: Story, upstream: RedisUpstream) {
    super(story);
    this.#random = createRandom(story.seed + 2_000_003);
    this.#redis = new SimulatedRedis(this.time, upstream, this.#random.fork());
    const milliseconds = story.steps.reduce((sum, { after }) => sum + after, 0);
    this.redisStory = writeRedisStory(story.seed, milliseconds);
  }

  protected override createProcess(options: ProcessOptions): RedisFleet {
    const onProblem = (problem: string) => this.violations.push(`${this.time.iso()} ${problem}`);
    const { processes } = this.redisStory;
    const isKilled = this.story.steps.some(({ act }) => act.do === "kill");
    const isDisturbed = isKilled || this.#happens([...standstills, "forget-all"]);
    const isUndisturbed = () => !isDisturbed && !this.#isEnding;
    const settings = { processes, onProblem, isUndisturbed };
    this.#fleet = new RedisFleet(options, this.#redis, settings);
    return this.#fleet;
  }

  /** What was taken outlives who took it; only that the day turns is remembered by a process. */
  override get isEverythingTold(): boolean {
    const { trouble, steps, hour } = this.story;
    const isForgotten = this.#happens(["forget-all"]);
    const mayForgetDay = hour === 21 && steps.some(({ act }) => isDeadly(act));
    const isTaken = this.sandbox.deliveries.every(({ status }) => status === 200);
    return trouble.lost === 0 && isTaken && !isForgotten && !mayForgetDay;
  }

  /** Where Redis or a process stands still, a turn to write comes late. */
  protected override get leastGap(): number {
    const isLate = this.#isEnding || this.#happens([...standstills, "forget-all"]);
    return isLate ? 0 : 1_000 - jitter;
  }

  #happens(kinds: readonly RedisAct["do"][]): boolean {
    return this.redisStory.steps.some(({ act }) => kinds.includes(act.do));
  }

  protected override isMeant(message: string): boolean {
    const isOfRedis =
      message.startsWith("Redis does not answer") || message === "a worker met a problem";
    if (isOfRedis) return this.#isEnding || this.#happens(["go-away", "forget-all"]);
    return message.startsWith("workers died while they synced");
  }

  override killSoon(delay: number, down: number): void {
    const place = this.#random.between(0, 2);
    const steps = this.#random.chance(0.3) ? 0 : this.#random.between(1, 30);
    this.time.schedule(() => this.#fleet?.killOne(place, steps, down), delay);
  }

  override becomeQuiet(): void {
    super.becomeQuiet();
    this.#fleet?.shrink();
  }

  override beginSteps(): void {
    for (const { at, act } of this.redisStory.steps) {
      this.time.schedule(() => this.#perform(act), at);
    }
  }

  override async playEnding(people: People): Promise<readonly string[]> {
    if (this.#fleet === null) return [];
    this.#isEnding = true;
    const { redisStory: story } = this;
    await playEnding({ world: this, people, fleet: this.#fleet, redis: this.#redis, story });
    const violations = await checkEnd(this, people, "at-once");
    return violations.map((violation) => `in the ending "${story.ending}": ${violation}`);
  }

  #perform(act: RedisAct): void {
    switch (act.do) {
      case "freeze":
        this.#fleet?.freezeOne(act.process, act.milliseconds);
        return;
      case "replace":
        this.#fleet?.replaceOne(act.process);
        return;
      case "go-away":
        this.#redis.goAway(act.milliseconds);
        return;
      case "be-slow":
        this.#redis.becomeSlow(act.milliseconds);
        return;
      case "evict":
        void this.#redis.evictCache();
        return;
      case "forget-all":
        void this.#redis.forgetAll();
        this.#redis.goAway(0);
        return;
    }
  }
}
