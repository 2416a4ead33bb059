import { describe, expect, test } from "#test";
import { type Talk, withTalk } from "../conversations/talk.ts";

const later = (talk: Talk, seconds: number) => talk.playground.sandbox.clock.advance({ seconds });

function writeBody(talk: Talk, issue: number, edit: (body: string) => string) {
  return talk.act("maintainer", (person, repo, world) => {
    person.editIssue(repo, issue, { body: edit(world.issue(repo, issue).body) });
  });
}

const tick = (text: string) => text.replace("[ ] second", "[x] second");

const stories: Readonly<Record<string, (talk: Talk) => Promise<unknown>>> = {
  "an entry that a command promoted, which a person wrote in the edit before": async (talk) => {
    await writeBody(talk, 6, (text) => `Intro.\n${text}\n\n- [ ] d\n- [ ] e`);
    await talk.say(6, "triager", "/task promote 4");
  },
  "a tick of a person's that a command took back": async (talk) => {
    await writeBody(talk, 6, (text) => `Intro.\n${text}`.replace("[ ] second", "[x] second"));
    await talk.say(6, "triager", "/task undo 2");
  },
  "an entry with lines of its own that a command removed": async (talk) => {
    await writeBody(talk, 6, (text) => `${text}\n- [ ] d\n  with details\nand more`);
    await talk.say(6, "triager", "/task promote 4");
  },
  "an entry that a command removed, whose own lines begin with a tag": async (talk) => {
    await writeBody(talk, 6, (text) => `${tick(text)}\n- [ ] d\n<kbd>Enter</kbd> is pressed`);
    await talk.say(6, "triager", "/task promote 4");
  },
  "an entry that a command removed above a line that a person drew": async (talk) => {
    await writeBody(talk, 6, (text) => `${text}\n\n---\nThe end`);
    await writeBody(talk, 6, (text) => tick(text).replace("\n\n---", "\n\n- [ ] d\n---"));
    await talk.say(6, "triager", "/task promote 4");
  },
  "an entry that a command removed with an entry below it that is no task": async (talk) => {
    await writeBody(talk, 6, (text) => `${text}\n\n- detail`);
    await writeBody(talk, 6, (text) => tick(text).replace("\n- detail", "\n- [ ] d\n  - detail"));
    await talk.say(6, "triager", "/task promote 4");
  },
};

describe("where no process died, a new one leaves as it is", () => {
  test.each(Object.entries(stories))("%s", async (_, tell) => {
    await withTalk("", async (talk) => {
      await tell(talk);
      const { body } = talk.facts(6);
      later(talk, 600);
      const calls = await talk.callsOf(() => talk.restart());
      expect(talk.facts(6).body).toBe(body);
      expect(calls.filter((call) => call.startsWith("write"))).toEqual([]);
    });
  });

  test.each([
    "/move M2",
    "/points 3",
    "/hold because law",
    "/blocked-by #2",
    "/start",
    "/task add foo",
    "/duplicate-of #2",
  ])("what /undo took back of %s, which an edit had added to a comment", async (line) => {
    await withTalk("", async (talk) => {
      const said = await talk.say(1, "triager", "Hello");
      later(talk, 30);
      await talk.edit(said, "triager", `Hello\n${line}`);
      later(talk, 30);
      await talk.say(1, "triager", "/undo");
      const facts = JSON.stringify(talk.facts(1));
      const replies = talk.countReplies(said);
      later(talk, 600);
      await talk.restart();
      expect(JSON.stringify(talk.facts(1))).toBe(facts);
      expect(talk.countReplies(said)).toBe(replies);
    });
  });

  test("what /undo took back right after an edit had added it to a comment", async () => {
    await withTalk("", async (talk) => {
      const said = await talk.say(1, "triager", "Hello");
      later(talk, 30);
      const { world } = talk.playground.sandbox;
      world.as("triager").editComment(talk.repo, said.id, "Hello\n/points 3");
      later(talk, 1);
      await talk.say(1, "triager", "/undo");
      const facts = JSON.stringify(talk.facts(1));
      later(talk, 600);
      await talk.restart();
      expect(JSON.stringify(talk.facts(1))).toBe(facts);
    });
  });
});

describe("where the status issue could not be written at first", () => {
  const fail = (talk: Talk) =>
    talk.playground.sandbox.faults.fail(
      { operation: "EditIssueBody" },
      { status: 502 },
      { times: 1 },
    );

  test("/undo takes back what the command before it changed", async () => {
    await withTalk("", async (talk) => {
      const fault = fail(talk);
      await talk.say(1, "triager", "/points 3");
      expect([fault.struck, talk.facts(1).labels]).toEqual([1, ["points: 3"]]);
      await talk.say(1, "triager", "/undo");
      expect(talk.facts(1).labels).toEqual([]);
    });
  });

  test("/undo does so too where somebody broke the markers just before, and then mended them", async () => {
    await withTalk("", async (talk) => {
      const { world, faults } = talk.playground.sandbox;
      const editStatus = (edit: (body: string) => string) => {
        const { body } = world.issue(talk.repo, 12);
        world.as("maintainer").editIssue(talk.repo, 12, { body: edit(body) });
      };
      const [whole, broken] = ["<!-- milepost:problems -->", "(problems)"];
      const fault = faults.before({ operation: "ReadBody" }, () =>
        editStatus((body) => body.replace(whole, broken)),
      );
      await talk.say(1, "triager", "/points 3");
      expect([fault.struck, talk.facts(1).labels]).toEqual([1, ["points: 3"]]);
      await talk.act("maintainer", () => editStatus((body) => body.replace(broken, whole)));
      await talk.say(1, "triager", "/undo");
      expect(talk.facts(1).labels).toEqual([]);
    });
  });

  test("a new process knows which edited text has run", async () => {
    await withTalk("", async (talk) => {
      const said = await talk.say(1, "triager", "Hello");
      later(talk, 30);
      const fault = fail(talk);
      await talk.edit(said, "triager", "Hello\n/points 3");
      expect(fault.struck).toBe(1);
      later(talk, 30);
      await talk.act("maintainer", (person, repo) => person.removeLabel(repo, 1, "points: 3"));
      const facts = JSON.stringify(talk.facts(1));
      await talk.restart();
      expect([JSON.stringify(talk.facts(1)), talk.countReplies(said)]).toEqual([facts, 0]);
    });
  });
});
