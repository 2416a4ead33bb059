import { describe, expect, test } from "#test";
import type { Sandbox } from "../../sandbox/start-sandbox.ts";
import type { Playground } from "../../src/cli/play/playground.ts";
import { readSurfaces } from "../../src/cli/play/read-surfaces.ts";
import { bytes, modelDocument, modelSpec, withPlayground } from "./model-playground.ts";

const all = () => "all" as const;
const readme = { "README.md": bytes("# Hello\n") };
const configPath = ".github/milepost.yml";

const repositoryOf = (playground: Playground) => playground.seeded.nameWithOwner;
const statusOf = (playground: Playground) => readSurfaces(playground).statusIssue?.body;
const lastSkipped = (playground: Playground) => playground.reports().at(-1)?.skipped;

function callsNamed(playground: Playground, name: string): number {
  return playground.sandbox.calls.all().filter((call) => call.name === name).length;
}

const selectionRoute = "GET /app/installations/{installation_id}";

function push(playground: Playground, text: string, branch?: string): void {
  const person = playground.sandbox.world.as("maintainer");
  person.push(repositoryOf(playground), { [configPath]: text }, "settings", branch);
}

describe("installed on selected repositories, Milepost", () => {
  test("starts at once where there is an open milestone", async () => {
    await withPlayground({ files: readme }, async (playground) => {
      expect(statusOf(playground)).toContain("39 of 50 (78%)");
      expect(callsNamed(playground, selectionRoute)).toBe(1);
    });
  });

  test("starts at once where there is a configuration, and need not ask", async () => {
    const spec = { ...modelSpec, milestones: [], issues: [] };
    await withPlayground({ spec }, async (playground) => {
      expect(statusOf(playground)).toBeDefined();
      expect(callsNamed(playground, selectionRoute)).toBe(0);
    });
  });

  test("waits for a milestone where all are closed", async () => {
    const closed = modelSpec.milestones.map((one) => ({ ...one, state: "closed" as const }));
    const spec = { ...modelSpec, milestones: closed, issues: [] };
    await withPlayground({ spec, files: readme }, async (playground) => {
      expect([statusOf(playground), lastSkipped(playground)]).toEqual([
        undefined,
        "nothing-planned",
      ]);
      const { world } = playground.sandbox;
      world.as("maintainer").createMilestone(repositoryOf(playground), { title: "Next" });
      await playground.settle();
      expect(statusOf(playground)).toBeDefined();
    });
  });
});

describe("installed on all repositories of an account, Milepost", () => {
  test("waits in each for a configuration, and starts when it is there", async () => {
    await withPlayground({ files: readme, chooseRepositories: all }, async (playground) => {
      expect([statusOf(playground), lastSkipped(playground)]).toEqual([
        undefined,
        "waits-for-configuration",
      ]);
      expect(playground.sandbox.calls.all().filter(({ kind }) => kind === "write")).toEqual([]);
      push(playground, "unit: issues\n");
      await playground.settle();
      expect(statusOf(playground)).toContain("39 of 50 (78%)");
    });
  });

  test("does not take the owner's configuration for one of the repository's own", async () => {
    const chooseRepositories = (sandbox: Sandbox) => {
      const files = { [configPath]: bytes("unit: issues\n") };
      sandbox.world.createRepository({ owner: "example", name: ".github", files });
      return "all" as const;
    };
    await withPlayground({ files: readme, chooseRepositories }, async (playground) => {
      expect(statusOf(playground)).toBeUndefined();
    });
  });

  test("goes on where it has started, though the configuration is removed", async () => {
    await withPlayground({ chooseRepositories: all }, async (playground) => {
      const person = playground.sandbox.world.as("maintainer");
      person.push(repositoryOf(playground), { [configPath]: null }, "no settings");
      person.closeIssue(repositoryOf(playground), 408);
      await playground.settle();
      expect(statusOf(playground)).toContain("40 of 50 (80%)");
      expect(callsNamed(playground, selectionRoute)).toBe(0);
    });
  });

  test("waits also in repositories that come later", async () => {
    await withPlayground({ chooseRepositories: all }, async (playground) => {
      const { world } = playground.sandbox;
      world.createRepository({ owner: "example", name: "later", files: readme });
      world.as("maintainer").createMilestone("example/later", { title: "M1" });
      await playground.settle();
      expect(lastSkipped(playground)).toBe("waits-for-configuration");
      expect([...world.repository("example/later").issues]).toEqual([]);
    });
  });
});

describe("a change of the configuration on another branch", () => {
  test("has no effect before it is merged", async () => {
    await withPlayground({}, async (playground) => {
      const { world } = playground.sandbox;
      const person = world.as("maintainer");
      const before = { status: statusOf(playground), commits: commitsIn(playground) };
      push(
        playground,
        `unit: tasks\ndocuments: [${modelDocument}]\nlabels: {cluster: no}\n`,
        "try",
      );
      const { number } = person.createPullRequest(repositoryOf(playground), {
        title: "Count tasks",
        head: "try",
        base: "main",
      });
      await playground.settle();
      expect({ status: statusOf(playground), commits: commitsIn(playground) }).toEqual(before);
      person.mergePullRequest(repositoryOf(playground), number);
      await playground.settle();
      expect(playground.plan()?.unit).toBe("tasks");
    });
  });

  test("does not start Milepost where it waits", async () => {
    await withPlayground({ files: readme, chooseRepositories: all }, async (playground) => {
      push(playground, "unit: issues\n", "try");
      await playground.settle();
      expect(statusOf(playground)).toBeUndefined();
    });
  });
});

function commitsIn(playground: Playground): readonly string[] {
  const commits = playground.sandbox.world.commits(repositoryOf(playground));
  return commits.map(({ message }) => message);
}
