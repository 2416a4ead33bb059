import { describe, expect, test } from "#test";
import { type Bench, repo, withBench } from "./adapter-at-sandbox.ts";

describe("what somebody may do", () => {
  test.each(["read", "triage", "write", "maintain", "admin"] as const)(
    "is %s for whom has that role",
    async (role) => {
      await withBench(async ({ world, people, address }) => {
        world.setRole(repo, "ada", role);
        expect(await people.accessOf(address, "Ada")).toBe(role);
      });
    },
  );

  test("is reading for everybody in a public repository", async () => {
    await withBench(async ({ world, people, address }) => {
      world.setRole(repo, "ada", "none");
      world.as("stranger");
      expect(await people.accessOf(address, "stranger")).toBe("read");
    });
  });

  test("is nothing for a stranger in a private repository", async () => {
    await withBench(
      async ({ world, people, address }) => {
        world.as("stranger");
        expect(await people.accessOf(address, "stranger")).toBe("none");
      },
      { isPrivate: true },
    );
  });

  test("is nothing for who is no user", async () => {
    await withBench(async ({ people, address }) => {
      expect(await people.accessOf(address, "nobody-at-all")).toBe("none");
    });
  });

  test("is remembered for five minutes, and not longer", async () => {
    await withBench(async ({ sandbox, world, people, address }) => {
      world.setRole(repo, "ada", "write");
      expect(await people.accessOf(address, "ada")).toBe("write");
      world.setRole(repo, "ada", "read");
      sandbox.clock.advance({ seconds: 240 });
      expect(await people.accessOf(address, "ADA")).toBe("write");
      sandbox.clock.advance({ seconds: 120 });
      expect(await people.accessOf(address, "ada")).toBe("read");
    });
  });
});

/** What people changed in the first issue since `act` began. */
async function changesBy(bench: Bench, act: () => unknown) {
  bench.sandbox.clock.advance({ seconds: 10 });
  const since = bench.now();
  await act();
  const issueId = bench.issues.first.nodeId;
  const changes = await bench.people.changesSince(bench.address, [issueId], since);
  expect(changes.every((change) => change.issueId === issueId && change.at >= since)).toBe(true);
  return changes.map(({ fact }) => fact);
}

describe("what people changed since", () => {
  test("is told for each fact, oldest first", async () => {
    await withBench(async (bench) => {
      const { world } = bench;
      world.createRepository({ owner: "acme", name: "api" });
      world.as("acme").createIssue("acme/api", { title: "Call" });
      world.as("maintainer").createMilestone(repo, { title: "M1" });
      const person = world.as("maintainer");
      const facts = await changesBy(bench, () => {
        person.setMilestone(repo, 1, 1);
        person.addLabels(repo, 1, ["bug"]);
        person.removeLabel(repo, 1, "bug");
        person.assign(repo, 1, "writer");
        person.unassign(repo, 1, "writer");
        person.editIssue(repo, 1, { body: "new" });
        person.closeIssue(repo, 1);
        person.reopenIssue(repo, 1);
        person.setMilestone(repo, 1, null);
      });
      expect(facts).toEqual([
        { kind: "milestone" },
        { kind: "label", name: "bug" },
        { kind: "label", name: "bug" },
        { kind: "assignee", login: "writer" },
        { kind: "assignee", login: "writer" },
        { kind: "text" },
        { kind: "state" },
        { kind: "state" },
        { kind: "milestone" },
      ]);
    });
  });

  test("names blockers and tells of parents", async () => {
    await withBench(async (bench) => {
      const { world } = bench;
      world.createRepository({ owner: "acme", name: "api" });
      world.as("acme").createIssue("acme/api", { title: "Call" });
      const person = world.as("maintainer");
      const facts = await changesBy(bench, () => {
        person.addBlockedBy(repo, 1, 2);
        person.addBlockedBy(repo, 1, { repo: "acme/api", number: 1 });
        person.removeBlockedBy(repo, 1, 2);
        person.addSubIssue(repo, 3, 1);
        person.removeSubIssue(repo, 3, 1);
      });
      expect(facts).toEqual([
        { kind: "blocker", reference: 2 },
        { kind: "blocker", reference: "acme/api#1" },
        { kind: "blocker", reference: 2 },
        { kind: "parent" },
        { kind: "parent" },
      ]);
    });
  });

  test("leaves out what came before, and what Milepost did itself", async () => {
    await withBench(async (bench) => {
      bench.world.as("writer").addLabels(repo, 1, ["enhancement"]);
      bench.world.as("writer").editIssue(repo, 1, { body: "before" });
      const facts = await changesBy(bench, async () => {
        const issueId = bench.issues.first.nodeId;
        await bench.apply({ kind: "add-label", issue: 1, label: "bug" });
        await bench.apply({ kind: "edit-issue-body", issueId, edit: () => "by us" });
        await bench.apply({ kind: "close-issue", issueId, reason: "completed" });
        bench.world.as("writer").reopenIssue(repo, 1);
      });
      expect(facts).toEqual([{ kind: "state" }]);
    });
  });

  test("is not what an issue was opened with", async () => {
    await withBench(async ({ world, people, address }) => {
      const input = { title: "T", body: "b", labels: ["bug"], assignees: ["writer"] };
      const issue = world.as("maintainer").createIssue(repo, input);
      world.as("maintainer").editIssue(repo, issue.number, { body: "edited" });
      const changes = await people.changesSince(address, [issue.nodeId], issue.createdAt);
      expect(changes.map(({ fact }) => fact)).toEqual([{ kind: "text" }]);
    });
  });

  test("is told of several issues, and of many changes to the last", async () => {
    await withBench(async (bench) => {
      const { world, people, address, issues } = bench;
      const since = bench.now();
      const person = world.as("maintainer");
      for (let index = 0; index < 60; index += 1) {
        person.addLabels(repo, 1, ["bug"]);
        person.removeLabel(repo, 1, "bug");
      }
      person.closeIssue(repo, 2);
      person.closeIssue(repo, 1);
      world.as("admin").deleteIssue(repo, 3);
      const ids = [issues.first.nodeId, issues.second.nodeId, issues.third.nodeId];
      const changes = await people.changesSince(address, ids, since);
      expect(changes).toHaveLength(122);
      expect(changes.slice(-2)).toMatchObject([
        { issueId: issues.second.nodeId, fact: { kind: "state" } },
        { issueId: issues.first.nodeId, fact: { kind: "state" } },
      ]);
    });
  });
});

const any = () => true;

describe("texts since", () => {
  test("are those that people wrote or edited, in that order", async () => {
    await withBench(async (bench) => {
      const { world, people, address, issues } = bench;
      const writer = world.as("writer");
      const old = writer.comment(repo, 1, "old");
      const untouched = writer.comment(repo, 1, "untouched");
      const opened = writer.createIssue(repo, { title: "Old", body: "old" });
      bench.sandbox.clock.advance({ seconds: 10 });
      const since = bench.now();
      const fresh = writer.comment(repo, 1, "/start");
      const issue = writer.createIssue(repo, { title: "New", body: "/next" });
      writer.editIssue(repo, opened.number, { body: "/why" });
      writer.editComment(repo, old.id, "/stop");
      await bench.apply({ kind: "add-comment", issueId: issues.first.nodeId, body: "/start" });
      await bench.apply({ kind: "create-issue", title: "Ours", body: "/start" });
      world.as("maintainer").addLabels(repo, 2, ["bug"]);
      const texts = await people.textsSince(address, since, any);
      expect(texts).toEqual([fresh.nodeId, issue.nodeId, opened.nodeId, old.nodeId]);
      expect(texts).not.toContain(untouched.nodeId);
    });
  });

  test("are none of pull requests", async () => {
    await withBench(async ({ sandbox, world, people, address, now }) => {
      sandbox.clock.advance({ seconds: 10 });
      const since = now();
      const writer = world.as("writer");
      writer.push(repo, { "a.md": "a" }, "a", "side");
      const pull = writer.createPullRequest(repo, { title: "P", head: "side", base: "main" });
      writer.comment(repo, pull.number, "/start");
      expect(await people.textsSince(address, since, any)).toEqual([]);
    });
  });

  test("are those that are worth reading", async () => {
    await withBench(async ({ sandbox, world, people, address, now }) => {
      sandbox.clock.advance({ seconds: 10 });
      const since = now();
      const writer = world.as("writer");
      writer.createIssue(repo, { title: "T", body: "words" });
      const issue = writer.createIssue(repo, { title: "T", body: "/why" });
      writer.comment(repo, 1, "words");
      const comment = writer.comment(repo, 1, "/next");
      const texts = await people.textsSince(address, since, (text) => text.startsWith("/"));
      expect(texts).toEqual([issue.nodeId, comment.nodeId]);
    });
  });

  test("are also those of a bot that a person edited last", async () => {
    await withBench(async (bench) => {
      const created = { kind: "create-issue", title: "Ours", body: "a" } as const;
      const [edited] = [await bench.apply(created), await bench.apply(created)];
      bench.sandbox.clock.advance({ seconds: 10 });
      const since = bench.now();
      const { number, issueId } = edited as { number: number; issueId: string };
      bench.world.as("writer").editIssue(repo, number, { body: "b" });
      expect(await bench.people.textsSince(bench.address, since, any)).toEqual([issueId]);
    });
  });

  test("are read to the last page", async () => {
    await withBench(async (bench) => {
      bench.sandbox.clock.advance({ seconds: 10 });
      const since = bench.now();
      const writer = bench.world.as("writer");
      const ids = Array.from({ length: 130 }, (_, index) =>
        index % 13 === 0
          ? writer.createIssue(repo, { title: `T ${index}` }).nodeId
          : writer.comment(repo, 1, `/next ${index}`).nodeId,
      );
      expect(await bench.people.textsSince(bench.address, since, any)).toEqual(ids);
    });
  });
});
