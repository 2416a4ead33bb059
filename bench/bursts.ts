/**
 * `npm run bench:serve`: 1,000 webhooks for one repository, and one for each of 10,000 repositories, through
 * the App's intake into the queue in memory: how many syncs they cause, how long it takes, what stays.
 */

import { translateEvent } from "../src/app/translate-event.ts";
import { createMemoryQueue } from "../src/backends/memory/memory-queue.ts";

const ignore = () => undefined;
const log = { debug: ignore, info: ignore, warn: ignore, error: ignore };
const syncMilliseconds = 300;

await burst("1,000 webhooks for one repository", 1_000, () => "plan", syncMilliseconds);
await burst("One webhook for each of 10,000 repositories", 10_000, (index) => `plan-${index}`, 0);

async function burst(
  what: string,
  count: number,
  nameOf: (index: number) => string,
  milliseconds: number,
): Promise<void> {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const queue = createMemoryQueue({ log });
  let syncs = 0;
  queue.start(async () => {
    syncs += 1;
    if (milliseconds > 0) await new Promise((resolve) => setTimeout(resolve, milliseconds));
    return { kind: "done" };
  });
  const start = performance.now();
  for (let index = 0; index < count; index += 1) {
    const translation = translateEvent("issues", payloadOf(nameOf(index), index), "milepost");
    if (translation.kind !== "sync") throw new Error("An issue that is closed causes a sync.");
    for (const { address, hints } of translation.requests) await queue.request(address, hints);
    // As they come: not all in one turn of the event loop.
    if (index % 10 === 9) await new Promise((resolve) => setTimeout(resolve, 1));
  }
  const peak = process.memoryUsage().heapUsed;
  await queue.idle();
  const seconds = ((performance.now() - start) / 1_000).toFixed(1);
  globalThis.gc?.();
  const left = process.memoryUsage().heapUsed;
  console.log(
    `${what}: ${syncs} syncs in ${seconds} s; heap ${megabytes(peak - before)} MB more while they wait, ${megabytes(left - before)} MB after.`,
  );
}

function payloadOf(name: string, index: number) {
  return {
    action: "closed",
    installation: { id: 1 },
    repository: { name, full_name: `acme/${name}`, owner: { login: "acme" } },
    issue: { number: index + 1, node_id: `I_${index}`, body: "" },
    sender: { type: "User", login: "maintainer" },
  };
}

function megabytes(bytes: number): string {
  return (bytes / 1_048_576).toFixed(0);
}
