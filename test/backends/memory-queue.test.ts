import { expect, test } from "@jest/globals";
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
  return { queue, advance, warnings, errors };
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
