import { describe, expect, test } from "#test";
import { withTalk } from "../conversations/talk.ts";

describe("/undo", () => {
  test("takes back what the last comment changed, whichever issues it changed", async () => {
    await withTalk("", async (talk) => {
      await talk.say(1, "triager", "/points 3");
      await talk.say(1, "triager", "/move M2 on #1, #2 because of money\n/start on #10");
      const said = await talk.say(1, "writer", "/undo");
      expect(talk.reaction(said)).toBe("rocket");
      expect(talk.facts(1)).toMatchObject({ milestone: "M1 Start", labels: ["points: 3"] });
      expect(talk.facts(2).milestone).toBe("M1 Start");
      expect(talk.facts(10)).toMatchObject({ assignees: [], labels: ["good first issue"] });
      expect(talk.status()).not.toContain("of money");
    });
  });

  test("goes back one comment, not two", async () => {
    await withTalk("", async (talk) => {
      await talk.say(1, "triager", "/points 3");
      await talk.say(1, "triager", "/estimate 2h");
      await talk.say(1, "triager", "/undo");
      const again = await talk.say(1, "triager", "/undo");
      expect(talk.reply(again)).toContain("There is nothing to undo");
      expect(talk.facts(1).labels).toEqual(["points: 3"]);
    });
  });

  test("is about its own thread", async () => {
    await withTalk("", async (talk) => {
      await talk.say(1, "triager", "/points 3");
      await talk.say(2, "triager", "/points 5");
      await talk.say(1, "triager", "/undo");
      expect(talk.facts(1).labels).toEqual([]);
      expect(talk.facts(2).labels).toContain("points: 5");
    });
  });

  test("passes over questions and what changed nothing", async () => {
    await withTalk("", async (talk) => {
      await talk.say(1, "triager", "/points 3");
      await talk.say(1, "triager", "/why\n/points many\n/points 3\n/points 5 --dry-run");
      await talk.say(1, "triager", "/undo");
      expect(talk.facts(1).labels).toEqual([]);
    });
  });

  test("forgets what it took back, and remembers what its comment changed besides", async () => {
    await withTalk("", async (talk) => {
      await talk.say(1, "triager", "/points 3");
      await talk.say(1, "triager", "/undo\n/points 5");
      expect(talk.facts(1).labels).toEqual(["points: 5"]);
      await talk.say(1, "triager", "/undo");
      expect(talk.facts(1).labels).toEqual([]);
    });
  });

  test("takes back what came just before it, in the same second", async () => {
    await withTalk("", async (talk) => {
      await talk.say(1, "triager", "/points 3");
      await talk.act("triager", (person, repo) => {
        person.comment(repo, 1, "/estimate 2h");
        person.comment(repo, 1, "/undo");
      });
      expect(talk.facts(1).labels).toEqual(["points: 3"]);
    });
  });

  test("shows on the surfaces although no webhook tells of it", async () => {
    await withTalk("", async (talk) => {
      await talk.say(4, "triager", "/blocked-by #1");
      const { faults } = talk.playground.sandbox;
      faults.loseDeliveries({ event: "issue_dependencies" }, "always");
      faults.loseDeliveries({ event: "issues" }, "always");
      await talk.say(4, "triager", "/undo");
      expect(talk.status()).not.toContain("[#4] Delta | [#1]");
    });
  });

  test("leaves and names what somebody changed since", async () => {
    await withTalk("", async (talk) => {
      await talk.say(1, "triager", "/move M2\n/points 3");
      await talk.act("maintainer", (person, repo) => person.setMilestone(repo, 1, null));
      const said = await talk.say(1, "triager", "/undo");
      expect(talk.facts(1)).toMatchObject({ milestone: null, labels: [] });
      expect(talk.reply(said)).toBe(
        "Undone: takes `points: 3` off [#1].\n\nChanged since, so it stays: moves [#1] to **M2 Growth**.",
      );
    });
  });

  test("dry, says what it would take back", async () => {
    await withTalk("", async (talk) => {
      await talk.say(1, "triager", "/points 3");
      const said = await talk.say(1, "triager", "/undo --dry-run");
      expect(talk.reaction(said)).toBe("eyes");
      expect(talk.reply(said)).toBe(
        "Dry run, nothing is changed. It would do this: takes `points: 3` off [#1].",
      );
      await talk.say(1, "triager", "/undo");
      expect(talk.facts(1).labels).toEqual([]);
    });
  });

  test("remembers across processes", async () => {
    await withTalk("", async (talk) => {
      await talk.say(12, "triager", "/chain #1 → #4 → #6");
      await talk.restart();
      const said = await talk.say(12, "triager", "/undo");
      expect(talk.reaction(said)).toBe("rocket");
      expect([talk.facts(4).blockedBy, talk.facts(6).blockedBy]).toEqual([[], []]);
    });
  });
});

describe.each([
  ["is answered with 502", false, null],
  ["is done, and answered with 502", true, "Undone: takes `estimate: 2h` off [#1]."],
] as const)("a reaction that %s", (_name, performed, shown) => {
  const react = { operation: "React" } as const;

  test("costs /undo nothing of what its comment changed", async () => {
    await withTalk("", async (talk) => {
      await talk.say(1, "triager", "/points 3");
      talk.playground.sandbox.faults.fail(react, { status: 502, performed });
      await talk.say(1, "triager", "/estimate 2h");
      await talk.say(1, "triager", "/undo");
      expect(talk.facts(1).labels).toEqual(["points: 3"]);
    });
  });

  test("costs /undo nothing where a part of the comment runs once more", async () => {
    await withTalk("", async (talk) => {
      await talk.say(1, "triager", "/points 3");
      const label = { method: "POST", route: /labels/ } as const;
      talk.playground.sandbox.faults.fail(label, { status: 502, performed }, { skip: 1, times: 1 });
      await talk.say(1, "triager", "/estimate 2h on #1, #2");
      await talk.say(1, "triager", "/undo");
      expect([talk.facts(1).labels, talk.facts(2).labels]).toEqual([
        ["points: 3"],
        ["cluster: Storage"],
      ]);
    });
  });

  test("makes /undo say nothing wrong", async () => {
    await withTalk("", async (talk) => {
      await talk.say(1, "triager", "/points 3");
      await talk.say(1, "triager", "/estimate 2h");
      talk.playground.sandbox.faults.fail(react, { status: 502, performed });
      const said = await talk.say(1, "triager", "/undo");
      expect(talk.facts(1).labels).toEqual(["points: 3"]);
      expect([talk.reaction(said), talk.reply(said)]).toEqual(["rocket", shown]);
      const again = await talk.say(1, "triager", "/undo");
      expect(talk.reply(again)).toContain("There is nothing to undo");
    });
  });
});

describe("what people say in commands", () => {
  test("survives a lost memory and a renamed milestone", async () => {
    await withTalk("", async (talk) => {
      const text = "/move M2 because the vendor answers in May\n/alias The First";
      await talk.say(1, "triager", `${text}\n/note talk to Ada first`);
      await talk.say(2, "triager", "/hold no budget");
      await talk.act("maintainer", (person, repo) => {
        person.editMilestone(repo, 3, { title: "M2 Scale" });
        person.editMilestone(repo, 2, { title: "Beginning" });
      });
      await talk.restart();
      const status = talk.status();
      expect(status).toContain("To M2 Scale (1 issue)");
      expect(status).toContain("the vendor answers in May");
      expect(status).toContain("no budget");
      const why = await talk.say(12, "triager", "/status M2 Scale");
      expect(talk.reply(why)).toContain("[#1] The First");
    });
  });

  test("is forgotten with the move that it was said for", async () => {
    await withTalk("", async (talk) => {
      await talk.say(1, "triager", "/move M2 because of money");
      await talk.act("maintainer", (person, repo) => person.setMilestone(repo, 1, 2));
      expect(talk.status()).not.toContain("of money");
    });
  });
});

test("a label that a command needs is made at its first use, and used from then on", async () => {
  await withTalk("labels: {area: 'area/'}\n", async (talk) => {
    const names = () => {
      const { labels } = talk.playground.sandbox.world.repository(talk.repo);
      return [...labels.values()].map(({ name }) => name).sort();
    };
    const before = names();
    await talk.say(1, "triager", "/area Web");
    await talk.say(2, "triager", "/area web\n/start");
    const label = talk.playground.sandbox.world.repository(talk.repo).labels.get("area/web");
    expect(label?.color).toMatch(/^[0-9a-f]{6}$/);
    expect(names()).toEqual([...before, "area/Web", "in progress"].sort());
    expect(talk.facts(2).labels).toEqual(["area/Web", "cluster: Storage", "in progress"]);
  });
});
