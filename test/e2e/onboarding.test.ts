import { describe, expect, test } from "#test";
import type { Sandbox } from "../../sandbox/start-sandbox.ts";
import type { Playground } from "../../src/cli/play/playground.ts";
import { readSurfaces } from "../../src/cli/play/read-surfaces.ts";
import { proposalBranch } from "../../src/domain/proposal.ts";
import { bytes, withPlayground } from "./model-playground.ts";

const settings = ".github/milepost.yml";
const document = "docs/m2-data-foundations-plan.md";
const asked = { [settings]: bytes("# Ours.\nonboarding: true\n") };

function at({ sandbox, seeded }: Playground) {
  const repo = seeded.nameWithOwner;
  const { world } = sandbox;
  return {
    repo,
    world,
    pulls: () => [...world.repository(repo).issues.values()].filter(({ pull }) => pull !== null),
    offered: (path: string) => world.text(repo, path, proposalBranch) ?? null,
    onMain: (path: string) => world.text(repo, path) ?? null,
  };
}

const rules = (playground: Playground) => playground.plan()?.findings.map(({ rule }) => rule);

describe("a repository whose settings name no documents and ask for some", () => {
  test("is offered filled documents in one pull request, and nothing on its default branch", async () => {
    await withPlayground({ files: asked }, async (playground, complaints) => {
      const { pulls, offered, onMain } = at(playground);
      expect(pulls()).toHaveLength(1);
      expect(pulls()[0]).toMatchObject({ title: "Start with plan documents", state: "open" });
      expect(onMain(document)).toBeNull();
      expect(offered(document)).toContain("39/50 (78%)");
      expect(offered("docs/ROADMAP.md")).toContain("M5");
      expect(offered("docs/STATUS.md")).toContain("| **Total** |");
      expect(offered(settings)).toMatch(
        /^# Ours\.\nonboarding: true\ndocuments:\n {2}- path: docs\/m2-data-foundations-plan\.md # M2 Data Foundations\n {4}milestone: \d+\n/,
      );
      expect(rules(playground)).toContain("documents-offered");
      expect(complaints).toEqual([]);
    });
  });

  test("has the offer kept up to date, in place", async () => {
    await withPlayground({ files: asked }, async (playground) => {
      const { world, repo, pulls, offered } = at(playground);
      world.as("writer").closeIssue(repo, 408);
      await playground.settle();
      expect(pulls()).toHaveLength(1);
      expect(offered(document)).toContain("40/50 (80%)");
    });
  });

  test("keeps them once they are merged, and the branch is gone", async () => {
    await withPlayground({ files: asked }, async (playground) => {
      const { world, repo, pulls, offered, onMain } = at(playground);
      world.as("maintainer").mergePullRequest(repo, pulls()[0]?.number ?? 0);
      await playground.settle();
      world.as("writer").closeIssue(repo, 408);
      await playground.settle();
      expect(onMain(document)).toContain("40/50 (80%)");
      expect(offered(document)).toBeNull();
      expect(pulls()).toHaveLength(1);
      expect(rules(playground)).not.toContain("documents-offered");
    });
  });

  test("is asked once: a closed offer is not made again, and says nothing more", async () => {
    await withPlayground({ files: asked }, async (playground) => {
      const { world, repo, pulls } = at(playground);
      world.as("maintainer").closeIssue(repo, pulls()[0]?.number ?? 0);
      await playground.settle();
      world.as("writer").closeIssue(repo, 408);
      await playground.settle();
      expect(pulls().filter(({ state }) => state === "open")).toEqual([]);
      expect(pulls()).toHaveLength(1);
      expect(rules(playground)).not.toContain("documents-offered");
    });
  });

  test("has the offer taken back when its settings no longer ask", async () => {
    await withPlayground({ files: asked }, async (playground) => {
      const { world, repo, pulls, offered } = at(playground);
      world.as("maintainer").push(repo, { [settings]: "onboarding: false\n" }, "no thanks");
      await playground.settle();
      expect(pulls().map(({ state }) => state)).toEqual(["closed"]);
      expect(offered(document)).toBeNull();
    });
  });

  test("keeps a file that is there already, which is not offered", async () => {
    const files = { ...asked, "docs/STATUS.md": bytes("# Ours\n") };
    await withPlayground({ files }, async (playground) => {
      const { offered } = at(playground);
      expect(offered("docs/STATUS.md")).toBe("# Ours\n");
      expect(offered(settings)).not.toContain("docs/STATUS.md");
      expect(offered(settings)).toContain("docs/ROADMAP.md");
    });
  });
});

test("without being asked nothing is offered", async () => {
  await withPlayground({ files: {} }, async (playground) => {
    expect(at(playground).pulls()).toEqual([]);
    expect(readSurfaces(playground).statusIssue).not.toBeNull();
  });
});

test("one of all repositories of an account gets the offer and nothing else, and holds on to its owner's settings", async () => {
  const chooseRepositories = (sandbox: Sandbox) => {
    const files = { [settings]: bytes("onboarding: true\n") };
    sandbox.world.createRepository({ owner: "example", name: ".github", files });
    return "all" as const;
  };
  await withPlayground({ files: {}, chooseRepositories }, async (playground) => {
    const { pulls, offered } = at(playground);
    expect(readSurfaces(playground).statusIssue).toBeNull();
    expect(pulls().map(({ title }) => title)).toEqual(["Start with plan documents"]);
    expect(offered(settings)).toMatch(/^#.*\n_extends: \.github\ndocuments:\n/);
  });
});
