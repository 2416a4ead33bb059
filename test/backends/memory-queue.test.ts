import { expect, test } from "#test";
import { createMemoryQueue } from "../../src/backends/memory/memory-queue.ts";
import { createManualTime } from "./manual-time.ts";
import { contractOptions, describeQueue } from "./queue-contract.ts";

function createWorld() {
  const { schedule, advance } = createManualTime();
  const warnings: string[] = [];
  const errors: string[] = [];
  const log = {
    debug() {},
    info() {},
    warn: (_fields: object, message: string) => warnings.push(message),
    error: (_fields: object, message: string) => errors.push(message),
  };
  const queue = createMemoryQueue({ ...contractOptions, log, schedule });
  return { queue, advance, warnings, errors, log, close: async () => {} };
}

describeQueue("the queue in memory", createWorld);

test("requests made before the start are kept for it", async () => {
  const { queue, advance } = createWorld();
  const seen: string[] = [];
  await queue.request({ installation: 1, owner: "acme", name: "plan" }, [{ kind: "delta" }]);
  await advance(200);
  queue.start(async ({ name }) => {
    seen.push(name);
    return { kind: "done" };
  });
  await queue.idle();
  expect(seen).toEqual(["plan"]);
});

test("a wait of 30 days, the longest between commits, does not end at once", async () => {
  const { log } = createWorld();
  const queue = createMemoryQueue({ log, settleMilliseconds: 0 });
  let runs = 0;
  queue.start(async () => {
    runs += 1;
    return { kind: "later", milliseconds: 30 * 24 * 60 * 60_000 };
  });
  await queue.request({ installation: 1, owner: "acme", name: "plan" }, []);
  await new Promise((resolve) => setTimeout(resolve, 60));
  await queue.stop();
  expect(runs).toBe(1);
});
