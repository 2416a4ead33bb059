/** What every queue must do. A backend's test calls `describeQueue` with a way to make one. */
import { afterEach, beforeEach, describe, expect, test } from "#test";
import { GoneError, RetryableError } from "../../src/engine/errors.ts";
import type { Hint } from "../../src/engine/hint.ts";
import type { JobOutcome, RepositoryAddress, SyncQueue } from "../../src/engine/ports.ts";

export interface QueueUnderTest {
  readonly queue: SyncQueue;
  /** Lets this much time pass, with all that becomes due in it. */
  readonly advance: (milliseconds: number) => Promise<void>;
  readonly warnings: readonly string[];
  readonly errors: readonly string[];
  /** Lets go of what it holds; no job runs any more, and none begins. */
  readonly close: () => Promise<void>;
}

export const contractOptions = {
  settleMilliseconds: 200,
  settleAtMostMilliseconds: 2_000,
  concurrency: 2,
  retryMilliseconds: [1_000, 5_000],
};

interface Run {
  readonly repository: string;
  readonly address: RepositoryAddress;
  readonly hints: readonly Hint[];
  readonly succeed: (outcome?: JobOutcome) => Promise<void>;
  readonly fail: (error: Error) => Promise<void>;
}

const repository = (name: string): RepositoryAddress => ({ installation: 1, owner: "acme", name });
const plan = repository("plan");
const issue = (number: number): Hint => ({ kind: "issue", number });
const delta: Hint = { kind: "delta" };

export function describeQueue(name: string, make: () => QueueUnderTest): void {
  describe(name, () => {
    let world: QueueUnderTest;
    let runs: Run[];

    beforeEach(() => {
      world = make();
      runs = [];
      world.queue.start(
        (address, hints) =>
          new Promise((resolve, reject) => {
            runs.push({
              repository: address.name,
              address,
              hints,
              succeed: async (outcome = { kind: "done" }) => {
                resolve(outcome);
                await world.advance(0);
              },
              fail: async (error) => {
                reject(error);
                await world.advance(0);
              },
            });
          }),
      );
    });

    async function runAt(index: number): Promise<Run> {
      await world.advance(0);
      const found = runs[index];
      if (!found) throw new Error(`no run ${index}`);
      return found;
    }

    afterEach(async () => {
      const stopped = world.queue.stop();
      for (const run of runs) await run.succeed();
      await stopped;
      await world.close();
    });

    /** Whether a promise has been kept by now. */
    async function isKept(promise: Promise<void>): Promise<boolean> {
      await world.advance(0);
      return Promise.race([promise.then(() => true), Promise.resolve(false)]);
    }

    test("one action of a person is one job, 200 ms after its last webhook", async () => {
      await world.queue.request(plan, [delta, issue(1)]);
      await world.advance(150);
      await world.queue.request(plan, [delta, issue(2)]);
      await world.advance(199);
      expect(runs).toEqual([]);
      await world.advance(1);
      expect(runs.map(({ hints }) => hints)).toEqual([[delta, issue(1), issue(2)]]);
    });

    test("a steady stream of events waits 2 s at most", async () => {
      for (let at = 0; at < 1_900; at += 100) {
        await world.queue.request(plan, [delta]);
        await world.advance(100);
      }
      expect(runs).toHaveLength(0);
      await world.queue.request(plan, [delta]);
      await world.advance(100);
      expect(runs).toHaveLength(1);
    });

    test("a request without hints runs a job too", async () => {
      await world.queue.request(plan, []);
      await world.advance(200);
      expect(runs.map(({ hints }) => hints)).toEqual([[]]);
    });

    test("what arrives while a job runs causes exactly one more, even when it is the same", async () => {
      await world.queue.request(plan, [issue(1)]);
      await world.advance(200);
      await world.queue.request(plan, [issue(1)]);
      await world.queue.request(plan, [issue(2)]);
      await world.advance(5_000);
      expect(runs).toHaveLength(1);
      await (await runAt(0)).succeed();
      await world.advance(200);
      expect(runs.map(({ hints }) => hints)).toEqual([[issue(1)], [issue(1), issue(2)]]);
      await (await runAt(1)).succeed();
      await world.advance(10_000);
      expect(runs).toHaveLength(2);
    });

    test("owner and name mean the same repository in any case", async () => {
      await world.queue.request(plan, [issue(1)]);
      await world.queue.request({ ...plan, owner: "Acme" }, [issue(2)]);
      await world.advance(200);
      expect(runs).toHaveLength(1);
    });

    test("different repositories run side by side, up to the limit", async () => {
      for (const name of ["a", "b", "c"]) await world.queue.request(repository(name), [delta]);
      await world.advance(200);
      expect(runs.map(({ repository }) => repository)).toEqual(["a", "b"]);
      await (await runAt(0)).succeed();
      expect(runs.map(({ repository }) => repository)).toEqual(["a", "b", "c"]);
    });

    test("a busy repository holds up no other", async () => {
      await world.queue.request(repository("busy"), [delta]);
      await world.advance(200);
      await world.queue.request(repository("busy"), [delta]);
      await world.advance(3_000);
      await world.queue.request(repository("other"), [delta]);
      await world.advance(200);
      expect(runs.map(({ repository }) => repository)).toEqual(["busy", "other"]);
    });

    test("a failure worth another try is tried again, with what has come since", async () => {
      await world.queue.request(plan, [issue(1)]);
      await world.advance(200);
      await (await runAt(0)).fail(new RetryableError("502"));
      await world.queue.request(plan, [issue(2)]);
      await world.advance(999);
      expect(runs).toHaveLength(1);
      await world.advance(1);
      expect((await runAt(1)).hints).toEqual([issue(1), issue(2)]);
      expect(world.warnings).toHaveLength(1);
    });

    test("a limit is waited out as long as GitHub says", async () => {
      await world.queue.request(plan, [delta]);
      await world.advance(200);
      await (await runAt(0)).fail(new RetryableError("limit", 60_000));
      await world.advance(59_999);
      expect(runs).toHaveLength(1);
      await world.advance(1);
      expect(runs).toHaveLength(2);
    });

    test("a long outage is waited out: the tries go on, and no hint is lost", async () => {
      await world.queue.request(plan, [issue(1)]);
      await world.advance(200);
      for (const index of [0, 1, 2]) {
        await (await runAt(index)).fail(new RetryableError("502"));
        await world.advance(5_000);
      }
      expect(world.errors).toEqual([]);
      expect((await runAt(3)).hints).toEqual([issue(1)]);
      await (await runAt(3)).succeed();
      await world.queue.request(plan, [issue(2)]);
      await world.advance(200);
      expect((await runAt(4)).hints).toEqual([issue(2)]);
    });

    test("a success forgets earlier failures", async () => {
      await world.queue.request(plan, [delta]);
      await world.advance(200);
      await (await runAt(0)).fail(new RetryableError("502"));
      await world.advance(1_000);
      await (await runAt(1)).succeed({ kind: "later", milliseconds: 10 });
      await world.advance(10);
      await (await runAt(2)).fail(new RetryableError("502"));
      await world.advance(1_000);
      expect(runs).toHaveLength(4);
    });

    test("any other error is logged and not tried again", async () => {
      await world.queue.request(plan, [delta]);
      await world.advance(200);
      await (await runAt(0)).fail(new Error("a bug"));
      await world.advance(60_000);
      expect(runs).toHaveLength(1);
      expect(world.errors).toHaveLength(1);
    });

    test("a repository that is gone is no fault", async () => {
      await world.queue.request(plan, [delta]);
      await world.advance(200);
      await (await runAt(0)).fail(new GoneError("Not Found"));
      await world.advance(60_000);
      expect(runs).toHaveLength(1);
      expect(world.errors).toEqual([]);
    });

    test("what arrived during a failed job still gets its own", async () => {
      await world.queue.request(plan, [issue(1)]);
      await world.advance(200);
      await world.queue.request(plan, [issue(2)]);
      await (await runAt(0)).fail(new Error("a bug"));
      await world.advance(200);
      expect((await runAt(1)).hints).toEqual([issue(2)]);
    });

    test("a job that must wait runs again at its time, without hints", async () => {
      await world.queue.request(plan, [delta]);
      await world.advance(200);
      await (await runAt(0)).succeed({ kind: "later", milliseconds: 60_000 });
      await world.advance(59_999);
      expect(runs).toHaveLength(1);
      await world.advance(1);
      expect((await runAt(1)).hints).toEqual([]);
    });

    test("a request replaces a job that is due later", async () => {
      await world.queue.request(plan, [delta]);
      await world.advance(200);
      await (await runAt(0)).succeed({ kind: "later", milliseconds: 1_000 });
      await world.queue.request(plan, [issue(3)]);
      await world.advance(200);
      expect((await runAt(1)).hints).toEqual([issue(3)]);
      await (await runAt(1)).succeed();
      await world.advance(60_000);
      expect(runs).toHaveLength(2);
    });

    test("hints keep the order in which they came first, over failures too", async () => {
      await world.queue.request(plan, [issue(3), issue(1)]);
      await world.queue.request(plan, [issue(2), issue(1), delta]);
      await world.advance(200);
      await world.queue.request(plan, [issue(9), issue(2), issue(4)]);
      await (await runAt(0)).fail(new RetryableError("502"));
      await world.queue.request(plan, [issue(0)]);
      await world.advance(1_000);
      const first = [issue(3), issue(1), issue(2), delta];
      expect(runs.map(({ hints }) => hints)).toEqual([
        first,
        [...first, issue(9), issue(4), issue(0)],
      ]);
    });

    test("a request neither shortens a limit nor leaves a job behind", async () => {
      await world.queue.request(plan, [issue(1)]);
      await world.advance(200);
      await (await runAt(0)).fail(new RetryableError("limit", 60_000));
      for (const number of [2, 3]) {
        await world.queue.request(plan, [issue(number)]);
        await world.advance(20_000);
      }
      expect(runs).toHaveLength(1);
      await world.advance(20_000);
      expect((await runAt(1)).hints).toEqual([issue(1), issue(2), issue(3)]);
      await (await runAt(1)).succeed();
      await world.queue.idle();
      await world.advance(60_000);
      expect(runs).toHaveLength(2);
    });

    test("a request while a job runs is not put off by what that job waits for", async () => {
      await world.queue.request(plan, [issue(1)]);
      await world.advance(200);
      await world.queue.request(plan, [issue(2)]);
      await (await runAt(0)).succeed({ kind: "later", milliseconds: 60_000 });
      await world.advance(200);
      expect((await runAt(1)).hints).toEqual([issue(2)]);
    });

    test("a job is given the address as it was last heard", async () => {
      await world.queue.request(plan, [delta]);
      const moved = { installation: 7, owner: "Acme", name: "Plan" };
      await world.queue.request(moved, [delta]);
      await world.advance(200);
      expect((await runAt(0)).address).toEqual(moved);
    });

    test("the trouble of one repository is not another's", async () => {
      await world.queue.request(repository("ill"), [delta]);
      await world.advance(200);
      await (await runAt(0)).fail(new RetryableError("limit", 60_000));
      await world.queue.request(repository("well"), [delta]);
      await world.advance(200);
      await (await runAt(1)).fail(new Error("a bug"));
      await world.queue.request(repository("other"), [delta]);
      await world.advance(200);
      expect(runs.map(({ repository }) => repository)).toEqual(["ill", "well", "other"]);
    });

    test("each of many repositories gets one job, with its own hints", async () => {
      const numbers = Array.from({ length: 30 }, (_, number) => number);
      for (const number of numbers) {
        await world.queue.request(repository(`r${number}`), [issue(number)]);
      }
      await world.advance(2_000);
      for (const number of numbers) await (await runAt(number)).succeed();
      await world.queue.idle();
      const seen = runs.map(({ repository, hints }) => `${repository} ${JSON.stringify(hints)}`);
      const wanted = numbers.map((number) => `r${number} ${JSON.stringify([issue(number)])}`);
      expect(seen.toSorted()).toEqual(wanted.toSorted());
    });

    test("is idle when nothing is waiting, running or due later", async () => {
      await world.queue.idle();
      await world.queue.request(plan, [delta]);
      const idle = world.queue.idle();
      await world.advance(200);
      expect(await isKept(idle)).toBe(false);
      await (await runAt(0)).succeed({ kind: "later", milliseconds: 1_000 });
      expect(await isKept(idle)).toBe(false);
      await world.advance(1_000);
      await (await runAt(1)).succeed();
      await idle;
    });

    test("stopping waits for what runs, and begins nothing more", async () => {
      for (const name of ["a", "b", "c"]) await world.queue.request(repository(name), [delta]);
      await world.advance(200);
      await world.queue.request(repository("a"), [delta]);
      const stopped = world.queue.stop();
      const idle = world.queue.idle();
      await (await runAt(0)).succeed();
      expect(await isKept(stopped)).toBe(false);
      await (await runAt(1)).fail(new RetryableError("502"));
      await stopped;
      await world.queue.request(plan, [delta]);
      await world.advance(60_000);
      expect(runs).toHaveLength(2);
      await idle;
    });
  });
}
