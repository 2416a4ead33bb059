import { describe, expect, test } from "#test";
import { appToken } from "../conversations/other-app.ts";
import { type Talk, withTalk } from "../conversations/talk.ts";

/** Neither a reply, nor a reaction, nor a change. */
async function expectSilence(talk: Talk, on: number, by: string, text: string): Promise<void> {
  const before = talk.facts(1);
  const calls = await talk.callsOf(async () => {
    const said = await talk.say(on, by, text);
    expect([talk.reaction(said), talk.countReplies(said)]).toEqual([null, 0]);
  });
  expect(calls.filter((call) => call.startsWith("write"))).toEqual([]);
  expect(talk.facts(1)).toEqual(before);
}

describe("nothing runs", () => {
  test("in a locked issue, not even for who may write there", async () => {
    await withTalk("", async (talk) => {
      await talk.act("maintainer", (person, repo) => person.lockIssue(repo, 1));
      await expectSilence(talk, 1, "maintainer", "/points 3");
      expect(talk.complaints).toEqual([]);
    });
  });

  test("where Milepost only observes", async () => {
    await withTalk("mode: observe\n", async (talk) => {
      await expectSilence(talk, 1, "maintainer", "/points 3\n/points many");
    });
  });

  test("while the status issue is closed; who reopens it begins anew", async () => {
    await withTalk("", async (talk) => {
      await talk.act("maintainer", (person, repo) => person.closeIssue(repo, 12));
      await expectSilence(talk, 1, "maintainer", "/points 3\n/points many");
      await talk.act("maintainer", (person, repo) => person.reopenIssue(repo, 12));
      expect(talk.facts(1).labels).toEqual([]);
      const said = await talk.say(1, "triager", "/points 3");
      expect(talk.reaction(said)).toBe("rocket");
    });
  });

  test("in an archived repository, when its webhooks come late", async () => {
    await withTalk("", async (talk) => {
      const { sandbox, settle } = talk.playground;
      const held = sandbox.faults.delayDeliveries({ event: "issue_comment" }, 1_000, "always");
      const said = await talk.say(1, "triager", "/points 3");
      await talk.act("admin", (person, repo) => person.archiveRepository(repo));
      const calls = await talk.callsOf(async () => {
        held.remove();
        await settle();
      });
      expect(calls.filter((call) => call.startsWith("write"))).toEqual([]);
      expect(talk.reaction(said)).toBeNull();
    });
  });

  test("of what bots say", async () => {
    await withTalk("", async (talk) => {
      const { sandbox, settle } = talk.playground;
      const token = await appToken(sandbox, "helpful-bot");
      const calls = await talk.callsOf(async () => {
        const answer = await fetch(`${sandbox.url}/repos/${talk.repo}/issues/1/comments`, {
          method: "POST",
          headers: { authorization: `token ${token}` },
          body: JSON.stringify({ body: "/points 3\n/points many" }),
        });
        expect(answer.status).toBe(201);
        await settle();
      });
      expect(calls).toEqual(["write POST /repos/{owner}/{repo}/issues/{issue_number}/comments"]);
      expect(talk.facts(1).labels).toEqual([]);
    });
  });

  test("of what is quoted, code, or another bot's", async () => {
    await withTalk("", async (talk) => {
      const text =
        "> /points 3\n\n```\n/points 3\n```\n\n    /points 3\n\n/lgtm\n/etc/hosts\n/assign @writer";
      await expectSilence(talk, 1, "maintainer", text);
    });
  });

  test("in pull requests", async () => {
    await withTalk("", async (talk) => {
      const opened: number[] = [];
      await talk.act("writer", (person, repo) => {
        person.push(repo, { "a.md": "A" }, "A", "topic");
        const input = { title: "A", body: "/points 3", head: "topic", base: "main" };
        opened.push(person.createPullRequest(repo, input).number);
      });
      await expectSilence(talk, opened[0] ?? 0, "maintainer", "/points 3\n/points many");
    });
  });
});

describe("beside other bots", () => {
  test("the long form works whatever the prefix is", async () => {
    await withTalk("commands: {prefix: /mp-}\n", async (talk) => {
      await expectSilence(talk, 1, "maintainer", "/points 3");
      const said = await talk.say(1, "triager", "/mp-points 3\n/milepost estimate 2h");
      expect(talk.reaction(said)).toBe("rocket");
      expect(talk.facts(1).labels).toEqual(["estimate: 2h", "points: 3"]);
    });
  });

  test("answers name commands with the prefix that works here", async () => {
    await withTalk("commands: {prefix: '!'}\n", async (talk) => {
      const said = await talk.say(3, "triager", "!why\n!points many");
      expect(talk.reply(said)).toContain("`!start on #2`");
      expect(talk.reply(said)).toContain("`!points 3`");
      expect(talk.reply(said)).not.toMatch(/`\/[a-z]/);
    });
  });

  test("a command that is switched off is another bot's", async () => {
    await withTalk("commands: {disable: [points, defer]}\n", async (talk) => {
      await expectSilence(talk, 1, "maintainer", "/points 3\n/move M2\n/defer M2");
      const said = await talk.say(1, "maintainer", "/help points");
      expect(talk.reply(said)).not.toContain("Sets how many points");
    });
  });

  test("letters that changed places are a slip, too, alone and beside a command", async () => {
    await withTalk("", async (talk) => {
      const alone = await talk.say(1, "triager", "/blokced-by #2");
      expect(talk.reply(alone)).toBe(
        "I don't know `/blokced-by`. Did you mean `/blocked-by #2`? Edit your comment and I'll run it.",
      );
      const beside = await talk.say(1, "triager", "/points 3\n/blokced-by #2\n/lgtm");
      expect(talk.reaction(beside)).toBe("confused");
      expect(talk.reply(beside)).toContain("Did you mean `/blocked-by #2`?");
      expect(talk.reply(beside)).not.toContain("lgtm");
      expect(talk.facts(1).labels).toEqual(["points: 3"]);
    });
  });

  test("two letters off is a slip beside a command alone, and where no other bot is near", async () => {
    await withTalk("", async (talk) => {
      await expectSilence(talk, 1, "triager", "/estmat 2h");
      const beside = await talk.say(1, "triager", "/points 3\n/blockd-b #2");
      expect(talk.reply(beside)).toContain("Did you mean `/blocked-by #2`?");
      const others = [
        "retest",
        "assign",
        "lgtm",
        "close",
        "merge",
        "test all",
        "approve",
        "label a",
      ];
      const more = ["unassign", "rebase", "retitle", "kind bug", "area api", "cherry-pick", "ok"];
      const silent = [...others, ...more].map((name) => `/${name}`).join("\n");
      const said = await talk.say(1, "triager", `/points 5\n${silent}`);
      expect([talk.reaction(said), talk.countReplies(said)]).toEqual(["rocket", 0]);
      await expectSilence(talk, 1, "triager", silent);
    });
  });

  test("a letter off is taken for a slip of who may give the command, and for nobody else's", async () => {
    await withTalk("", async (talk) => {
      await expectSilence(talk, 1, "reader", "/mve M2");
      await expectSilence(talk, 1, "writer", "/mv M2\n/meve-on M2");
      await expectSilence(talk, 1, "triager", "/mvo M2\n/merge M2");
      const said = await talk.say(1, "triager", "/mve M2");
      expect(talk.reaction(said)).toBe("confused");
      expect(talk.reply(said)).toBe(
        "I don't know `/mve`. Did you mean `/move M2`? Edit your comment and I'll run it.",
      );
      await talk.edit(said, "triager", "/move M2");
      expect(talk.facts(1).milestone).toBe("M2 Growth");
      expect(talk.reply(said)).toBeNull();
    });
  });
});
