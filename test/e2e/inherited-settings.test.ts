import { describe, expect, test } from "#test";
import type { Sandbox } from "../../sandbox/start-sandbox.ts";
import type { Playground } from "../../src/cli/play/playground.ts";
import { readSurfaces } from "../../src/cli/play/read-surfaces.ts";
import { bytes, modelDocument, modelFiles, withPlayground } from "./model-playground.ts";

const configPath = ".github/milepost.yml";
const repositoryOf = (playground: Playground) => playground.seeded.nameWithOwner;
const statusOf = (playground: Playground) => readSurfaces(playground).statusIssue?.body ?? "";
const textReads = (playground: Playground, mark = 0) =>
  playground.sandbox.calls.since(mark).filter(({ name }) => name.includes("ReadTextFile")).length;

interface Shared {
  readonly name: string;
  readonly text: string;
  readonly isPrivate?: boolean;
  readonly isInstalled?: boolean;
}

/** Another repository of the account, beside the plan's. */
const sharing =
  ({ name, text, isPrivate = false, isInstalled = true }: Shared) =>
  (sandbox: Sandbox, plan: string) => {
    const files = { [configPath]: bytes(text) };
    sandbox.world.createRepository({ owner: "example", name, files, isPrivate });
    return [plan, ...(isInstalled ? [`example/${name}`] : [])];
  };

const extending = (text: string) => ({ ...modelFiles, [configPath]: bytes(text) });

describe("a configuration that extends another repository's", () => {
  const files = extending(`_extends: standards\ndocuments: [${modelDocument}]\n`);
  const standards = { name: "standards", text: "unit: tasks\n" };

  test("holds with it, and costs nothing more once it is read", async () => {
    const chooseRepositories = sharing(standards);
    await withPlayground({ files, chooseRepositories }, async (playground, complaints) => {
      expect(playground.plan()?.unit).toBe("tasks");
      expect(textReads(playground)).toBeGreaterThan(0);
      const mark = playground.sandbox.calls.mark();
      const { world } = playground.sandbox;
      world.as("maintainer").editIssue(repositoryOf(playground), 10, { body: "Nothing new." });
      await playground.settle();
      expect(playground.sandbox.calls.since(mark)).toHaveLength(1);
      expect(complaints).toEqual([]);
    });
  });

  test("is read anew with it when it changes itself", async () => {
    const chooseRepositories = sharing(standards);
    await withPlayground({ files, chooseRepositories }, async (playground) => {
      const person = playground.sandbox.world.as("maintainer");
      person.push("example/standards", { [configPath]: "unit: issues\n" }, "other unit");
      const text = `# Changed.\n_extends: standards\ndocuments: [${modelDocument}]\n`;
      person.push(repositoryOf(playground), { [configPath]: text }, "touch");
      await playground.settle();
      expect(playground.plan()?.unit).toBe("issues");
    });
  });

  test.each([
    ["is not installed there", { ...standards, isInstalled: false }],
    ["may read it, but it is private and the plan is public", { ...standards, isPrivate: true }],
  ])("is an error where Milepost %s", async (_name, shared) => {
    await withPlayground({ files, chooseRepositories: sharing(shared) }, async (playground) => {
      expect(statusOf(playground)).toContain("Line 1, \\_extends");
      expect(statusOf(playground)).toContain("can't read");
      expect(playground.plan()?.unit).toBe("issues");
    });
  });

  test("is right again as soon as the other one is corrected, at the next event", async () => {
    const chooseRepositories = sharing({ ...standards, text: "units: tasks\n" });
    await withPlayground({ files, chooseRepositories }, async (playground) => {
      expect(statusOf(playground)).toContain(`example/standards:${configPath}, line 1, units`);
      expect(statusOf(playground)).toContain("Did you mean");
      const person = playground.sandbox.world.as("maintainer");
      person.push("example/standards", { [configPath]: "unit: tasks\n" }, "right");
      person.closeIssue(repositoryOf(playground), 408);
      await playground.settle();
      expect(statusOf(playground)).not.toContain("units");
      expect(playground.plan()?.unit).toBe("tasks");
    });
  });
});

describe("a repository without a configuration", () => {
  const files = { "README.md": bytes("# Hello\n") };

  test("has its owner's, looked up once", async () => {
    const chooseRepositories = sharing({ name: ".github", text: "unit: tasks\n" });
    await withPlayground({ files, chooseRepositories }, async (playground) => {
      expect(playground.plan()?.unit).toBe("tasks");
      const mark = playground.sandbox.calls.mark();
      playground.sandbox.world.as("maintainer").closeIssue(repositoryOf(playground), 408);
      await playground.settle();
      expect(textReads(playground, mark)).toBe(0);
    });
  });

  test("has the defaults where Milepost is not installed at its owner's", async () => {
    const chooseRepositories = sharing({ name: ".github", text: "a: b", isInstalled: false });
    await withPlayground({ files, chooseRepositories }, async (playground) => {
      expect(playground.plan()?.unit).toBe("issues");
      expect(statusOf(playground)).toContain("39 of 50 (78%)");
    });
  });
});
