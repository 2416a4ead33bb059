import { describe, expect, test } from "#test";
import { readTexts, repo, withBench } from "./adapter-at-sandbox.ts";

describe("a text that may hold commands, read from GitHub,", () => {
  test("is a comment with its author, its thread and its only version", async () => {
    await withBench(async (bench) => {
      const comment = bench.world.as("triager").comment(repo, 1, "/start");
      expect(await readTexts(bench, comment.nodeId)).toEqual([
        {
          id: comment.nodeId,
          key: `c:${comment.id}`,
          issue: 1,
          issueId: bench.issues.first.nodeId,
          isLocked: false,
          author: { login: "triager", isBot: false },
          text: "/start",
          createdAt: comment.createdAt,
          lastEditedAt: null,
          editor: null,
          versions: [
            {
              at: comment.createdAt,
              text: "/start",
              editor: { login: "triager", isBot: false },
            },
          ],
          receipt: null,
          replies: [],
        },
      ]);
    });
  });

  test("is an opening text with the key of its issue", async () => {
    await withBench(async (bench) => {
      const issue = bench.world.as("reader").createIssue(repo, { title: "Late", body: "/why" });
      const [text] = await readTexts(bench, issue.nodeId);
      expect(text).toMatchObject({
        key: `i:${issue.number}`,
        issue: issue.number,
        issueId: issue.nodeId,
        author: { login: "reader", isBot: false },
        text: "/why",
      });
    });
  });

  test("tells all its versions, oldest first, and who edited it last", async () => {
    await withBench(async (bench) => {
      const comment = bench.world.as("triager").comment(repo, 1, "one");
      bench.world.as("triager").editComment(repo, comment.id, "two");
      bench.world.as("writer").editComment(repo, comment.id, "three");
      const [text] = await readTexts(bench, comment.nodeId);
      expect(text?.versions.map((version) => version.text)).toEqual(["one", "two", "three"]);
      expect(text?.versions.map(({ at }) => at)).toEqual(
        text?.versions.map(({ at }) => at).toSorted(),
      );
      expect(text?.versions.map(({ editor }) => editor?.login)).toEqual([
        "triager",
        "triager",
        "writer",
      ]);
      expect(text?.versions[0]?.at).toBe(text?.createdAt);
      expect(text?.versions[2]?.at).toBe(text?.lastEditedAt);
      expect(text).toMatchObject({
        text: "three",
        author: { login: "triager" },
        editor: { login: "writer", isBot: false },
      });
    });
  });

  test("of an opening text tells its versions too", async () => {
    await withBench(async (bench) => {
      const issue = bench.world.as("writer").createIssue(repo, { title: "T", body: "one" });
      bench.world.as("maintainer").editIssue(repo, issue.number, { body: "two" });
      const [text] = await readTexts(bench, issue.nodeId);
      expect(text?.versions.map((version) => version.text)).toEqual(["one", "two"]);
      expect(text?.editor?.login).toBe("maintainer");
    });
  });

  test("knows Milepost's receipt among the reactions of others, and its date", async () => {
    await withBench(async (bench) => {
      const comment = bench.world.as("triager").comment(repo, 1, "/start");
      bench.world.as("reader").react(comment, "rocket");
      const reacted = await bench.apply({
        kind: "react",
        subjectId: comment.nodeId,
        content: "rocket",
        replaces: [],
      });
      bench.world.as("writer").react(comment, "rocket");
      bench.world.as("writer").react(comment, "eyes");
      const [text] = await readTexts(bench, comment.nodeId);
      expect(reacted.kind).toBe("reacted");
      expect(text?.receipt).toEqual({
        at: reacted.kind === "reacted" ? reacted.at : "",
        contents: ["rocket"],
      });
    });
  });

  test("has no receipt where only others reacted", async () => {
    await withBench(async (bench) => {
      const comment = bench.world.as("triager").comment(repo, 1, "/start");
      bench.world.as("reader").react(comment, "rocket");
      expect((await readTexts(bench, comment.nodeId))[0]?.receipt).toBeNull();
    });
  });

  test("brings Milepost's own comments since, and no others", async () => {
    await withBench(async (bench) => {
      const issueId = bench.issues.first.nodeId;
      await bench.apply({ kind: "add-comment", issueId, body: "before" });
      const comment = bench.world.as("triager").comment(repo, 1, "/why");
      await bench.apply({ kind: "add-comment", issueId, body: "answer" });
      bench.world.as("triager").comment(repo, 1, "thanks");
      const [text] = await readTexts(bench, comment.nodeId);
      expect(text?.replies).toEqual([{ id: expect.any(String), body: "answer", isHidden: false }]);
    });
  });

  test("finds an answer that lies far back in a long thread", async () => {
    await withBench(async (bench) => {
      const issueId = bench.issues.first.nodeId;
      for (let index = 0; index < 60; index += 1) {
        bench.world.as("writer").comment(repo, 1, `before ${index}`);
      }
      const comment = bench.world.as("triager").comment(repo, 1, "/why");
      await bench.apply({ kind: "add-comment", issueId, body: "answer" });
      for (let index = 0; index < 170; index += 1) {
        bench.world.as("writer").comment(repo, 1, `talk ${index}`);
      }
      const mark = bench.sandbox.calls.mark();
      const [text] = await readTexts(bench, comment.nodeId);
      expect(text?.replies.map(({ body }) => body)).toEqual(["answer"]);
      const reads = bench.sandbox.calls.since(mark).filter(({ kind }) => kind === "read");
      expect(reads.filter(({ name }) => name.includes("ReadEarlierComments"))).toHaveLength(2);
    });
  });

  test("is left out where it is deleted, of a pull request or of another repository", async () => {
    await withBench(async (bench) => {
      const { world } = bench;
      const writer = world.as("writer");
      const deleted = writer.comment(repo, 1, "/why");
      writer.deleteComment(repo, deleted.id);
      writer.push(repo, { "a.md": "a" }, "a", "side");
      const pull = writer.createPullRequest(repo, { title: "P", head: "side", base: "main" });
      const onPull = writer.comment(repo, pull.number, "/why");
      world.createRepository({ owner: "acme", name: "other" });
      const away = world.as("acme").createIssue("acme/other", { title: "T", body: "/why" });
      const kept = writer.comment(repo, 1, "/next");
      const ids = [deleted.nodeId, onPull.nodeId, away.nodeId, pull.nodeId, kept.nodeId];
      const texts = await readTexts(bench, ...ids);
      expect(texts.map(({ id }) => id)).toEqual([kept.nodeId]);
    });
  });

  test("says that its issue is locked, and that a bot wrote it", async () => {
    await withBench(async (bench) => {
      const issueId = bench.issues.first.nodeId;
      const own = await bench.apply({ kind: "add-comment", issueId, body: "/start" });
      bench.world.as("maintainer").lockIssue(repo, 1);
      const [text] = await readTexts(bench, own.kind === "commented" ? own.commentId : "");
      expect(text).toMatchObject({ isLocked: true, author: { isBot: true } });
    });
  });

  test("comes in the same call as everything else; more than 20 take one more for each 20", async () => {
    await withBench(async (bench) => {
      const ids = Array.from(
        { length: 41 },
        (_, index) => bench.world.as("writer").comment(repo, 1, `/next ${index}`).nodeId,
      );
      await bench.read();
      const readsFor = async (count: number) => {
        const mark = bench.sandbox.calls.mark();
        const texts = await readTexts(bench, ...ids.slice(0, count));
        expect(texts.map(({ id }) => id)).toEqual(ids.slice(0, count));
        return bench.sandbox.calls.since(mark).filter(({ kind }) => kind === "read").length;
      };
      expect([await readsFor(20), await readsFor(21), await readsFor(41)]).toEqual([1, 2, 3]);
    });
  });
});

describe("own comments of an issue", () => {
  test("are those of Milepost since an instant", async () => {
    await withBench(async (bench) => {
      const issueId = bench.issues.first.nodeId;
      await bench.apply({ kind: "add-comment", issueId, body: "before" });
      bench.sandbox.clock.advance({ seconds: 10 });
      const since = bench.now();
      bench.world.as("writer").comment(repo, 1, "a person's");
      await bench.apply({ kind: "add-comment", issueId, body: "since" });
      expect(await bench.reader.readOwnComments(bench.address, issueId, since)).toEqual(["since"]);
    });
  });

  test("are none where the issue is gone", async () => {
    await withBench(async (bench) => {
      bench.world.as("admin").deleteIssue(repo, 1);
      const issueId = bench.issues.first.nodeId;
      expect(await bench.reader.readOwnComments(bench.address, issueId, bench.now())).toEqual([]);
    });
  });
});
