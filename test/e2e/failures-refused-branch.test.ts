import { describe, expect, test } from "#test";
import type { Issue } from "../../sandbox/world/model.ts";
import { applyEvent } from "../../src/cli/play/apply-event.ts";
import type { Playground } from "../../src/cli/play/playground.ts";
import { readSurfaces } from "../../src/cli/play/read-surfaces.ts";
import { proposalBranch } from "../../src/domain/proposal.ts";
import { modelDocument, withPlayground } from "./model-playground.ts";

async function close(playground: Playground, ...issues: readonly number[]): Promise<void> {
  for (const issue of issues) {
    applyEvent(playground.sandbox, playground.seeded, { do: "close", issue });
  }
  await playground.settle();
}

function at(playground: Playground) {
  const { sandbox, seeded } = playground;
  const { world } = sandbox;
  const repo = seeded.nameWithOwner;
  return {
    world,
    repo,
    writer: world.as("writer"),
    pulls: (): readonly Issue[] =>
      [...world.repository(repo).issues.values()].filter(({ pull }) => pull !== null),
    branches: () => [...world.repository(repo).refs.keys()].sort(),
    proposed: () => world.text(repo, modelDocument, proposalBranch) ?? "",
    onMain: () => world.text(repo, modelDocument) ?? "",
    status: () => readSurfaces(playground).statusIssue?.body ?? "",
    findings: () => playground.plan()?.findings.map(({ rule }) => rule) ?? [],
  };
}

/** The default branch takes no commit from the start of `run` on. */
async function withRefusedBranch(run: (playground: Playground) => Promise<void>): Promise<void> {
  await withPlayground({}, async (playground) => {
    playground.sandbox.world.protectBranch(playground.seeded.nameWithOwner, "main");
    await run(playground);
  });
}

describe("a default branch that takes no commit", () => {
  test.each(["protection", "ruleset"])(
    "by %s gets a pull request, which the status issue names",
    async (by) => {
      await withPlayground({}, async (playground) => {
        const { world, repo, pulls, proposed, onMain, status } = at(playground);
        const before = onMain();
        if (by === "protection") world.protectBranch(repo, "main");
        else world.addRuleset(repo, { rules: [{ type: "pull_request" }] });
        await close(playground, 408);
        const [pull] = pulls();
        expect(pull).toMatchObject({ state: "open", pull: { baseRef: "main" } });
        expect(onMain()).toBe(before);
        expect(proposed()).toContain("40/50 (80%)");
        expect(status()).toContain("40 of 50 (80%)");
        expect(status()).toContain(`[#${pull?.number}]: ../issues/${pull?.number}`);
      });
    },
  );

  test("gets one pull request, updated in place, one commit ahead", async () => {
    await withRefusedBranch(async (playground) => {
      const { world, repo, writer, pulls, proposed, branches } = at(playground);
      await close(playground, 408);
      const merged = writer.createPullRequest(repo, {
        ...{ title: "Other work", body: "", base: "main" },
        head: writer.push(repo, { "other.txt": "1" }, "Other", "other") ? "other" : "",
      });
      writer.mergePullRequest(repo, merged.number);
      await close(playground, 404, 405);
      expect(pulls().filter(({ state }) => state === "open")).toHaveLength(1);
      expect(proposed()).toContain("42/50 (84%)");
      expect(world.text(repo, "other.txt", proposalBranch)).toBe("1");
      const [head] = world.commits(repo, proposalBranch);
      expect(head?.parents[0]).toBe(world.commits(repo)[0]);
      expect(branches()).toEqual(["main", proposalBranch, "other"]);
    });
  });

  test("is asked once, and what the pull request says already is not written again", async () => {
    await withRefusedBranch(async (playground) => {
      const { sandbox } = playground;
      await close(playground, 408);
      const mark = sandbox.calls.mark();
      at(playground).writer.push(playground.seeded.nameWithOwner, { "x.txt": "1" }, "x", "theirs");
      const labelled = { title: "Not in the plan" };
      at(playground).writer.createIssue(playground.seeded.nameWithOwner, labelled);
      await playground.settle();
      const calls = sandbox.calls.since(mark);
      expect(calls.filter(({ kind }) => kind === "read").length).toBeGreaterThan(0);
      expect(calls.filter(({ kind }) => kind === "write")).toEqual([]);
      expect(calls.filter(({ name }) => /BranchFiles/.test(name))).toEqual([]);
      await close(playground, 404);
      const direct = sandbox.calls.since(mark).filter(({ name }) => /CommitFiles/.test(name));
      expect(direct).toHaveLength(1);
    });
  });

  test("finds the branch and the pull request again with an empty memory", async () => {
    await withRefusedBranch(async (playground) => {
      const { pulls, world, repo } = at(playground);
      await close(playground, 408);
      const before = world.commits(repo, proposalBranch)[0];
      await playground.app.stop();
      await playground.app.start();
      await playground.settle();
      expect(pulls()).toHaveLength(1);
      expect(world.commits(repo, proposalBranch)[0]).toBe(before);
    });
  });

  test("that got the documents by a merge leaves no branch behind", async () => {
    await withRefusedBranch(async (playground) => {
      const { writer, repo, pulls, branches, onMain, findings } = at(playground);
      await close(playground, 408);
      expect(findings()).toContain("documents-proposed");
      writer.mergePullRequest(repo, pulls()[0]?.number ?? 0);
      await playground.settle();
      expect(onMain()).toContain("40/50 (80%)");
      expect(branches()).toEqual(["main"]);
      expect(findings()).not.toContain("documents-proposed");
      await close(playground, 404);
      expect(pulls().map(({ state }) => state)).toEqual(["closed", "open"]);
    });
  });

  test("that says the same again closes the pull request", async () => {
    await withRefusedBranch(async (playground) => {
      const { pulls, branches } = at(playground);
      await close(playground, 408);
      applyEvent(playground.sandbox, playground.seeded, { do: "reopen", issue: 408 });
      await playground.settle();
      expect(pulls().map(({ state }) => state)).toEqual(["closed"]);
      expect(branches()).toEqual(["main"]);
      await close(playground, 408);
      expect(pulls().map(({ state }) => state)).toEqual(["closed", "open"]);
    });
  });
});

describe("what people do with the pull request", () => {
  test("by commits on its branch is never overwritten, and the status issue says so", async () => {
    await withRefusedBranch(async (playground) => {
      const { writer, world, repo, findings } = at(playground);
      await close(playground, 408);
      const theirs = writer.push(repo, { "notes.md": "Ours" }, "A note", proposalBranch);
      await close(playground, 404);
      expect(world.commits(repo, proposalBranch)[0]).toBe(theirs);
      expect(findings()).toContain("documents-branch-taken");
    });
  });

  test("between the read and the write is not overwritten either", async () => {
    await withRefusedBranch(async (playground) => {
      const { writer, world, repo, branches } = at(playground);
      await close(playground, 408);
      const push = () => writer.push(repo, { "notes.md": "Ours" }, "A note", proposalBranch);
      const fault = playground.sandbox.faults.before({ operation: "CommitFiles" }, push);
      await close(playground, 404);
      expect(fault.struck).toBe(1);
      expect(world.text(repo, "notes.md", proposalBranch)).toBe("Ours");
      expect(branches()).toEqual(["main", proposalBranch]);
    });
  });

  test("by closing it is heard: no other is opened until they reopen it", async () => {
    await withRefusedBranch(async (playground) => {
      const { writer, repo, pulls, findings, proposed } = at(playground);
      await close(playground, 408);
      const number = pulls()[0]?.number ?? 0;
      writer.closeIssue(repo, number);
      await close(playground, 404);
      expect(pulls()).toHaveLength(1);
      expect(findings()).toContain("documents-declined");
      writer.reopenIssue(repo, number);
      await playground.settle();
      expect(proposed()).toContain("41/50 (82%)");
      expect(findings()).toContain("documents-proposed");
    });
  });
});

describe("the words of the pull request", () => {
  test("hold no reference, no mention, no address and no command", async () => {
    await withRefusedBranch(async (playground) => {
      const { world, repo, pulls } = at(playground);
      await close(playground, 408);
      const [commit] = world.commits(repo, proposalBranch);
      const texts = [pulls()[0]?.title, pulls()[0]?.body, commit?.message];
      for (const text of texts) {
        expect(text).not.toMatch(/#\d|GH-\d|@\w|https?:|\[skip|\[ci|Data Foundations/i);
      }
      expect(commit?.message).toBe("docs(plan): M2 39 → 40 of 50");
    });
  });
});

describe("a branch for the pull request that is refused too", () => {
  test("is a finding with what to do, and is not tried at every event", async () => {
    await withPlayground({}, async (playground) => {
      const { world, repo, status, pulls, findings } = at(playground);
      const rules = [{ type: "pull_request" }, { type: "creation" }] as const;
      world.addRuleset(repo, { rules, branches: ["~ALL"] });
      await close(playground, 408);
      expect(pulls()).toEqual([]);
      expect(findings()).toContain("commit-refused");
      expect(status()).toMatch(/GitHub refused to commit the plan documents/);
      expect(status()).toMatch(/Let Milepost bypass one of these rules/);
      const mark = playground.sandbox.calls.mark();
      await close(playground, 404);
      const writes = playground.sandbox.calls.since(mark).filter(({ kind }) => kind === "write");
      expect(writes.map(({ name }) => name)).toEqual(["mutation EditIssueBody"]);
      expect(findings()).toContain("commit-refused");
    });
  });
});
