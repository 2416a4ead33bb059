import { describe, expect, test } from "#test";
import type { CallMatch } from "../../sandbox/faults/call-match.ts";
import { createMemoryCache } from "../../src/backends/memory/memory-cache.ts";
import { RetryableError } from "../../src/engine/errors.ts";
import type { Hint } from "../../src/engine/hint.ts";
import { createSyncJob } from "../../src/engine/sync-job.ts";
import { type Bench, repo, withBench } from "../github/adapter-at-sandbox.ts";

/** Runs a job as the queues do: what fails for a while is tried again with the same hints. */
function startProcess({ reader, people, apply, now, address }: Bench) {
  const job = createSyncJob(
    {
      ...{ reader, people, cache: createMemoryCache(), clock: { now } },
      applier: { apply: (_address, change) => apply(change) },
      log: { debug() {}, info() {}, warn() {}, error() {} },
    },
    {},
  );
  return async function run(hint: Hint): Promise<void> {
    try {
      await job(address, [hint]);
    } catch (error) {
      if (!(error instanceof RetryableError)) throw error;
      await run(hint);
    }
  };
}

async function withPlan(run: (bench: Bench) => Promise<void>): Promise<void> {
  await withBench(async (bench) => {
    const { world, issues } = bench;
    const person = world.as("maintainer");
    const { number } = person.createMilestone(repo, { title: "M1" });
    for (const issue of Object.values(issues)) person.setMilestone(repo, issue.number, number);
    const text = "At <!-- milepost:count milestone=1 -->?<!-- milepost:end -->.\n";
    const config = "documents: [plan.md]\ncommits: {every: 1h}\n";
    person.push(repo, { ".github/milepost.yml": config, "plan.md": text }, "Plan");
    await run(bench);
  });
}

const commit: CallMatch = { operation: "CommitFiles" };
const reading: CallMatch = { operation: "ReadRepository" };

const troubles: Readonly<Record<string, (bench: Bench) => unknown>> = {
  "nothing else happens": () => undefined,
  "the commit is answered with 502": ({ sandbox }) => sandbox.faults.fail(commit, { status: 502 }),
  "somebody pushes just before the commit": ({ sandbox, world }) =>
    sandbox.faults.before(commit, () =>
      world.as("maintainer").push(repo, { "notes.md": "Notes" }, "Notes"),
    ),
  "it can't read for a while what to write": ({ sandbox }) =>
    sandbox.faults.fail(reading, { status: 502 }, { skip: 1, times: 9 }),
};

describe("/sync reads all anew and writes the documents at once, where", () => {
  test.each(Object.entries(troubles))("%s", async (_name, prepare) => {
    await withPlan(async (bench) => {
      const { sandbox, world, issues } = bench;
      const run = startProcess(bench);
      const document = () => world.text(repo, "plan.md");
      const status = () => world.issues(repo).at(-1)?.body;
      await run({ kind: "everything" });
      sandbox.clock.advance({ seconds: 60 });
      world.as("maintainer").closeIssue(repo, issues.first.number);
      await run({ kind: "delta" });
      expect(document()).toContain("0/3");
      world.withoutWebhooks(() =>
        world.as("maintainer").addBlockedBy(repo, issues.second.number, issues.third.number),
      );
      const { nodeId } = world.as("maintainer").comment(repo, issues.second.number, "/sync");
      prepare(bench);
      await run({ kind: "text", id: nodeId });
      expect(document()).toContain("1/3");
      expect(status()).toContain("Second | [#3]");
    });
  });
});
