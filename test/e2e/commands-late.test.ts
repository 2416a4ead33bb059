import { describe, expect, test } from "#test";
import type { Sandbox } from "../../sandbox/start-sandbox.ts";
import type { Comment } from "../conversations/hold-conversation.ts";
import { type Talk, talkIn, withTalk } from "../conversations/talk.ts";
import { smallPlan } from "../conversations/world.ts";
import { withPlayground } from "./model-playground.ts";

/** What happens while its webhooks are lost; then the process ends and another begins. */
async function missed(talk: Talk, run: () => Promise<void>): Promise<void> {
  const { sandbox } = talk.playground;
  const lost = sandbox.faults.loseDeliveries({}, "always");
  await run();
  sandbox.clock.advance({ seconds: 60 });
  lost.remove();
  await talk.restart();
}

describe("commands whose webhooks were lost", () => {
  test("run when another process begins: those of comments, edits and opening texts", async () => {
    await withTalk("", async (talk) => {
      const edited = await talk.say(2, "triager", "/points 3");
      let opened = 0;
      const comments: Comment[] = [];
      await missed(talk, async () => {
        comments.push(await talk.say(1, "triager", "/points 3\n/points many"));
        await talk.edit(edited, "triager", "/points 3\n/estimate 2h");
        await talk.act("triager", (person, repo) => {
          opened = person.createIssue(repo, { title: "New", body: "/move M2" }).number;
        });
      });
      const [said] = comments;
      if (!said) throw new Error("nothing was said");
      expect(talk.facts(1).labels).toEqual(["points: 3"]);
      expect(talk.reaction(said)).toBe("confused");
      expect(talk.reply(said)).toContain("Points are a number");
      expect(talk.facts(2).labels).toEqual(["cluster: Storage", "estimate: 2h", "points: 3"]);
      expect(talk.facts(opened).milestone).toBe("M2 Growth");
      expect(talk.complaints).toEqual([]);
    });
  });

  test("run once, however often processes begin", async () => {
    await withTalk("", async (talk) => {
      let said: Comment | undefined;
      await missed(talk, async () => {
        said = await talk.say(6, "triager", "/task promote 3\n/points many");
      });
      const issues = () => talk.playground.sandbox.world.issues(talk.repo).length;
      const before = issues();
      const calls = await talk.callsOf(() => talk.restart());
      expect(calls.filter((call) => call.startsWith("write"))).toEqual([]);
      expect(issues()).toBe(before);
      expect(said && talk.countReplies(said)).toBe(1);
    });
  });

  test.each([
    { later: "/points 5", labels: ["points: 5"] },
    // Which changed nothing when it ran.
    { later: "/points none", labels: [] },
    { later: "/estimate 2h", labels: ["estimate: 2h", "points: 3"] },
    { later: "/points 5 --dry-run", labels: ["points: 3"] },
  ])("that were given before $later has run leave $labels", async ({ later, labels }) => {
    await withTalk("", async (talk) => {
      const { sandbox } = talk.playground;
      const lost = sandbox.faults.loseDeliveries({}, "always");
      const said = await talk.say(1, "triager", "/points 3");
      lost.remove();
      sandbox.clock.advance({ seconds: 60 });
      await talk.say(1, "triager", later);
      await talk.restart();
      expect(talk.facts(1).labels).toEqual(labels);
      const isOvertaken = !labels.includes("points: 3");
      expect(talk.reply(said)?.includes("Superseded") ?? false).toBe(isOvertaken);
    });
  });

  test("give way to what people did since, fact by fact", async () => {
    await withTalk("", async (talk) => {
      const said: Comment[] = [];
      await missed(talk, async () => {
        said.push(await talk.say(1, "triager", "/move M2 because of money\n/points 3"));
        await talk.act("maintainer", (person, repo) => person.setMilestone(repo, 1, null));
      });
      const [comment] = said;
      expect(talk.facts(1)).toMatchObject({ milestone: null, labels: ["points: 3"] });
      expect(comment && talk.reaction(comment)).toBe("confused");
      expect(comment && talk.reply(comment)).toMatch(/`\/move .*`: Superseded: somebody changed/);
      expect(comment && talk.reply(comment)).toContain("`/points 3`: Done.");
    });
  });

  test("older than three days are left alone", async () => {
    await withTalk("", async (talk) => {
      await missed(talk, async () => {
        await talk.say(1, "triager", "/points 3");
        await talk.say(12, "maintainer", "Four days later");
        talk.playground.sandbox.clock.advance({ days: 4 });
        await talk.say(2, "triager", "/points 5");
      });
      expect(talk.facts(1).labels).toEqual([]);
      expect(talk.facts(2).labels).toEqual(["cluster: Storage", "points: 5"]);
    });
  });

  test("of a person who has lost the right since are refused", async () => {
    await withTalk("", async (talk) => {
      let said: Comment | undefined;
      await missed(talk, async () => {
        said = await talk.say(1, "triager", "/move M2");
        talk.playground.sandbox.world.setRole(talk.repo, "triager", "read");
      });
      expect(talk.facts(1).milestone).toBe("M1 Start");
      expect(said && talk.reply(said)).toContain("only people with triage access");
    });
  });
});

test("a person's click just before the webhook arrives stands", async () => {
  await withTalk("", async (talk) => {
    const { sandbox, settle } = talk.playground;
    const held = sandbox.faults.delayDeliveries({ event: "issue_comment" }, 1_000);
    const said = await talk.say(1, "triager", "/move M2");
    await talk.act("maintainer", (person, repo) => person.setMilestone(repo, 1, null));
    held.remove();
    await settle();
    expect(talk.facts(1).milestone).toBeNull();
    expect(talk.reply(said)).toMatch(/^Superseded/);
  });
});

test("a fresh install runs nothing of what was said before, until an edit adds to it", async () => {
  const said: Comment[] = [];
  const onSeeded = ({ world }: Sandbox) => {
    const person = world.as("triager");
    said.push(person.comment("example/small-plan", 1, "/points 3\n/points many"));
    world.as("writer").editIssue("example/small-plan", 10, { body: "/points 3" });
  };
  const input = { spec: smallPlan, files: {}, onSeeded };
  await withPlayground(input, async (playground, complaints) => {
    const talk = talkIn(playground, complaints);
    await talk.restart();
    const [comment] = said;
    if (!comment) throw new Error("nothing was said");
    expect([talk.facts(1).labels, talk.facts(10).labels]).toEqual([[], ["good first issue"]]);
    expect([talk.reaction(comment), talk.countReplies(comment)]).toEqual([null, 0]);
    await talk.edit(comment, "triager", "/points 3\n/points many\n/estimate 2h");
    expect(talk.facts(1).labels).toEqual(["estimate: 2h"]);
    expect([talk.reaction(comment), talk.reply(comment)]).toEqual(["rocket", null]);
  });
});
