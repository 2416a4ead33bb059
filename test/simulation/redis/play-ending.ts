/** Brings about what chance hardly ever does: see `Ending`. Each lasts until all must be true again. */
import type { People } from "../people.ts";
import type { SimulatedTime } from "../simulated-time.ts";
import type { TestedWorld } from "../tested-world.ts";
import type { RedisFleet } from "./redis-fleet.ts";
import type { RedisProcess } from "./redis-process.ts";
import { type Ending, type RedisStory, shortOutage } from "./redis-story.ts";
import type { SimulatedRedis } from "./simulated-redis.ts";

interface EndingParts {
  readonly world: TestedWorld & {
    readonly time: SimulatedTime;
    readonly lines: readonly string[];
    readonly violations: string[];
  };
  readonly people: People;
  readonly fleet: RedisFleet;
  readonly redis: SimulatedRedis;
  readonly story: RedisStory;
}

const second = 1_000;
const minute = 60 * second;
const processes = 3;

/** A lease of a minute is found to be over by the second look at most, which come every half a minute. */
const takenOver = 3 * minute;

/** What Milepost logs of a job that has not ended, once its lease is over. */
const begunAnew = "a worker died in the sync before";

export async function playEnding(parts: EndingParts): Promise<void> {
  const { fleet, people, world, story } = parts;
  fleet.grow(processes);
  for (const issue of [1, 3, 4]) {
    people.perform({ do: "reopen", issue });
    people.perform({ do: "move", issue, to: 1 });
  }
  await world.time.advance(2 * minute);
  await endings[story.ending](parts);
}

const endings: Record<Ending, (parts: EndingParts) => Promise<void>> = {
  async "receiver-dies"(parts) {
    const { fleet, world } = parts;
    fleet.atNextEvent((receiver) => receiver.life.dieAtStep(1, () => fleet.lose(receiver)));
    changeState(parts);
    await world.time.advance(3 * minute);
  },

  async "comes-too-late"(parts) {
    const { fleet, world } = parts;
    fleet.atNextJob((late) => {
      late.life.freeze(2 * takenOver);
      fleet.atNextJob((other) => endAnothersRun(parts, late, other));
    });
    changeState(parts);
    await world.time.advance(10 * second);
    changeBlocker(parts);
    await world.time.advance(3 * takenOver);
  },

  async "in-turn"(parts) {
    const { world } = parts;
    for (let turn = 0; turn < processes; turn += 1) {
      changeState(parts);
      await world.time.advance(20 * second);
    }
    changeBlocker(parts);
    await world.time.advance(20 * second);
    changeState(parts);
    await world.time.advance(20 * second);
  },

  async "ends-in-outage"(parts) {
    const { fleet, redis, world, story } = parts;
    const { milliseconds, stopAfter } = story.outage;
    const linesBefore = world.lines.length;
    fleet.atNextJob((process) => {
      // Not at once: what is on its way to the real Redis must not depend on how fast that is.
      world.time.schedule(() => redis.goAway(milliseconds), 1);
      world.time.schedule(() => fleet.stop(process, minute), 1 + stopAfter);
    });
    changeState(parts);
    await world.time.advance(6 * minute);
    const isBegunAnew = world.lines.slice(linesBefore).some((line) => line.includes(begunAnew));
    if (milliseconds <= shortOutage && isBegunAnew)
      world.violations.push("a process ended without its job, though Redis came back in time");
  },
};

function endAnothersRun({ fleet, world }: EndingParts, late: RedisProcess, other: RedisProcess) {
  late.life.wake();
  other.life.freeze(30 * second);
  world.time.schedule(() => fleet.lose(other), 29 * second);
}

/** One event, which any later reading of the repository tells too. */
function changeState({ people, world }: EndingParts): void {
  const { state } = world.sandbox.world.issue(world.repository, 1);
  people.perform({ do: state === "open" ? "close" : "reopen", issue: 1 });
}

/** What is told by its event, and by no later reading of what has changed since. */
function changeBlocker({ people, world }: EndingParts): void {
  const { blockedBy } = world.sandbox.world.issue(world.repository, 4);
  const isBlocked = [...blockedBy].some(({ number }) => number === 3);
  people.perform({ do: isBlocked ? "unblock" : "block", issue: 4, by: 3 });
}
