import { describe, expect, test } from "#test";
import type { Issue } from "../../sandbox/world/model.ts";
import { runAdopt } from "../../src/cli/adopt/run-adopt.ts";
import { accessGithub, type GithubAccess, parseRepository } from "../../src/cli/github-access.ts";
import { applyEvent } from "../../src/cli/play/apply-event.ts";
import type { Playground } from "../../src/cli/play/playground.ts";
import { adoptionBranch } from "../../src/engine/decide-adoption.ts";
import { readCase } from "../adopt/adoption.ts";
import { bytes, withPlayground } from "./model-playground.ts";
import { accessTo } from "./preview-at-sandbox.ts";

const path = "docs/plan.md";
const branch = adoptionBranch(path);
const plan = "# M2\n\nOurs.\n\n**Remaining:** 11 issues\n\n**Complete (39/50):** 39 closed\n";

interface Desk {
  readonly playground: Playground;
  readonly world: Playground["sandbox"]["world"];
  readonly repo: string;
  /** What the command prints. */
  adopt(options?: {
    file?: string;
    write?: boolean;
    from?: string;
    with?: GithubAccess;
  }): Promise<string>;
  pulls(): readonly Issue[];
  branches(): readonly string[];
  writes(): readonly string[];
}

async function atDesk(text: string, run: (desk: Desk) => Promise<void>): Promise<void> {
  const files = { ".github/milepost.yml": bytes("# Ours.\n"), [path]: bytes(text) };
  await withPlayground({ files }, async (playground) => {
    const { sandbox, seeded } = playground;
    const { world } = sandbox;
    const repo = seeded.nameWithOwner;
    const access = await accessTo(sandbox, "example");
    const mark = sandbox.calls.mark();
    await run({
      ...{ playground, world, repo },
      async adopt({ file = path, write = false, from = repo, with: key = access } = {}) {
        const lines: string[] = [];
        const print = (line: string) => void lines.push(line);
        const options = { milestone: "M2", write, pullRequest: true, print };
        await runAdopt(file, parseRepository(from), key, options);
        return lines.join("\n");
      },
      pulls: () => [...world.repository(repo).issues.values()].filter(({ pull }) => pull !== null),
      branches: () => [...world.repository(repo).refs.keys()].sort(),
      writes: () =>
        sandbox.calls
          .since(mark)
          .map(({ name }) => name)
          .filter((name) => /^mutation (?:createCommit|updateRefs|\w+PullRequest)/.test(name)),
    });
  });
}

describe("adopt as a pull request", () => {
  test("opens one from a branch of its own, one commit ahead, with each passage before and after", async () => {
    await atDesk(plan, async ({ adopt, world, repo, pulls, branches }) => {
      const said = await adopt();
      const [pull, ...others] = pulls();
      expect(others).toEqual([]);
      expect(said).toBe(
        `Opened pull request #${pull?.number}: https://github.com/${repo}/pull/${pull?.number}`,
      );
      expect(pull).toMatchObject({
        title: `Adopt ${path}`,
        pull: { baseRef: "main", headRef: branch },
      });
      expect(branches()).toEqual(["main", branch].sort());
      expect(world.commits(repo, branch)[0]?.parents[0]).toBe(world.commits(repo)[0]);
      expect(world.text(repo, path)).toBe(plan);
      expect(world.text(repo, path, branch)).toContain(
        "Ours.\n\n<!-- milepost:remaining -->\n**Remaining:** 11 issues",
      );
      expect(pull?.body).toContain('<summary>Line 5 becomes the region "remaining"</summary>');
      expect(pull?.body).toContain("Before:\n\n```markdown\n**Remaining:** 11 issues\n```");
      expect(pull?.body).toMatch(/After:\n\n```markdown\n\*\*Remaining:\*\* 11 issues: 7 Dual/);
      expect(pull?.body).toContain(`\`\`\`yaml\ndocuments:\n  - path: ${path}\n    milestone:`);
    });
  });

  test("finds it again, and writes nothing where nothing changed", async () => {
    await atDesk(plan, async ({ adopt, pulls, writes }) => {
      await adopt();
      const before = writes().length;
      const [pull] = pulls();
      expect(await adopt()).toContain(`Pull request #${pull?.number} proposes this already`);
      expect(writes().slice(before)).toEqual([]);
      expect(pulls()).toHaveLength(1);
    });
  });

  test("updates it in place when the document or the issues changed, and keeps what people wrote into it", async () => {
    await atDesk(plan, async ({ adopt, playground, world, repo, pulls, branches }) => {
      await adopt();
      const writer = world.as("writer");
      writer.push(repo, { [path]: plan.replace("Ours.", "Ours and theirs.") }, "Ours and theirs");
      const number = pulls()[0]?.number ?? 0;
      writer.editIssue(repo, number, { body: `Please look.\n\n${pulls()[0]?.body}` });
      applyEvent(playground.sandbox, playground.seeded, { do: "close", issue: 408 });
      await playground.settle();
      expect(await adopt()).toContain(`Updated pull request #${number}`);
      const [pull, ...others] = pulls();
      expect(others).toEqual([]);
      expect(pull?.body).toMatch(/^Please look\.\n\n<!-- milepost:adoption -->/);
      expect(pull?.body).toContain("**Remaining:** 10 issues");
      const proposed = world.text(repo, path, branch);
      expect(proposed).toContain("Ours and theirs.");
      expect(proposed).toContain("**Remaining:** 10 issues");
      expect(world.commits(repo, branch)[0]?.parents[0]).toBe(world.commits(repo)[0]);
      expect(branches()).toEqual(["main", branch].sort());
    });
  });

  test("opens none where nothing is proposed, and closes the one that has nothing left to say", async () => {
    await atDesk(
      "# Notes\n\nNothing of the plan.\n",
      async ({ adopt, world, repo, pulls, branches }) => {
        expect(await adopt()).toContain("no pull request was opened");
        expect(pulls()).toEqual([]);
        const writer = world.as("writer");
        writer.push(repo, { [path]: plan }, "A plan");
        await adopt();
        writer.push(repo, { [path]: "# Notes\n" }, "No plan");
        expect(await adopt()).toMatch(
          /^There is nothing left to propose: pull request #\d+ was closed/,
        );
        expect(pulls()).toMatchObject([{ state: "closed" }]);
        expect(branches()).toEqual(["main"]);
      },
    );
  });

  test("leaves a branch alone that somebody else committed to", async () => {
    await atDesk(plan, async ({ adopt, world, repo, pulls }) => {
      await adopt();
      const writer = world.as("writer");
      writer.push(repo, { [path]: "# Mine\n" }, "Mine", branch);
      writer.push(repo, { [path]: `${plan}\nMore.\n` }, "More");
      const before = pulls()[0]?.body;
      expect(await adopt()).toContain(`The branch ${branch} holds commits of somebody else`);
      expect(world.text(repo, path, branch)).toBe("# Mine\n");
      expect(pulls()[0]?.body).toBe(before);
    });
  });

  test("opens no second one where the first was closed, until its branch is deleted", async () => {
    await atDesk(plan, async ({ adopt, world, repo, pulls }) => {
      await adopt();
      const number = pulls()[0]?.number ?? 0;
      world.as("writer").closeIssue(repo, number);
      expect(await adopt()).toContain(`Pull request #${number} proposed this and was closed`);
      expect(pulls()).toHaveLength(1);
      world.as("writer").deleteBranch(repo, branch);
      expect(await adopt()).toMatch(/^Opened pull request #/);
      expect(pulls()).toHaveLength(2);
    });
  });

  test("opens another for what is new once the first was merged", async () => {
    await atDesk(plan, async ({ adopt, world, repo, pulls }) => {
      await adopt();
      world.as("writer").mergePullRequest(repo, pulls()[0]?.number ?? 0);
      expect(await adopt()).toContain("no pull request was opened");
      const merged = world.text(repo, path) ?? "";
      world.as("writer").push(repo, { [path]: `${merged}\n${"- [x] "}#1\n` }, "More");
      expect(pulls()).toHaveLength(1);
    });
  });

  test("shows less of a long plan, below 60,000 characters", async () => {
    const long = `${readCase("plans/m2-data-foundations.md")}\n\n`.repeat(12);
    await atDesk(long, async ({ adopt, pulls }) => {
      await adopt();
      const body = pulls()[0]?.body ?? "";
      expect(body.length).toBeLessThan(60_100);
      expect(body).toMatch(/And \d+ more passages: see the changed file\./);
    });
  });

  test("lets no text of the document act", async () => {
    const hostile = [
      "# M2",
      "**Remaining:** 11 issues, as @octocat says, who closes #404",
      "**Critical chain @octocat closes #404:** #404 → #405 (fixes #406 `<!-- milepost:end -->` ```` </details>)",
      "## Remaining @octocat fixes #405",
      "One sentence of @octocat, who closes #404 and says more than any list of issues does.",
    ].join("\n\n");
    await atDesk(hostile, async ({ adopt, pulls, world, repo }) => {
      await adopt();
      const [pull] = pulls();
      const body = pull?.body ?? "";
      expect(body.match(/<!-- milepost:/g)).toHaveLength(2);
      const outsideCode = body.replace(/^(`{3,})markdown\n[\s\S]*?\n\1$/gm, "");
      expect(outsideCode).not.toMatch(/@octocat|(?<!&)#\d|https:/);
      expect(pull?.pull?.closes).toEqual([]);
      const [first, second] = [404, 405].map((number) => world.repository(repo).issues.get(number));
      const told = [...(first?.timeline ?? []), ...(second?.timeline ?? [])];
      expect(told.filter(({ type }) => type === "CrossReferencedEvent")).toEqual([]);
    });
  });
});

describe("adopt says what to do", () => {
  test.each([
    ["where the default branch has no such file", "docs/none.md", "main has no file docs/none.md."],
    [
      "where the path leaves the repository",
      "../none.md",
      "its path must lie inside the repository",
    ],
    ["where the file is no document", "src/main.ts", "its path must end in .md or .markdown"],
  ])("%s", async (_what, file, words) => {
    await atDesk(plan, async ({ adopt, pulls }) => {
      await expect(adopt({ file })).rejects.toThrow(words);
      expect(pulls()).toEqual([]);
    });
  });

  test("where both a file and a pull request are asked for", async () => {
    await atDesk(plan, async ({ adopt }) => {
      await expect(adopt({ write: true })).rejects.toThrow("Give one of them.");
    });
  });

  test("where the repository is archived", async () => {
    await atDesk(plan, async ({ adopt, world, repo }) => {
      world.setRole(repo, "admin", "admin");
      world.as("admin").archiveRepository(repo);
      await expect(adopt()).rejects.toThrow(
        "is archived, so it takes no pull request. Unarchive it",
      );
    });
  });

  test("where the repository is empty", async () => {
    await atDesk(plan, async ({ adopt, world }) => {
      world.createRepository({ owner: "example", name: "empty" });
      world.repository("example/empty").refs.clear();
      await expect(adopt({ from: "example/empty" })).rejects.toThrow("example/empty is empty");
    });
  });

  test("where a rule forbids the branch", async () => {
    await atDesk(plan, async ({ adopt, world, repo, branches }) => {
      world.addRuleset(repo, { branches: ["milepost/*"], rules: [{ type: "creation" }] });
      await expect(adopt()).rejects.toThrow(
        `no rule may forbid the branches ${branch} and ${branch}-next.`,
      );
      expect(branches()).toEqual(["main"]);
    });
  });

  test.each(["contents", "pull_requests"])(
    "where the token may not write %s",
    async (permission) => {
      await atDesk(plan, async ({ adopt, playground: { sandbox }, pulls }) => {
        const app = sandbox.registerApp({ slug: "reader", webhookUrl: "", webhookSecret: "s" });
        const installation = sandbox.install(app, { account: "example", repositories: "all" });
        sandbox.setPermissions(installation, { [permission]: "read" });
        const key = { GH_TOKEN: sandbox.createToken(installation), GITHUB_API_URL: sandbox.url };
        await expect(adopt({ with: accessGithub(key) })).rejects.toThrow(
          /^GitHub refused the pull request: .+ GH_TOKEN must be allowed to write contents and pull requests of example\//,
        );
        expect(pulls()).toEqual([]);
      });
    },
  );
});
