import { describe, expect, test } from "#test";
import type { Comment } from "../conversations/hold-conversation.ts";
import { type Talk, withTalk } from "../conversations/talk.ts";

const status = 12;

/** The process dies with this call, and a person acts between what it looked at and what it does. */
function dieWith(talk: Talk, operation: string, act: () => void) {
  const { sandbox, app } = talk.playground;
  const dying = () => {
    act();
    app.kill();
  };
  return sandbox.faults.before({ operation }, dying, { times: 1 });
}

function write(talk: Talk, issue: number, edit: (body: string) => string) {
  const { world } = talk.playground.sandbox;
  const { body } = world.issue(talk.repo, issue);
  world.as("maintainer").editIssue(talk.repo, issue, { body: edit(body) });
}

/** Some seconds before the reaction. */
function addTo(talk: Talk, said: Comment, text: string) {
  const { sandbox } = talk.playground;
  sandbox.world.as("triager").editComment(talk.repo, said.id, text);
  sandbox.clock.advance({ seconds: 3 });
}

const readThis = (body: string) => `Read this first.\n\n${body}`;

async function expectRest(talk: Talk) {
  const calls = await talk.callsOf(() => talk.restart());
  expect(calls.filter((call) => call.startsWith("write"))).toEqual([]);
}

describe("what a person writes while a process writes and dies", () => {
  test("in the status issue is given back by the next process", async () => {
    await withTalk("", async (talk) => {
      const fault = dieWith(talk, "EditIssueBody", () => write(talk, status, readThis));
      await talk.act("maintainer", (person, repo) => person.closeIssue(repo, 1));
      expect(fault.struck).toBe(1);
      expect(talk.status()).not.toContain("Read this first.");
      await talk.restart();
      expect(talk.status()).toMatch(/^Read this first\.\n/);
      expect(talk.status()).toContain("2 of 6 (33%)");
      await expectRest(talk);
    });
  });

  test("in the status issue is joined with what a person writes there before the next process", async () => {
    await withTalk("", async (talk) => {
      dieWith(talk, "EditIssueBody", () => write(talk, status, readThis));
      await talk.act("maintainer", (person, repo) => person.closeIssue(repo, 1));
      write(talk, status, (body) => `${body}\nThat is all.\n`);
      await talk.restart();
      expect(talk.status()).toMatch(/^Read this first\.\n/);
      expect(talk.status()).toContain("That is all.");
      await expectRest(talk);
    });
  });

  test("in the status issue is joined with what a person saves there in GitHub's form, with other line ends", async () => {
    await withTalk("", async (talk) => {
      dieWith(talk, "EditIssueBody", () => write(talk, status, readThis));
      await talk.act("maintainer", (person, repo) => person.closeIssue(repo, 1));
      write(talk, status, (body) => `${body}\nThat is all.\n`.replaceAll("\n", "\r\n"));
      await talk.restart();
      expect(talk.status()).toMatch(/^Read this first\.\r\n/);
      expect(talk.status()).toContain("That is all.");
      await expectRest(talk);
    });
  });

  test("in the status issue is given back when Milepost is resumed, where it was paused meanwhile", async () => {
    await withTalk("", async (talk) => {
      const { world } = talk.playground.sandbox;
      dieWith(talk, "EditIssueBody", () => write(talk, status, readThis));
      await talk.act("maintainer", (person, repo) => person.closeIssue(repo, 1));
      world.as("maintainer").closeIssue(talk.repo, status);
      await expectRest(talk);
      expect(talk.status()).not.toContain("Read this first.");
      await talk.act("maintainer", (person, repo) => person.reopenIssue(repo, status));
      expect(talk.status()).toMatch(/^Read this first\.\n/);
    });
  });

  test("in an issue whose tasks it edits is given back, and the command's task stays", async () => {
    await withTalk("", async (talk) => {
      const fault = dieWith(talk, "EditIssueBody", () => write(talk, 6, readThis));
      const said = await talk.say(6, "triager", "/task add third");
      expect(fault.struck).toBe(1);
      expect(talk.facts(6).body).not.toContain("Read this first.");
      await talk.restart();
      expect(talk.facts(6).body).toMatch(/^Read this first\.\n/);
      expect(talk.facts(6).body.match(/- \[ \] third/g)).toHaveLength(1);
      expect(talk.reaction(said)).toBe("rocket");
      await expectRest(talk);
    });
  });

  test("in an issue is given back but for the entry that a command took away afterwards", async () => {
    await withTalk("", async (talk) => {
      const { world } = talk.playground.sandbox;
      const more = (body: string) => `${readThis(body)}\n\n- [ ] fourth`;
      dieWith(talk, "EditIssueBody", () => write(talk, 6, more));
      await talk.say(6, "triager", "/task add third");
      await talk.restart();
      const entries = (): readonly string[] =>
        world.issue(talk.repo, 6).body.match(/- \[ \] \w+/g) ?? [];
      const place = entries().indexOf("- [ ] fourth") + 2;
      expect(place).toBeGreaterThan(1);
      await talk.say(6, "triager", `/task promote ${place}`);
      expect(entries()).not.toContain("- [ ] fourth");
      const { body } = talk.facts(6);
      await expectRest(talk);
      expect(talk.facts(6).body).toBe(body);
    });
  });

  test("in an issue is given back where a command took away the entry of the edit before", async () => {
    await withTalk("", async (talk) => {
      await talk.act("maintainer", () => write(talk, 6, (body) => `${body}\n\n- [ ] fourth`));
      const fault = dieWith(talk, "EditIssueBody", () => write(talk, 6, readThis));
      await talk.say(6, "triager", "/task promote 4");
      expect(fault.struck).toBe(1);
      expect(talk.facts(6).body).not.toContain("Read this first.");
      await talk.restart();
      expect(talk.facts(6).body).toMatch(/^Read this first\.\n/);
      expect(talk.facts(6).body).not.toContain("fourth");
    });
  });

  test("in the status issue is given back, though a person writes there again at that moment", async () => {
    await withTalk("", async (talk) => {
      const { faults } = talk.playground.sandbox;
      dieWith(talk, "EditIssueBody", () => write(talk, status, readThis));
      await talk.act("maintainer", (person, repo) => person.closeIssue(repo, 1));
      const also = () => write(talk, status, (body) => `${body}\nThat is all.\n`);
      const fault = faults.before({ operation: "ReadBody" }, also, { times: 1 });
      await talk.restart();
      expect(fault.struck).toBe(1);
      expect(talk.status()).toMatch(/^Read this first\.\n/);
      expect(talk.status()).toContain("That is all.");
      await expectRest(talk);
    });
  });

  test("is given back where only GitHub's answer was lost, by the same process", async () => {
    await withTalk("", async (talk) => {
      const { faults } = talk.playground.sandbox;
      faults.before({ operation: "EditIssueBody" }, () => write(talk, status, readThis), {
        times: 1,
      });
      faults.fail({ operation: "EditIssueBody" }, { status: 502, performed: true }, { times: 1 });
      await talk.act("maintainer", (person, repo) => person.closeIssue(repo, 1));
      expect(talk.status()).toMatch(/^Read this first\.\n/);
      expect(talk.status()).toContain("2 of 6 (33%)");
    });
  });

  test("is not looked for by a process that saw the end of all that it wrote", async () => {
    await withTalk("", async (talk) => {
      const calls = await talk.callsOf(async () => {
        await talk.say(6, "triager", "/task add third");
        await talk.say(6, "triager", "/note it takes long");
        await talk.act("writer", () => write(talk, status, readThis));
        await talk.act("maintainer", (person, repo) => person.closeIssue(repo, 1));
      });
      expect(calls.filter((call) => call.endsWith("ReadVersions"))).toEqual([]);
    });
  });
});

describe("a line that is added to a comment while it runs", () => {
  const more = "/points 3\n/estimate 2h";

  test("runs in the next process where the one that ran it dies with its reaction", async () => {
    await withTalk("", async (talk) => {
      const { world } = talk.playground.sandbox;
      const said = world.as("triager").comment(talk.repo, 1, "/points 3");
      const fault = dieWith(talk, "React", () => addTo(talk, said, more));
      await talk.playground.settle();
      expect(fault.struck).toBe(1);
      expect([talk.facts(1).labels, talk.reaction(said)]).toEqual([["points: 3"], "rocket"]);
      await talk.restart();
      expect(talk.facts(1).labels).toEqual(["estimate: 2h", "points: 3"]);
      expect([talk.reaction(said), talk.countReplies(said)]).toEqual(["rocket", 0]);
      await expectRest(talk);
    });
  });

  test("runs where only the answer to the reaction was lost", async () => {
    await withTalk("", async (talk) => {
      const { sandbox, settle } = talk.playground;
      const said = sandbox.world.as("triager").comment(talk.repo, 1, "/points 3");
      const addMore = () => addTo(talk, said, more);
      sandbox.faults.before({ operation: "React" }, addMore, { times: 1 });
      sandbox.faults.fail({ operation: "React" }, { status: 502, performed: true }, { times: 1 });
      await settle();
      expect(talk.facts(1).labels).toEqual(["estimate: 2h", "points: 3"]);
      expect(talk.reaction(said)).toBe("rocket");
    });
  });

  test("does not undo what a person did before the next process", async () => {
    await withTalk("", async (talk) => {
      const { world } = talk.playground.sandbox;
      const said = world.as("triager").comment(talk.repo, 1, "Hello\n/points 3");
      dieWith(talk, "React", () => addTo(talk, said, "/points 3\n/move M2"));
      await talk.playground.settle();
      talk.playground.sandbox.clock.advance({ seconds: 3 });
      world.withoutWebhooks(() => {
        world.as("maintainer").setMilestone(talk.repo, 1, 2);
        world.as("maintainer").setMilestone(talk.repo, 1, null);
      });
      await talk.restart();
      expect(talk.facts(1).milestone).toBeNull();
    });
  });
});

describe("a comment that was edited and has run", () => {
  test("does not run again in a process that remembers it, nor where the notebook tells", async () => {
    await withTalk("", async (talk) => {
      const said = await talk.say(1, "triager", "/points 3");
      await talk.edit(said, "triager", "/points 3\n/estimate 2h");
      await expectRest(talk);
    });
  });

  test("says nothing new in a process that does not know that it has run", async () => {
    await withTalk("", async (talk) => {
      const said = await talk.say(1, "triager", "/points 3");
      talk.playground.sandbox.clock.advance({ seconds: 3 });
      await talk.edit(said, "triager", "/points 3\n/estimate 2h\n/points many");
      const before = [talk.facts(1), talk.reply(said), talk.countReplies(said)];
      await talk.say(1, "maintainer", "/note it takes long");
      await talk.restart();
      expect([talk.facts(1), talk.reply(said), talk.countReplies(said)]).toEqual(before);
      expect(talk.complaints).toEqual([]);
    });
  });
});
