/** What happens to Redis and to the processes on it, beside what a story tells: data that the same seed writes. */
import { createRandom, type Random } from "../random.ts";

export type RedisAct =
  /** A process is suspended for so long, perhaps for longer than its lease. */
  | { readonly do: "freeze"; readonly process: number; readonly milliseconds: number }
  /** A process is told to end, and another starts. */
  | { readonly do: "replace"; readonly process: number }
  /** Redis breaks all connections and takes none for so long. */
  | { readonly do: "go-away"; readonly milliseconds: number }
  | { readonly do: "be-slow"; readonly milliseconds: number }
  /** Redis has no room for what has a lifetime. */
  | { readonly do: "evict" }
  /** Redis starts again without what it held. */
  | { readonly do: "forget-all" };

export interface RedisStep {
  /** Milliseconds since the story began. */
  readonly at: number;
  readonly act: RedisAct;
}

/**
 * What chance hardly ever brings about. It happens once the story is over and nothing else goes wrong, so that
 * nothing else can make up for it.
 */
export type Ending =
  /** Who takes an event dies before it has woken anybody for it. */
  | "receiver-dies"
  /** A process sleeps in a job until another has begun it anew, ends it, and then the other dies. */
  | "comes-too-late"
  /** Processes take turns, so each remembers what others have changed since. */
  | "in-turn"
  /** A process is told to end in the midst of a job, when Redis is away: see `Outage`. */
  | "ends-in-outage";

/** Redis goes away as a job begins. */
export interface Outage {
  /** How long it lasts: up to `shortOutage`, or far longer. */
  readonly milliseconds: number;
  /** When the process that runs the job is told to end, after Redis has gone away. */
  readonly stopAfter: number;
}

/** So short that a process that ends waits for Redis, and its job is not begun anew. */
export const shortOutage = 1_500;

export interface RedisStory {
  readonly processes: number;
  readonly steps: readonly RedisStep[];
  readonly ending: Ending;
  /** That of the ending with one. */
  readonly outage: Outage;
}

/** `milliseconds`: how long the story is, about. */
export function writeRedisStory(seed: number, milliseconds: number): RedisStory {
  const random = createRandom(seed + 77_003);
  const processes = random.between(1, 3);
  const count = random.chance(0.4) ? 0 : random.between(1, 3);
  const steps = Array.from({ length: count }, () => ({
    at: random.between(0, milliseconds),
    act: anyAct(random),
  }));
  const ending = random.pick(["receiver-dies", "comes-too-late", "in-turn", "ends-in-outage"]);
  return { processes, steps, ending, outage: anyOutage(random) };
}

function anyOutage(random: Random): Outage {
  if (random.chance(0.4)) return { milliseconds: 120_000, stopAfter: 30_000 };
  const milliseconds = random.between(1, shortOutage);
  return { milliseconds, stopAfter: random.chance(0.5) ? 0 : random.between(0, milliseconds) };
}

function anyAct(random: Random): RedisAct {
  const process = random.between(0, 2);
  switch (
    random.pick(["freeze", "replace", "go-away", "be-slow", "evict", "evict", "forget-all"])
  ) {
    case "freeze":
      return { do: "freeze", process, milliseconds: random.between(500, 150_000) };
    case "replace":
      return { do: "replace", process };
    case "go-away":
      return { do: "go-away", milliseconds: random.between(0, 20_000) };
    case "be-slow":
      return { do: "be-slow", milliseconds: random.between(1_000, 10_000) };
    case "evict":
      return { do: "evict" };
    case "forget-all":
      return { do: "forget-all" };
  }
}
