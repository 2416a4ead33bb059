import { expect, test } from "@jest/globals";
import { requestAll } from "../../src/app/request-all.ts";
import { RetryableError } from "../../src/engine/errors.ts";
import type { Installations, RepositoryAddress } from "../../src/engine/ports.ts";

const address = (name: string): RepositoryAddress => ({ installation: 1, owner: "acme", name });
const log = { debug() {}, info() {}, warn() {}, error() {} };

/** A list that breaks off behind the first repository as often as it is told to. */
function createWorld(error: Error, breaks: number) {
  const requested: string[] = [];
  let lists = 0;
  const installations: Installations = {
    async *list() {
      lists += 1;
      yield address("a");
      if (lists <= breaks) throw error;
      yield address("b");
    },
  };
  const queue = {
    request: async ({ name }: RepositoryAddress) => {
      requested.push(name);
    },
    start() {},
    idle: async () => undefined,
    stop: async () => undefined,
  };
  return { requested, installations, queue, log, lists: () => lists };
}

test("a list that breaks off is read again, and no repository is asked for twice", async () => {
  const world = createWorld(new RetryableError("502"), 2);
  await requestAll({ ...world, signal: new AbortController().signal, retryMilliseconds: 1 });
  expect(world.requested).toEqual(["a", "b"]);
  expect(world.lists()).toBe(3);
});

test("stopping ends the wait for another try", async () => {
  const world = createWorld(new RetryableError("502"), Number.POSITIVE_INFINITY);
  const life = new AbortController();
  const ended = requestAll({ ...world, signal: life.signal });
  life.abort();
  await ended;
  expect(world.lists()).toBe(1);
});

test("what another try would not mend is not tried again", async () => {
  const world = createWorld(new Error("a bug"), Number.POSITIVE_INFINITY);
  await requestAll({ ...world, signal: new AbortController().signal, retryMilliseconds: 1 });
  expect(world.lists()).toBe(1);
});
