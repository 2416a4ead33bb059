import { expect, test } from "#test";
import { StaleHeadError } from "../../src/engine/errors.ts";
import { type Bench, repo, withBench } from "./adapter-at-sandbox.ts";

const branch = "milepost/plan-documents";

/** What `withdraw-files` does to the branch, without a pull request. */
function withdraw({ apply, world }: Bench, expectedHead: string) {
  const repositoryId = world.repository(repo).nodeId;
  return apply({ kind: "withdraw-files", repositoryId, branch, expectedHead, pullRequestId: null });
}

function branchesOf({ world }: Bench): readonly string[] {
  return [...world.repository(repo).refs.keys()];
}

test("a branch is deleted where it is as it was read", async () => {
  await withBench(async (bench) => {
    const { sha } = bench.world.as("writer").push(repo, { "a.md": "1" }, "One", branch);
    expect(await withdraw(bench, sha)).toEqual({ kind: "withdrawn" });
    expect(branchesOf(bench)).toEqual(["main"]);
  });
});

test("a branch that somebody has moved stays, and is read again", async () => {
  await withBench(async (bench) => {
    const writer = bench.world.as("writer");
    const { sha } = writer.push(repo, { "a.md": "1" }, "One", branch);
    writer.push(repo, { "a.md": "2" }, "Two", branch);
    await expect(withdraw(bench, sha)).rejects.toThrow(StaleHeadError);
    expect(bench.world.text(repo, "a.md", branch)).toBe("2");
  });
});

test("a branch that is gone already is read again", async () => {
  await withBench(async (bench) => {
    const { sha } = bench.world.commits(repo)[0] ?? { sha: "" };
    await expect(withdraw(bench, sha)).rejects.toThrow(StaleHeadError);
  });
});
