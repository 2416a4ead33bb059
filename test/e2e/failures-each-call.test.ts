import { describe, expect, test } from "#test";
import type { CallMatch } from "../../sandbox/faults/call-match.ts";
import type { Sandbox } from "../../sandbox/start-sandbox.ts";
import { proposalBranch } from "../../src/domain/proposal.ts";
import { type FailureWorld, withPlan } from "./failures-world.ts";

type Break = (sandbox: Sandbox, match: CallMatch) => { readonly struck: number };

const breaks: readonly (readonly [string, Break])[] = [
  ["a 502 that was not performed", ({ faults }, match) => faults.fail(match, { status: 502 })],
  [
    "a 502 that was performed",
    ({ faults }, match) => faults.fail(match, { status: 502, performed: true }),
  ],
  ["a connection cut before", ({ faults }, match) => faults.drop(match, "before")],
  ["a connection cut after", ({ faults }, match) => faults.drop(match, "after")],
];

const operations = ["ReadRepository", "ReadBody", "CommitFiles", "EditIssueBody"];

describe("each call of a sync that meets", () => {
  test.each(breaks)("%s leaves everything true and nothing twice", async (_name, breakOff) => {
    await withPlan(async (world) => {
      for (const [index, operation] of operations.entries()) {
        const fault = breakOff(world.sandbox, { operation });
        world.close(index + 1);
        await world.settle();
        expect([operation, fault.struck]).toEqual([operation, 1]);
        world.expectDone(index + 1);
        expect(world.commits()).toHaveLength(index + 2);
      }
    });
  });
});

describe("the first sync", () => {
  const calls: readonly (readonly [string, CallMatch])[] = [
    ["the read", { operation: "ReadRepository" }],
    ["a file", { method: "GET", route: "/repos/{owner}/{repo}/git/blobs/{file_sha}" }],
    ["the commit", { operation: "CommitFiles" }],
    ["the new status issue", { method: "POST", route: "/repos/{owner}/{repo}/issues" }],
    ["the pin", { operation: "PinIssue" }],
  ];
  const cases = calls.flatMap(([name, call]) =>
    breaks.map(([how, breakOff]) => [name, how, call, breakOff] as const),
  );

  test.each(cases)(
    "where %s meets %s makes one status issue, one pin, one commit",
    async (_name, _how, call, breakOff) => {
      let fault = { struck: 0 };
      const prepare = ({ sandbox }: { sandbox: Sandbox }) => {
        fault = breakOff(sandbox, call);
      };
      await withPlan(async (world) => {
        expect(fault.struck).toBe(1);
        world.expectDone(0);
        expect(world.commits()).toHaveLength(1);
      }, prepare);
    },
  );
});

describe("each call for the pull request that meets", () => {
  const calls = ["MoveBranches", "CommitFiles", "OpenPullRequest"];

  test.each(breaks)("%s makes one pull request, and one branch", async (_name, breakOff) => {
    await withPlan(async (world) => {
      const { sandbox, repo } = world;
      sandbox.world.protectBranch(repo, "main");
      for (const [index, operation] of calls.entries()) {
        breakOff(sandbox, { operation });
        world.close(index + 1);
        await world.settle();
        expectOnePullRequest(world, index + 1);
      }
      const closing = breakOff(sandbox, { operation: "ClosePullRequest" });
      for (const number of [1, 2, 3]) world.person.reopenIssue(repo, number);
      await world.settle();
      expect(closing.struck).toBe(1);
      expect(pullsOf(world).map(({ state }) => state)).toEqual(["closed"]);
      expect([...sandbox.world.repository(repo).refs.keys()]).toEqual(["main"]);
    });
  });
});

function pullsOf({ sandbox, repo }: FailureWorld) {
  const all = [...sandbox.world.repository(repo).issues.values()];
  return all.filter(({ pull }) => pull !== null);
}

function expectOnePullRequest(world: FailureWorld, done: number): void {
  const { sandbox, repo } = world;
  expect(pullsOf(world).map(({ state }) => state)).toEqual(["open"]);
  expect(sandbox.world.text(repo, "plan.md", proposalBranch)).toContain(`${done}/4`);
  expect(sandbox.world.commits(repo, proposalBranch)[0]?.parents).toEqual([
    sandbox.world.commits(repo)[0],
  ]);
  const branches = [...sandbox.world.repository(repo).refs.keys()];
  expect(branches.sort()).toEqual(["main", proposalBranch]);
}
