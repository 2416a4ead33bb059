import { describe, expect, test } from "#test";
import { type Talk, withTalk } from "../conversations/talk.ts";

describe("an edited comment", () => {
  test("runs only what the edit added", async () => {
    await withTalk("", async (talk) => {
      const said = await talk.say(1, "triager", "/points 3");
      await talk.act("maintainer", (person, repo) => person.removeLabel(repo, 1, "points: 3"));
      await talk.edit(said, "triager", "Well, then:\n/points 3\n/estimate 2h");
      expect(talk.facts(1).labels).toEqual(["estimate: 2h"]);
      expect(talk.reaction(said)).toBe("rocket");
    });
  });

  test("runs a line once more that the edit doubled", async () => {
    await withTalk("", async (talk) => {
      const said = await talk.say(6, "triager", "/task done 2");
      await talk.edit(said, "triager", "/task done 2\n/task undo 2\n/task done 2");
      expect(talk.reaction(said)).toBe("rocket");
      expect(talk.facts(6).body).toContain("- [x] second");
    });
  });

  test("that says what it said before asks for nothing", async () => {
    await withTalk("", async (talk) => {
      const said = await talk.say(1, "triager", "/points 3");
      const calls = await talk.callsOf(() =>
        talk.edit(said, "triager", "Please:\n\n/points 3  \n"),
      );
      expect(calls.filter((call) => call.startsWith("write"))).toEqual(["write mutation React"]);
      expect(talk.reaction(said)).toBe("rocket");
      expect(talk.countReplies(said)).toBe(0);
    });
  });

  test("undoes nothing of what is taken out", async () => {
    await withTalk("", async (talk) => {
      const said = await talk.say(1, "triager", "/points 3\n/estimate 2h");
      await talk.edit(said, "triager", "/estimate 2h");
      expect(talk.facts(1).labels).toEqual(["estimate: 2h", "points: 3"]);
    });
  });

  test("by somebody who may more speaks with the lower rights of its author", async () => {
    await withTalk("", async (talk) => {
      const said = await talk.say(1, "reader", "What about this?");
      await talk.edit(said, "maintainer", "What about this?\n/drop because nobody needs it");
      expect(talk.facts(1).state).toBe("open");
      expect(talk.reaction(said)).toBe("confused");
      expect(talk.reply(said)).toContain("only people with write access");
    });
  });

  test("by somebody who may less speaks with the lower rights of its editor", async () => {
    await withTalk("", async (talk) => {
      const said = await talk.say(1, "admin", "What about this?");
      await talk.edit(said, "writer", "What about this?\n/drop because nobody needs it");
      expect(talk.facts(1).state).toBe("closed as not_planned");
      expect(talk.reaction(said)).toBe("rocket");
    });
  });

  test("while it runs is run again for what was added", async () => {
    await withTalk("", async (talk) => {
      const { sandbox, settle } = talk.playground;
      const said = sandbox.world.as("triager").comment(talk.repo, 1, "/points 3");
      const addMore = () => {
        sandbox.world.as("triager").editComment(talk.repo, said.id, "/points 3\n/estimate 2h");
      };
      const fault = sandbox.faults.before({ operation: "React" }, addMore);
      await settle();
      expect(fault.struck).toBe(1);
      expect(talk.facts(1).labels).toEqual(["estimate: 2h", "points: 3"]);
      expect(talk.reaction(said)).toBe("rocket");
    });
  });
});

test("what was added to a comment while it ran is not lost where the job then fails", async () => {
  await withTalk("", async (talk) => {
    const { sandbox, settle } = talk.playground;
    const { faults } = sandbox;
    const said = sandbox.world.as("triager").comment(talk.repo, 1, "/points 3");
    const addMore = () => {
      sandbox.world.as("triager").editComment(talk.repo, said.id, "/points 3\n/points 5");
    };
    faults.before({ operation: "React" }, addMore);
    const dropped = faults.drop({ method: "DELETE", route: /labels/ }, "after");
    await settle();
    expect(dropped.struck).toBe(1);
    expect(talk.facts(1).labels).toEqual(["points: 5"]);
    expect(talk.reaction(said)).toBe("rocket");
  });
});

test("what ran of a comment that was edited meanwhile does not run again where the job then fails", async () => {
  await withTalk("", async (talk) => {
    const { sandbox, settle } = talk.playground;
    const { faults } = sandbox;
    const said = sandbox.world.as("triager").comment(talk.repo, 6, "/task promote 2");
    const addMore = () => {
      sandbox.clock.advance({ seconds: 1 });
      sandbox.world.as("triager").editComment(talk.repo, said.id, "/task promote 2\n/points 5");
    };
    faults.before({ operation: "React" }, addMore);
    const failed = faults.fail({ method: "POST", route: /labels/ }, { status: 502 });
    await settle();
    expect(failed.struck).toBe(1);
    const made = sandbox.world.issues(talk.repo).filter(({ parent }) => parent?.number === 6);
    expect(made.map(({ title }) => title)).toEqual(["second"]);
    expect(talk.facts(6).labels).toEqual(["points: 5"]);
    expect(talk.reaction(said)).toBe("rocket");
  });
});

test.each([
  ["with what was added", false],
  ["with what was added, whose write fails at first", true],
])(
  "what ran of a comment that was edited meanwhile does not run again %s",
  async (_name, fails) => {
    await withTalk("", async (talk) => {
      const { sandbox, settle } = talk.playground;
      await talk.say(1, "triager", "/estimate 2h");
      const said = sandbox.world.as("triager").comment(talk.repo, 1, "/undo");
      const addMore = () => {
        sandbox.clock.advance({ seconds: 1 });
        sandbox.world.as("triager").editComment(talk.repo, said.id, "/undo\n/points 5");
      };
      sandbox.faults.before({ operation: "React" }, addMore);
      if (fails) sandbox.faults.fail({ method: "POST", route: /labels/ }, { status: 502 });
      await settle();
      expect(talk.facts(1).labels).toEqual(["points: 5"]);
      expect([talk.reaction(said), talk.reply(said)]).toEqual(["rocket", null]);
    });
  },
);

test("what an edit added runs to its end where its first run breaks off", async () => {
  await withTalk("", async (talk) => {
    const said = await talk.say(1, "triager", "/points 3");
    talk.playground.sandbox.clock.advance({ seconds: 60 });
    const label = { method: "POST", route: /issues\/.*labels/ } as const;
    const failed = talk.playground.sandbox.faults.fail(
      label,
      { status: 502 },
      { skip: 1, times: 1 },
    );
    await talk.edit(said, "triager", "/points 3\n/estimate 2h\n/start");
    expect(failed.struck).toBe(1);
    expect(talk.facts(1).labels).toEqual(["estimate: 2h", "in progress", "points: 3"]);
    expect(talk.reaction(said)).toBe("rocket");
  });
});

test("a deleted comment undoes nothing, and its reply stays without harm", async () => {
  await withTalk("", async (talk) => {
    const said = await talk.say(1, "triager", "/blocks M2");
    await talk.act("triager", (person, repo) => person.deleteComment(repo, said.id));
    expect(talk.status()).toContain("| **M2 Growth**, 0 of 5 | [#1] |");
    await talk.act("maintainer", (person, repo) => person.closeIssue(repo, 1));
    expect(talk.complaints).toEqual([]);
  });
});

test("a comment that is deleted before it is read asks for nothing", async () => {
  await withTalk("", async (talk) => {
    const { sandbox, settle } = talk.playground;
    const said = sandbox.world.as("triager").comment(talk.repo, 1, "/points 3");
    sandbox.world.as("triager").deleteComment(talk.repo, said.id);
    await settle();
    expect(talk.facts(1).labels).toEqual([]);
    expect(talk.complaints).toEqual([]);
  });
});

describe("the opening text of an issue", () => {
  async function open(talk: Talk, by: string, body: string) {
    const opened: number[] = [];
    await talk.act(by, (person, repo) => {
      opened.push(person.createIssue(repo, { title: "New", body }).number);
    });
    const { world } = talk.playground.sandbox;
    return world.issue(talk.repo, opened[0] ?? 0);
  }

  test("may hold commands, and carries the reaction", async () => {
    await withTalk("", async (talk) => {
      const text = "It is slow.\n\n/move M2 because it can wait\n/blocked-by #1\n/points many";
      const issue = await open(talk, "triager", text);
      expect(talk.facts(issue.number)).toMatchObject({ milestone: "M2 Growth", blockedBy: [1] });
      expect(issue.reactions.map(({ content }) => content)).toEqual(["confused"]);
      const replies = issue.comments.filter(({ author }) => author.type === "Bot");
      expect(replies).toHaveLength(1);
      expect(replies[0]?.body).toContain("- `/points many`: Points are a number");
    });
  });

  test("may hold a command that changes this very text, and carries the reaction then, too", async () => {
    await withTalk("", async (talk) => {
      const { faults, clock } = talk.playground.sandbox;
      faults.before({ operation: "EditIssueBody" }, () => clock.advance({ seconds: 5 }), "always");
      const issue = await open(talk, "triager", "It is slow.\n\n/task add measure\n/points 3");
      expect(talk.facts(issue.number)).toMatchObject({ labels: ["points: 3"] });
      expect(talk.facts(issue.number).body).toContain("- [ ] measure");
      expect(issue.reactions.map(({ content }) => content)).toEqual(["rocket"]);
      const { body } = talk.facts(issue.number);
      await talk.restart();
      expect(talk.facts(issue.number).body).toBe(body);
    });
  });

  test("runs to its end where it breaks off after a command has changed this very text", async () => {
    await withTalk("", async (talk) => {
      const { faults, clock } = talk.playground.sandbox;
      faults.before({ operation: "EditIssueBody" }, () => clock.advance({ seconds: 5 }), "always");
      const failed = faults.fail({ method: "POST", route: /labels/ }, { status: 502 });
      const issue = await open(talk, "triager", "/task add measure\n/points 3");
      expect(failed.struck).toBe(1);
      expect(talk.facts(issue.number)).toMatchObject({ labels: ["points: 3"] });
      expect(issue.reactions.map(({ content }) => content)).toEqual(["rocket"]);
    });
  });

  test("is found where its event was lost and Milepost has edited the text since", async () => {
    await withTalk("", async (talk) => {
      const { faults, clock } = talk.playground.sandbox;
      const lost = faults.loseDeliveries({ event: "issues" });
      const issue = await open(talk, "triager", "/points 3");
      expect([lost.struck, talk.facts(issue.number).labels]).toEqual([1, []]);
      clock.advance({ seconds: 60 });
      await talk.say(issue.number, "triager", "/task add measure");
      await talk.restart();
      expect(talk.facts(issue.number).labels).toEqual(["points: 3"]);
      expect(issue.reactions.map(({ content }) => content)).toEqual(["rocket"]);
    });
  });

  test("is its author's word: enough for one's own issue, and no more", async () => {
    await withTalk("", async (talk) => {
      const issue = await open(talk, "reader", "/points 3\n/move M2");
      expect(talk.facts(issue.number)).toMatchObject({ labels: ["points: 3"], milestone: null });
      expect(issue.reactions.map(({ content }) => content)).toEqual(["confused"]);
    });
  });

  test("runs what an edit adds", async () => {
    await withTalk("", async (talk) => {
      const issue = await open(talk, "triager", "/points 3");
      const body = "/points 3\n/estimate 2h";
      await talk.act("triager", (person, repo) => person.editIssue(repo, issue.number, { body }));
      expect(talk.facts(issue.number).labels).toEqual(["estimate: 2h", "points: 3"]);
      expect(issue.reactions.map(({ content }) => content)).toEqual(["rocket"]);
    });
  });
});
