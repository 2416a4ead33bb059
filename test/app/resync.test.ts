import { expect, test } from "#test";
import { resync } from "../../src/app/resync.ts";
import { RetryableError } from "../../src/engine/errors.ts";
import type { InstalledRepository, RepositoryAddress } from "../../src/engine/ports.ts";

const log = { debug() {}, info() {}, warn() {}, error() {} };
const alive = () => new AbortController().signal;

function repository(name: string, id: number, lastActiveAt = "2025-01-01T00:00:00Z") {
  return { installation: 1, owner: "acme", name, id, lastActiveAt };
}

const twoRepositories = [repository("a", 1), repository("b", 2)];

/** A list that breaks off behind its first entry as often as it is told to. */
function createWorld(
  repositories: readonly InstalledRepository[] = twoRepositories,
  trouble: { error: Error; breaks: number } | null = null,
) {
  const requested: string[] = [];
  let lists = 0;
  const state = { due: 0 };
  const installations = {
    async *list() {
      lists += 1;
      for (const [index, one] of repositories.entries()) {
        if (index === 1 && trouble && lists <= trouble.breaks) throw trouble.error;
        yield one;
      }
    },
  };
  const queue = {
    request: async ({ name }: RepositoryAddress) => void requested.push(name),
    depth: async () => ({ due: state.due, later: 0 }),
  };
  return { requested, installations, queue, log, state, lists: () => lists };
}

test("the most recently active repositories come first, before them those that missed something", async () => {
  const world = createWorld([
    repository("old", 1, "2020-01-01T00:00:00Z"),
    repository("new", 2, "2025-01-01T00:00:00Z"),
    repository("urgent", 3, "2019-01-01T00:00:00Z"),
    repository("middle", 4, "2022-01-01T00:00:00Z"),
  ]);
  await resync({ ...world, signal: alive(), urgent: new Set([3]) });
  expect(world.requested).toEqual(["urgent", "new", "middle", "old"]);
});

test("a list that breaks off is read again, and no repository is asked for twice", async () => {
  const trouble = { error: new RetryableError("502"), breaks: 2 };
  const world = createWorld(twoRepositories, trouble);
  await resync({ ...world, signal: alive(), retryMilliseconds: 1 });
  expect(world.requested).toEqual(["a", "b"]);
  expect(world.lists()).toBe(3);
});

test("stopping ends the wait for another try", async () => {
  const error = new RetryableError("502");
  const world = createWorld(twoRepositories, { error, breaks: Number.POSITIVE_INFINITY });
  const life = new AbortController();
  const ended = resync({ ...world, signal: life.signal });
  life.abort();
  await ended;
  expect(world.lists()).toBe(1);
});

test("what another try would not mend is not tried again", async () => {
  const error = new Error("a bug");
  const world = createWorld(twoRepositories, { error, breaks: Number.POSITIVE_INFINITY });
  await resync({ ...world, signal: alive(), retryMilliseconds: 1 });
  expect(world.lists()).toBe(1);
});

test("it waits while much is due, so that nobody's event queues behind it", async () => {
  const world = createWorld();
  world.state.due = 1_000;
  const ended = resync({ ...world, signal: alive() });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(world.requested).toEqual([]);
  world.state.due = 0;
  await ended;
  expect(world.requested).toEqual(["a", "b"]);
});

test("a process that ends leaves the rest to the queue at once", async () => {
  const world = createWorld();
  const life = new AbortController();
  const ended = resync({ ...world, signal: life.signal, spacingMilliseconds: () => 60_000 });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(world.requested).toEqual(["a"]);
  life.abort();
  await ended;
  expect(world.requested).toEqual(["a", "b"]);
});

test("a queue that takes nothing ends it without a throw", async () => {
  const world = createWorld();
  const queue = {
    ...world.queue,
    request: async () => {
      throw new Error("Redis is away");
    },
  };
  await expect(resync({ ...world, queue, signal: alive() })).resolves.toBeUndefined();
});
