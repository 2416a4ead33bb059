import { describe, expect, test } from "#test";
import type { Change } from "../../src/engine/change.ts";
import { RefusedError, RetryableError } from "../../src/engine/errors.ts";
import { type Bench, readIssue, readTexts, repo, withBench } from "./adapter-at-sandbox.ts";

const done = { kind: "fact-changed" };

/** Applied twice, because what is so already is no error. */
async function applyTwice(bench: Bench, change: Change): Promise<void> {
  expect(await bench.apply(change)).toEqual(done);
  expect(await bench.apply(change)).toEqual(done);
}

const labelsOf = async (bench: Bench, number: number) =>
  (await readIssue(bench, number))?.labels.map(({ name }) => name);

describe("states", () => {
  test("an issue is closed with its reason, and reopened", async () => {
    await withBench(async (bench) => {
      const issueId = bench.issues.first.nodeId;
      await bench.apply({ kind: "close-issue", issueId, reason: "not_planned" });
      expect(await readIssue(bench, 1)).toMatchObject({
        state: "closed",
        stateReason: "not_planned",
      });
      await applyTwice(bench, { kind: "reopen-issue", issueId });
      expect(await readIssue(bench, 1)).toMatchObject({ state: "open", stateReason: "reopened" });
    });
  });

  test("a duplicate is closed with the issue that it repeats", async () => {
    await withBench(async (bench) => {
      const { first, second } = bench.issues;
      const change = { kind: "close-issue", issueId: first.nodeId, reason: "duplicate" } as const;
      await bench.apply({ ...change, duplicateOfId: second.nodeId });
      expect(await readIssue(bench, 1)).toMatchObject({
        state: "closed",
        stateReason: "duplicate",
        duplicateOf: 2,
      });
    });
  });
});

describe("milestones", () => {
  test("an issue comes into a milestone and out of it", async () => {
    await withBench(async (bench) => {
      bench.world.as("maintainer").createMilestone(repo, { title: "M1" });
      await applyTwice(bench, { kind: "set-milestone", issue: 1, milestone: 1 });
      expect(await readIssue(bench, 1)).toMatchObject({ milestone: 1 });
      await applyTwice(bench, { kind: "set-milestone", issue: 1, milestone: null });
      expect(await readIssue(bench, 1)).toMatchObject({ milestone: null });
    });
  });

  test("one that does not exist is refused in GitHub's words", async () => {
    await withBench(async (bench) => {
      const change = { kind: "set-milestone", issue: 1, milestone: 9 } as const;
      const failed = await bench.apply(change).catch((error) => error);
      expect(failed).toBeInstanceOf(RefusedError);
      expect(failed.message).toMatch(/milestone/i);
      expect(failed.message).not.toMatch(/docs\.github\.com|[{}]/);
    });
  });

  test("a description is edited from what it is now", async () => {
    await withBench(async (bench) => {
      const maintainer = bench.world.as("maintainer");
      maintainer.createMilestone(repo, { title: "M1", description: "Text" });
      const change: Change = {
        kind: "edit-milestone-description",
        milestone: 1,
        edit: (text) => (text.includes("Needs:") ? undefined : `${text}\n\nNeeds: #2`),
      };
      expect(await bench.apply(change)).toEqual(done);
      const body = "Text\n\nNeeds: #2";
      expect((await bench.read()).repository.milestones[0]?.description).toBe(body);
      expect(await bench.apply(change)).toEqual({ kind: "unchanged", body });
    });
  });
});

describe("relations", () => {
  test("a blocker is added and taken away", async () => {
    await withBench(async (bench) => {
      const { first, second } = bench.issues;
      const relation = { issueId: first.nodeId, blocker: { id: second.nodeId } };
      await applyTwice(bench, { kind: "add-blocker", ...relation });
      expect((await readIssue(bench, 1))?.blockedBy).toMatchObject([{ reference: 2 }]);
      await applyTwice(bench, { kind: "remove-blocker", ...relation });
      expect((await readIssue(bench, 1))?.blockedBy).toEqual([]);
    });
  });

  test("a blocker of another repository is found by its name", async () => {
    await withBench(async (bench) => {
      bench.world.createRepository({ owner: "acme", name: "api" });
      bench.world.as("acme").createIssue("acme/api", { title: "Call" });
      const relation = {
        issueId: bench.issues.first.nodeId,
        blocker: { repository: "acme/api", number: 1 },
      };
      await applyTwice(bench, { kind: "add-blocker", ...relation });
      expect((await readIssue(bench, 1))?.blockedBy).toMatchObject([{ reference: "acme/api#1" }]);
      await applyTwice(bench, { kind: "remove-blocker", ...relation });
      expect((await readIssue(bench, 1))?.blockedBy).toEqual([]);
    });
  });

  test.each([
    { repository: "acme/plan", number: 99 },
    { repository: "acme/none", number: 1 },
    { repository: "stranger/secret", number: 1 },
  ])("$repository#$number is no issue that can be seen", async (blocker) => {
    await withBench(async (bench) => {
      const { world } = bench;
      world.createRepository({ owner: "stranger", name: "secret", isPrivate: true });
      world.as("stranger").createIssue("stranger/secret", { title: "Hidden" });
      const issueId = bench.issues.first.nodeId;
      const applied = bench.apply({ kind: "add-blocker", issueId, blocker });
      const { repository, number } = blocker;
      const failed = await applied.catch((error) => error);
      expect(failed).toBeInstanceOf(RefusedError);
      expect(failed.message).toBe(
        `There is no issue ${repository}#${number} that Milepost can see.`,
      );
    });
  });

  test("an issue gets a parent, another one, and none", async () => {
    await withBench(async (bench) => {
      const { first, second, third } = bench.issues;
      const under = (parentId: string, isRemoval = false): Change => ({
        kind: "set-parent",
        issueId: first.nodeId,
        parentId,
        isRemoval,
      });
      await applyTwice(bench, under(second.nodeId));
      expect(await readIssue(bench, 1)).toMatchObject({ parent: 2 });
      await applyTwice(bench, under(third.nodeId));
      expect(await readIssue(bench, 1)).toMatchObject({ parent: 3 });
      expect(await readIssue(bench, 2)).toMatchObject({ subIssueCount: 0 });
      await applyTwice(bench, under(third.nodeId, true));
      expect(await readIssue(bench, 1)).toMatchObject({ parent: null });
    });
  });

  test("a relation that GitHub does not allow is refused in its words", async () => {
    await withBench(async (bench) => {
      const { first } = bench.issues;
      const own = { issueId: first.nodeId, parentId: first.nodeId, isRemoval: false };
      await expect(bench.apply({ kind: "set-parent", ...own })).rejects.toThrow(RefusedError);
      const blocker = { id: first.nodeId };
      await expect(
        bench.apply({ kind: "add-blocker", issueId: first.nodeId, blocker }),
      ).rejects.toThrow(RefusedError);
    });
  });
});

describe("labels", () => {
  test("one that is missing is made with a colour of its own", async () => {
    await withBench(async (bench) => {
      const label = "cluster: A/B, C & Ünïcode";
      await applyTwice(bench, { kind: "add-label", issue: 1, label });
      expect(await labelsOf(bench, 1)).toEqual([label]);
      await applyTwice(bench, { kind: "remove-label", issue: 1, label });
      expect(await labelsOf(bench, 1)).toEqual([]);
      await applyTwice(bench, { kind: "add-label", issue: 2, label });
      const { labels } = bench.world.repository(repo);
      const made = [...labels.values()].filter(({ name }) => name === label);
      expect(made).toHaveLength(1);
      expect(made[0]?.color).not.toBe("ededed");
    });
  });

  test("one that exists keeps its colour, whatever the case", async () => {
    await withBench(async (bench) => {
      await bench.apply({ kind: "add-label", issue: 1, label: "BUG" });
      expect(await labelsOf(bench, 1)).toEqual(["bug"]);
    });
  });

  test("a name that is too long is refused in GitHub's words", async () => {
    await withBench(async (bench) => {
      const label = "x".repeat(51);
      const failed = await bench
        .apply({ kind: "add-label", issue: 1, label })
        .catch((error) => error);
      expect(failed).toBeInstanceOf(RefusedError);
      expect(failed.message).toMatch(/too long/);
    });
  });
});

describe("people", () => {
  test("somebody is assigned and no longer", async () => {
    await withBench(async (bench) => {
      await applyTwice(bench, { kind: "assign", issue: 1, login: "Writer" });
      expect(await readIssue(bench, 1)).toMatchObject({ assignees: ["writer"] });
      await applyTwice(bench, { kind: "unassign", issue: 1, login: "writer" });
      expect(await readIssue(bench, 1)).toMatchObject({ assignees: [] });
    });
  });

  test("whom GitHub leaves out without a word is refused", async () => {
    await withBench(async (bench) => {
      const applied = bench.apply({ kind: "assign", issue: 1, login: "nobody" });
      const failed = await applied.catch((error) => error);
      expect(failed).toBeInstanceOf(RefusedError);
      expect(failed.message).toContain("GitHub can't assign nobody to #1");
    });
  });
});

describe("new issues", () => {
  test("come into a milestone", async () => {
    await withBench(async (bench) => {
      bench.world.as("maintainer").createMilestone(repo, { title: "M1" });
      const created = await bench.apply({
        kind: "create-issue",
        title: "T",
        body: "b",
        milestone: 1,
      });
      const { number } = created as { number: number };
      expect(await readIssue(bench, number)).toMatchObject({ milestone: 1, isOurs: true });
    });
  });

  test("come under a parent and into a milestone at once", async () => {
    await withBench(async (bench) => {
      bench.world.as("maintainer").createMilestone(repo, { title: "M1" });
      const change = { kind: "create-issue", title: "Part", body: "b" } as const;
      const parentId = bench.issues.first.nodeId;
      const created = await bench.apply({ ...change, milestone: 1, parentId });
      expect(created).toEqual({
        kind: "issue-created",
        number: 4,
        issueId: expect.any(String),
        body: "b",
      });
      expect(await readIssue(bench, 4)).toMatchObject({
        title: "Part",
        body: "b",
        milestone: 1,
        parent: 1,
      });
      await bench.apply({ ...change, parentId });
      expect(await readIssue(bench, 5)).toMatchObject({ milestone: null, parent: 1 });
    });
  });

  test("are not made where the milestone is gone", async () => {
    await withBench(async (bench) => {
      const change = { kind: "create-issue", title: "Part", body: "b", milestone: 7 } as const;
      const parentId = bench.issues.first.nodeId;
      await expect(bench.apply({ ...change, parentId })).rejects.toThrow(
        new RefusedError("Milestone 7 is gone from this repository."),
      );
      await expect(bench.apply(change)).rejects.toThrow(RefusedError);
      expect((await bench.read()).issues).toHaveLength(3);
    });
  });
});

describe("comments", () => {
  test("are written, written anew, folded away and shown again", async () => {
    await withBench(async (bench) => {
      const asked = bench.world.as("triager").comment(repo, 1, "/why");
      const reply = async () => (await readTexts(bench, asked.nodeId))[0]?.replies[0];
      const issueId = bench.issues.first.nodeId;
      const added = await bench.apply({ kind: "add-comment", issueId, body: "one" });
      const commentId = added.kind === "commented" ? added.commentId : "";
      expect(await reply()).toEqual({ id: commentId, body: "one", isHidden: false });

      const changed = { kind: "comment-changed" };
      const edit: Change = { kind: "edit-comment", commentId, body: "two" };
      expect(await bench.apply(edit)).toEqual(changed);
      expect(await bench.apply({ kind: "hide-comment", commentId })).toEqual(changed);
      expect(await bench.apply({ kind: "hide-comment", commentId })).toEqual(changed);
      expect(await reply()).toEqual({ id: commentId, body: "two", isHidden: true });
      expect(await bench.apply({ kind: "show-comment", commentId })).toEqual(changed);
      expect(await bench.apply({ kind: "show-comment", commentId })).toEqual(changed);
      expect(await reply()).toEqual({ id: commentId, body: "two", isHidden: false });
    });
  });
});

describe("reactions", () => {
  test("of an earlier run are replaced, so that the date is new", async () => {
    await withBench(async (bench) => {
      const text = bench.world.as("triager").comment(repo, 1, "/x");
      const subjectId = text.nodeId;
      const react = { kind: "react", subjectId } as const;
      const first = await bench.apply({ ...react, content: "confused", replaces: [] });
      bench.sandbox.clock.advance({ seconds: 60 });
      const edited = bench.world.as("triager").editComment(repo, text.id, "/start");
      const mark = bench.sandbox.calls.mark();
      const second = await bench.apply({ ...react, content: "rocket", replaces: ["confused"] });
      expect(bench.sandbox.calls.since(mark)).toHaveLength(1);
      const [read] = await readTexts(bench, subjectId);
      if (first.kind !== "reacted" || second.kind !== "reacted") throw new Error("not reacted");
      expect(first.lastEditedAt).toBeNull();
      expect(second.lastEditedAt).toBe(edited.lastEditedAt);
      expect(second.at > first.at).toBe(true);
      expect(read?.receipt).toEqual({ at: second.at, contents: ["rocket"] });
    });
  });

  test("of the same kind are set anew, also on an opening text", async () => {
    await withBench(async (bench) => {
      const subjectId = bench.issues.first.nodeId;
      const react = { kind: "react", subjectId, content: "eyes" } as const;
      const first = await bench.apply({ ...react, replaces: [] });
      bench.sandbox.clock.advance({ seconds: 60 });
      const kept = await bench.apply({ ...react, replaces: [] });
      const anew = await bench.apply({ ...react, replaces: ["eyes"] });
      expect(kept).toEqual(first);
      expect(anew).not.toEqual(first);
    });
  });

  test("can be taken away again", async () => {
    await withBench(async (bench) => {
      const text = bench.world.as("triager").comment(repo, 1, "/x");
      const reaction = { subjectId: text.nodeId, content: "rocket" } as const;
      await bench.apply({ kind: "react", ...reaction, replaces: [] });
      const taken = await bench.apply({ kind: "unreact", ...reaction });
      expect(taken).toEqual({ kind: "comment-changed" });
      const [read] = await readTexts(bench, text.nodeId);
      expect(read?.receipt).toBeNull();
    });
  });

  test("that are not there any more are no reason to stop", async () => {
    await withBench(async (bench) => {
      const subjectId = bench.issues.first.nodeId;
      const react = { kind: "react", subjectId, content: "rocket" } as const;
      expect(await bench.apply({ ...react, replaces: ["eyes", "confused"] })).toMatchObject({
        kind: "reacted",
        lastEditedAt: null,
      });
    });
  });
});

describe("what can't be done", () => {
  const onIssue = (issueId: string): readonly Change[] => [
    { kind: "add-comment", issueId, body: "b" },
    { kind: "react", subjectId: issueId, content: "rocket", replaces: ["eyes"] },
  ];

  test("is refused where the issue is locked", async () => {
    await withBench(async (bench) => {
      bench.world.as("maintainer").lockIssue(repo, 1);
      for (const change of onIssue(bench.issues.first.nodeId)) {
        await expect(bench.apply(change)).rejects.toThrow(RefusedError);
      }
    });
  });

  test("is worth a new read where the issue of a text is gone", async () => {
    await withBench(async (bench) => {
      bench.world.as("admin").deleteIssue(repo, 1);
      for (const change of onIssue(bench.issues.first.nodeId)) {
        await expect(bench.apply(change)).rejects.toThrow(RetryableError);
      }
    });
  });

  test("is refused where the issue that it is about is gone", async () => {
    await withBench(async (bench) => {
      bench.world.as("admin").deleteIssue(repo, 1);
      const issueId = bench.issues.first.nodeId;
      const changes: readonly Change[] = [
        { kind: "set-milestone", issue: 1, milestone: null },
        { kind: "assign", issue: 1, login: "writer" },
        { kind: "add-label", issue: 1, label: "bug" },
        { kind: "remove-label", issue: 1, label: "bug" },
        { kind: "reopen-issue", issueId },
        { kind: "add-blocker", issueId, blocker: { id: bench.issues.second.nodeId } },
        { kind: "edit-milestone-description", milestone: 9, edit: () => "x" },
      ];
      for (const change of changes) {
        const failed = await bench.apply(change).catch((error) => error);
        expect([change.kind, failed]).toEqual([change.kind, expect.any(RefusedError)]);
        expect(failed.message).toMatch(/ is gone/);
      }
    });
  });
});
