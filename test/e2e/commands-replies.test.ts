import { describe, expect, test } from "#test";
import { withTalk } from "../conversations/talk.ts";

describe("several commands in one comment", () => {
  test("get one reply, line by line, and one reaction", async () => {
    await withTalk("", async (talk) => {
      const text = "/points 3\nThanks!\n/blocked-by #99\n/move M0\n/blocks M2\n";
      const said = await talk.say(1, "triager", text);
      expect(talk.reaction(said)).toBe("confused");
      expect(talk.reply(said)?.split("\n")).toEqual([
        "- `/points 3`: Done.",
        "- `/blocked-by #99`: #&#8203;99 is no issue of this repository that I can see: it may be a pull request or deleted.",
        "- `/move M0`: **M0 Past** is closed. Open are: M1 Start, M2 Growth.",
        "- `/blocks M2`: **M2 Growth** waits for [#1] now.",
      ]);
      expect(talk.countReplies(said)).toBe(1);
      expect(talk.facts(1)).toMatchObject({ labels: ["points: 3"], milestone: "M1 Start" });
      expect(talk.complaints).toEqual([]);
    });
  });

  test("see what those before them changed", async () => {
    await withTalk("", async (talk) => {
      const text = "/blocks #4\n/why on #4\n/unblock #1 on #4\n/why on #4";
      const said = await talk.say(1, "triager", text);
      expect(talk.reaction(said)).toBe("rocket");
      expect(talk.reply(said)).toMatch(/`\/why on #4`: \*\*\[#4\] waits for \[#1\]\*\*/);
      expect(talk.reply(said)).toMatch(/`\/why on #4`: \*\*\[#4\] can start now\.\*\*/);
      expect(talk.facts(4).blockedBy).toEqual([]);
    });
  });

  test("say nothing where all went well", async () => {
    await withTalk("", async (talk) => {
      const said = await talk.say(1, "triager", "/points 3\n/start\n/parent #11");
      expect(talk.reaction(said)).toBe("rocket");
      expect(talk.countReplies(said)).toBe(0);
      expect(talk.facts(1)).toMatchObject({
        labels: ["in progress", "points: 3"],
        assignees: ["triager"],
        parent: 11,
      });
    });
  });

  test("stop after fifty", async () => {
    await withTalk("", async (talk) => {
      const lines = Array.from({ length: 60 }, (_, index) => `/note ${index}`);
      const said = await talk.say(1, "triager", lines.join("\n"));
      expect(talk.reaction(said)).toBe("confused");
      expect(talk.reply(said)).toContain("`/note 49`: Done.");
      expect(talk.reply(said)).toContain("One comment runs at most 50 commands");
      expect(talk.reply(said)).not.toContain("/note 51");
    });
  });
});

describe("a reply", () => {
  test("changes in place when the comment is corrected, and is folded away when all is right", async () => {
    await withTalk("", async (talk) => {
      const said = await talk.say(1, "triager", "/points many\n/blocked-by #99");
      expect(talk.reply(said)).toContain("Points are a number");
      expect(talk.reply(said)).toContain("is no issue of this repository");
      await talk.edit(said, "triager", "/points 3\n/blocked-by #99");
      expect(talk.reaction(said)).toBe("confused");
      expect(talk.reply(said)).toContain("is no issue of this repository");
      expect(talk.reply(said)).not.toContain("Points are a number");
      expect(talk.facts(1).labels).toEqual(["points: 3"]);
      await talk.edit(said, "triager", "/points 3\n/blocked-by #2");
      expect(talk.reaction(said)).toBe("rocket");
      expect(talk.reply(said)).toBeNull();
      expect(talk.countReplies(said)).toBe(1);
      expect(talk.facts(1).blockedBy).toEqual([2]);
    });
  });

  test("is shown again when a later edit is wrong", async () => {
    await withTalk("", async (talk) => {
      const said = await talk.say(1, "triager", "/points many");
      await talk.edit(said, "triager", "/points 3");
      expect(talk.reply(said)).toBeNull();
      await talk.edit(said, "triager", "/points 3\n/estimate soon");
      expect(talk.reaction(said)).toBe("confused");
      expect(talk.reply(said)).toContain("An estimate is in hours or days");
      expect(talk.countReplies(said)).toBe(1);
    });
  });

  test("is folded away when the wrong command is taken out", async () => {
    await withTalk("", async (talk) => {
      const said = await talk.say(1, "triager", "Hello\n/points many");
      await talk.edit(said, "triager", "Hello");
      expect(talk.reply(said)).toBeNull();
      expect(talk.reaction(said)).toBe("rocket");
    });
  });

  test("comes thirty times an hour to one person; then the reaction has to say it", async () => {
    await withTalk("", async (talk) => {
      const { sandbox, settle } = talk.playground;
      const person = sandbox.world.as("triager");
      const said = Array.from({ length: 32 }, () => person.comment(talk.repo, 1, "/points many"));
      await settle();
      const replies = said.flatMap((comment) => talk.reply(comment) ?? []);
      expect(replies).toHaveLength(30);
      expect(replies[28]).not.toContain("within an hour");
      expect(replies[29]).toContain("That was reply 30 to you within an hour.");
      expect(said.map((comment) => talk.reaction(comment))).toEqual(said.map(() => "confused"));
      const other = await talk.say(1, "writer", "/points many");
      expect(talk.reply(other)).not.toBeNull();
      sandbox.clock.advance({ seconds: 3_700 });
      expect(talk.reply(await talk.say(1, "triager", "/points many"))).not.toBeNull();
    });
  });
});
