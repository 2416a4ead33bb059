import { describe, expect, test } from "#test";
import { createMemoryCache } from "../../src/backends/memory/memory-cache.ts";
import { proposalBranch } from "../../src/domain/proposal.ts";
import type { Hint } from "../../src/engine/hint.ts";
import type { Job, JobOutcome, Selections } from "../../src/engine/ports.ts";
import { createSyncJob } from "../../src/engine/sync-job.ts";
import { type Bench, repo, withBench } from "../github/adapter-at-sandbox.ts";

const everything: readonly Hint[] = [{ kind: "everything" }];
const text = "We are at <!-- milepost:count milestone=1 -->?<!-- milepost:end -->.\n";
const config = "documents: [plan.md]\ncommits: {every: 1h}\n";

/** A process with an empty memory, whose clock is the sandbox's. */
function startProcess(
  { reader, apply, now, address }: Bench,
  selections?: Pick<Selections, "selectionOf">,
): () => Promise<JobOutcome> {
  const job: Job = createSyncJob(
    {
      ...(selections && { selections }),
      ...{ reader, cache: createMemoryCache(), clock: { now } },
      applier: { apply: (_address, change) => apply(change) },
      log: { debug() {}, info() {}, warn() {}, error() {} },
    },
    {},
  );
  return () => job(address, everything);
}

async function withPlan(run: (bench: Bench) => Promise<void>): Promise<void> {
  await withBench(async (bench) => {
    const person = bench.world.as("maintainer");
    const { number } = person.createMilestone(repo, { title: "M1" });
    for (const { number: issue } of Object.values(bench.issues)) {
      person.setMilestone(repo, issue, number);
    }
    person.push(repo, { ".github/milepost.yml": config, "plan.md": text }, "Plan");
    await run(bench);
  });
}

function wordsOn({ world }: Bench, branch?: string): string {
  return world.text(repo, "plan.md", branch) ?? "";
}

function minutesOf(outcome: JobOutcome): number {
  return outcome.kind === "later" ? Math.ceil(outcome.milliseconds / 60_000) : 0;
}

describe("the interval between commits", () => {
  test.each([
    ["the default branch", undefined],
    ["the pull request", proposalBranch],
  ])(
    "holds for %s after a restart, and the last state is written in the end",
    async (_name, on) => {
      await withPlan(async (bench) => {
        const { world, sandbox, issues } = bench;
        if (on !== undefined) world.protectBranch(repo, "main");
        const close = (issue: { number: number }) =>
          world.as("writer").closeIssue(repo, issue.number);
        const first = startProcess(bench);
        expect(await first()).toEqual({ kind: "done" });
        expect(wordsOn(bench, on)).toContain("0/3");
        close(issues.first);
        expect(minutesOf(await first())).toBe(60);
        sandbox.clock.advance({ seconds: 20 * 60 });
        close(issues.second);
        const second = startProcess(bench);
        expect(minutesOf(await second())).toBe(40);
        expect(wordsOn(bench, on)).toContain("0/3");
        sandbox.clock.advance({ seconds: 40 * 60 });
        expect(await startProcess(bench)()).toEqual({ kind: "done" });
        expect(wordsOn(bench, on)).toContain("2/3");
      });
    },
  );
});

test("documents offered where nobody chose the repository wait too, and their last state is written", async () => {
  await withBench(async (bench) => {
    const { world, sandbox, issues } = bench;
    const settings = new TextEncoder().encode("onboarding: true\ncommits: {every: 1h}\n");
    const files = { ".github/milepost.yml": settings };
    world.createRepository({ owner: "acme", name: ".github", files });
    const person = world.as("maintainer");
    const { number } = person.createMilestone(repo, { title: "M1" });
    for (const issue of [issues.first, issues.second]) {
      person.setMilestone(repo, issue.number, number);
    }
    const run = startProcess(bench, { selectionOf: async () => "all" });
    const offered = () => world.text(repo, "docs/m1-plan.md", proposalBranch) ?? "";
    expect(await run()).toEqual({ kind: "done" });
    expect(offered()).toContain("0/2");
    person.closeIssue(repo, issues.first.number);
    expect(minutesOf(await run())).toBe(60);
    sandbox.clock.advance({ seconds: 60 * 60 });
    expect(await run()).toEqual({ kind: "done" });
    expect(offered()).toContain("1/2");
  });
});

describe("the day in a document that waits in a pull request", () => {
  const withDay = "<!-- milepost:status-line milestone=1 -->\n<!-- milepost:end -->\n";

  test("is that of its last change, and the passing of days alone writes nothing", async () => {
    await withPlan(async (bench) => {
      const { world, sandbox, issues } = bench;
      world.as("maintainer").push(repo, { "plan.md": withDay }, "With a day");
      world.protectBranch(repo, "main");
      await startProcess(bench)();
      const before = wordsOn(bench, proposalBranch);
      const day = sandbox.clock.iso().slice(0, 10);
      expect(before).toContain(day);
      sandbox.clock.advance({ days: 3 });
      const head = () => world.commits(repo, proposalBranch)[0]?.sha;
      const headBefore = head();
      await startProcess(bench)();
      expect([head(), wordsOn(bench, proposalBranch)]).toEqual([headBefore, before]);
      world.as("writer").closeIssue(repo, issues.first.number);
      await startProcess(bench)();
      expect(wordsOn(bench, proposalBranch)).toContain(sandbox.clock.iso().slice(0, 10));
      expect(wordsOn(bench, proposalBranch)).not.toContain(day);
    });
  });
});
