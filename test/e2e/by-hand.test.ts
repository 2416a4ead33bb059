import { describe, expect, test } from "#test";
import { startSandbox } from "../../sandbox/start-sandbox.ts";
import { accessGithub, parseRepository } from "../../src/cli/github-access.ts";
import { leave } from "../../src/cli/leave/leave.ts";
import type { Playground } from "../../src/cli/play/playground.ts";
import { readSurfaces } from "../../src/cli/play/read-surfaces.ts";
import { previewRepository } from "../../src/cli/preview/preview-repository.ts";
import { proposalBranch } from "../../src/domain/proposal.ts";
import { bytes, modelDocument, modelFiles, withPlayground } from "./model-playground.ts";
import { accessTo, previewOf } from "./preview-at-sandbox.ts";

describe("milepost preview OWNER/REPO", () => {
  test("prints the status issue and each document's difference, and writes nothing", async () => {
    await withPlayground({ files: { ...modelFiles, "docs/plan.json": bytes("{}") } }, async (p) => {
      const text = new TextDecoder().decode(readSurfaces(p).documents.get(modelDocument));
      const old = text.replaceAll("39/50 (78%)", "38/50 (76%)");
      p.sandbox.world.withoutWebhooks(() =>
        p.sandbox.world.as("writer").push(p.seeded.nameWithOwner, { [modelDocument]: old }, "Old"),
      );
      const { text: printed, calls } = await previewOf(p);
      expect(printed).toContain("M2 Data Foundations: 39 of 50 (78%)");
      expect(printed.split("--- a/")[0]).not.toContain("<!-- milepost");
      expect(printed).toMatch(/^-> \*\*Status:\*\* 38\/50 \(76%\)/m);
      expect(printed).toMatch(/^\+> \*\*Status:\*\* 39\/50 \(78%\)/m);
      expect(printed).toContain("Nothing was written.");
      expect(calls.filter((call) => call.startsWith("write"))).toEqual([]);
    });
  });

  test("of a repository with 10,000 issues takes 102 reads at most", async () => {
    const sandbox = await startSandbox({ now: "2025-01-01T00:00:00Z" });
    try {
      const { world } = sandbox;
      const repo = "example/large";
      world.withoutWebhooks(() => {
        world.createRepository({
          owner: "example",
          name: "large",
          files: { "README.md": "# L\n" },
        });
        const person = world.as("maintainer");
        const { number } = person.createMilestone(repo, { title: "M1 All" });
        for (let issue = 1; issue <= 10_000; issue += 1) {
          person.createIssue(repo, { title: `Issue ${issue}`, milestone: number });
          if (issue % 2 === 0) person.closeIssue(repo, issue);
        }
      });
      const access = await accessTo(sandbox, "example");
      const mark = sandbox.calls.mark();
      const lines: string[] = [];
      await previewRepository(parseRepository(repo), access, (line) => lines.push(line));
      const calls = sandbox.calls.since(mark);
      expect(calls.filter((call) => call.kind === "write")).toEqual([]);
      expect(calls.filter((call) => call.kind === "read").length).toBeLessThanOrEqual(102);
      expect(lines.join("\n")).toContain("M1 All: 5000 of 10000 (50%)");
      expect(lines.join("\n").length).toBeLessThan(20_000);
    } finally {
      await sandbox.stop();
    }
  }, 60_000);

  test.each([
    [{}, /GH_TOKEN is not set/],
    [{ GH_TOKEN: " " }, /GH_TOKEN is not set/],
  ])("without a token says how to get one", (env, message) => {
    expect(() => accessGithub(env)).toThrow(message);
  });

  test.each(["", "octocat", "a/b/c", "a b/c", "https://github.com/a/b"])(
    "%j is no repository",
    (text) => {
      expect(() => parseRepository(text)).toThrow(/OWNER\/REPO/);
    },
  );
});

describe("milepost leave OWNER/REPO", () => {
  test("takes the markers out, keeps every other byte, closes the status issue, lists the rest", async () => {
    await withPlayground({}, async (p) => {
      const before = new TextDecoder().decode(readSurfaces(p).documents.get(modelDocument));
      const access = await accessTo(p.sandbox, "example");
      const lines: string[] = [];
      const print = (line: string) => lines.push(line);
      await leave(parseRepository(p.seeded.nameWithOwner), access, print);
      await p.settle();
      const { documents, statusIssue } = readSurfaces(p);
      const after = new TextDecoder().decode(documents.get(modelDocument));
      const markersOut = before
        .replace(/^<!-- milepost:[^>]*-->\n/gm, "")
        .replace(/<!-- milepost:[^>]*-->/g, "");
      expect(after).toBe(markersOut);
      expect(statusIssue?.state).toBe("closed");
      expect(lines.join("\n")).toContain(".github/milepost.yml");
      const commits = p.sandbox.world.commits(p.seeded.nameWithOwner).length;
      await leave(parseRepository(p.seeded.nameWithOwner), access, print);
      expect(lines).toContain("No document holds markers.");
      expect(p.sandbox.world.commits(p.seeded.nameWithOwner)).toHaveLength(commits);
    });
  });
});

describe("milepost leave OWNER/REPO, where the default branch takes no commit", () => {
  async function leaveAfterProposal(
    before: (p: Playground) => void = () => {},
  ): Promise<{ lines: string[]; state: string | undefined; branches: string[]; status?: string }> {
    const lines: string[] = [];
    let found: { state: string | undefined; branches: string[]; status?: string } | undefined;
    await withPlayground({}, async (p) => {
      const { world } = p.sandbox;
      const repo = p.seeded.nameWithOwner;
      world.protectBranch(repo, "main");
      world.as("maintainer").closeIssue(repo, 408);
      await p.settle();
      before(p);
      const access = await accessTo(p.sandbox, "example");
      await leave(parseRepository(repo), access, (line) => lines.push(line));
      const pull = [...world.repository(repo).issues.values()].find((issue) => issue.pull !== null);
      const branches = [...world.repository(repo).refs.keys()];
      found = { state: pull?.state, branches, status: readSurfaces(p).statusIssue?.state };
    });
    if (!found) throw new Error("the playground did not run");
    return { lines, ...found };
  }

  test("closes the App's pull request, deletes its branch, and says what it could not write", async () => {
    const { lines, state, branches, status } = await leaveAfterProposal();
    expect(state).toBe("closed");
    expect(branches).toEqual(["main"]);
    expect(status).toBe("closed");
    expect(lines[0]).toMatch(/^Closed pull request #\d+\.$/);
    expect(lines).toContain(`Deleted its branch, ${proposalBranch}.`);
    expect(lines.join("\n")).toContain("GitHub refused a commit to main: ");
    expect(lines).toContain(`Remove the lines with "<!-- milepost:" from ${modelDocument}.`);
  });

  test("leaves a branch alone that holds somebody's commits", async () => {
    const { state, branches } = await leaveAfterProposal(({ sandbox, seeded }) => {
      const writer = sandbox.world.as("writer");
      writer.push(seeded.nameWithOwner, { "mine.md": "1" }, "Mine", proposalBranch);
    });
    expect(state).toBe("open");
    expect(branches).toEqual(["main", proposalBranch]);
  });
});

describe("mode: observe", () => {
  test("computes, logs and writes nothing, until it is live", async () => {
    const config = new TextDecoder().decode(modelFiles[".github/milepost.yml"]);
    const files = { ...modelFiles, ".github/milepost.yml": bytes(`mode: observe\n${config}`) };
    await withPlayground({ files }, async (p) => {
      expect(p.plan()?.milestones[0]?.count.percent).toBe(78);
      expect(readSurfaces(p).statusIssue).toBeNull();
      expect(p.sandbox.calls.all().filter((call) => call.kind === "write")).toEqual([]);
      const wanted = p.reports().at(-1)?.wanted;
      expect(wanted?.files.map((file) => file.path)).toEqual([modelDocument, "docs/plan.json"]);
      expect(wanted?.status?.after).toContain("39 of 50 (78%)");
      const repository = p.seeded.nameWithOwner;
      p.sandbox.world.as("writer").push(repository, { ".github/milepost.yml": config }, "Go live");
      await p.settle();
      expect(readSurfaces(p).statusIssue?.body).toContain("39 of 50 (78%)");
    });
  });
});
