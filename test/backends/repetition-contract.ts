/** What every repetition must do. A backend's test calls `describeRepetition` with a way to make one. */
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "#test";
import type { Repetition } from "../../src/backends/repetition.ts";

export interface RepetitionUnderTest {
  readonly repetition: Repetition;
  readonly errors: readonly string[];
  readonly close: () => Promise<void>;
}

export const period = 40;

export async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await sleep(5);
}

export function describeRepetition(name: string, make: () => RepetitionUnderTest): void {
  describe(name, () => {
    let world: RepetitionUnderTest;

    beforeEach(() => {
      world = make();
    });
    afterEach(async () => {
      await world.repetition.stop();
      await world.close();
    });

    test("runs for the first time after one period", async () => {
      const long = 10 * period;
      const asked = Date.now();
      let begun = 0;
      await world.repetition.repeat("first", long, async () => {
        begun = Date.now();
      });
      await until(() => begun > 0);
      expect(begun - asked).toBeGreaterThanOrEqual(long - 1);
    });

    test("runs again and again", async () => {
      let runs = 0;
      await world.repetition.repeat("again", period, async () => {
        runs += 1;
      });
      await until(() => runs >= 3);
    });

    test("a run that fails is logged, and the next one comes", async () => {
      let runs = 0;
      await world.repetition.repeat("fail", period, async () => {
        runs += 1;
        throw new Error("no luck");
      });
      await until(() => runs >= 2);
      await world.repetition.stop();
      expect(world.errors.length).toBe(runs);
    });

    test("a run that takes longer than the period meets no second one", async () => {
      let running = 0;
      let most = 0;
      let runs = 0;
      await world.repetition.repeat("slow", period, async () => {
        running += 1;
        most = Math.max(most, running);
        await sleep(3 * period);
        running -= 1;
        runs += 1;
      });
      await until(() => runs >= 2);
      expect(most).toBe(1);
    });

    test("stopping waits for what runs, and begins nothing more", async () => {
      let begun = 0;
      let ended = 0;
      await world.repetition.repeat("stop", period, async () => {
        begun += 1;
        await sleep(period);
        ended += 1;
      });
      await until(() => begun >= 1);
      await world.repetition.stop();
      const before = begun;
      expect(ended).toBe(before);
      await sleep(3 * period);
      expect(begun).toBe(before);
    });
  });
}
