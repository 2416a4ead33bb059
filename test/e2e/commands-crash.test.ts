import { beforeAll, describe, expect, test } from "#test";
import type { CallMatch } from "../../sandbox/faults/call-match.ts";
import { planOf } from "../conversations/host.ts";
import { type Talk, withTalk } from "../conversations/talk.ts";

const text = "/start on #10\n/points 3\n/task promote 3\n/blocks M2";
const writes: CallMatch = { kind: "write" };
/** From the label that is made to the reaction. */
const positions = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

function outcome(talk: Talk) {
  const [said] = talk.playground.sandbox.world.comments(talk.repo, 6);
  if (!said) throw new Error("nothing was said");
  return {
    plan: planOf(talk.playground),
    reaction: talk.reaction(said),
    replies: talk.countReplies(said),
    status: talk.status(),
  };
}

let wanted: ReturnType<typeof outcome>;

beforeAll(async () => {
  await withTalk("", async (talk) => {
    const calls = await talk.callsOf(() => talk.say(6, "triager", text));
    const made = calls.filter((call) => call.startsWith("write"));
    expect(made.indexOf("write mutation React")).toBe(positions.at(-1));
    wanted = outcome(talk);
    expect(wanted).toMatchObject({ reaction: "rocket", replies: 1 });
  });
});

describe.each([
  ["is answered with 502", false],
  ["is done, and answered with 502", true],
] as const)("a command's write that %s", (_name, performed) => {
  test.each(positions)("as number %d leaves all as if it had run once", async (skip) => {
    await withTalk("", async (talk) => {
      const { faults } = talk.playground.sandbox;
      const fault = faults.fail(writes, { status: 502, performed }, { skip, times: 1 });
      await talk.say(6, "triager", text);
      expect(fault.struck).toBe(1);
      expect(outcome(talk)).toEqual(wanted);
    });
  });
});

// Those after which the next call is a write: reads are tried again for a while by a process that dies.
test.each([1, 3, 5, 7, 8])(
  "a process that dies with its write number %d leaves the rest to the next one",
  async (skip) => {
    await withTalk("", async (talk) => {
      const { sandbox, app } = talk.playground;
      const fault = sandbox.faults.before(writes, () => app.kill(), { skip, times: 1 });
      await talk.say(6, "triager", text);
      expect(fault.struck).toBe(1);
      await talk.restart();
      expect(outcome(talk)).toEqual(wanted);
    });
  },
);

test("a process that dies before its reaction is followed by one that says nothing new", async () => {
  await withTalk("", async (talk) => {
    const { sandbox } = talk.playground;
    sandbox.faults.fail({ operation: "React" }, { status: 502 }, { times: 1 });
    const said = await talk.say(6, "triager", "/task promote 3");
    expect([talk.reaction(said), talk.reply(said)]).toEqual(["rocket", null]);
    expect(sandbox.world.issues(talk.repo)).toHaveLength(13);
  });
});

test.each([
  ["lines above it", "It is large.\n\n/task promote 2", ["second"]],
  ["the same line once more", "/task promote 2\n/task promote 2", ["second", "nested"]],
])(
  "an entry is made an issue once, although an edit adds %s before the next try",
  async (_name, edited, titles) => {
    await withTalk("", async (talk) => {
      const { sandbox } = talk.playground;
      const { world, faults, clock } = sandbox;
      const creation = { operation: "CreateIssue" } as const;
      const edit = () => {
        clock.advance({ seconds: 5 });
        const [said] = world.comments(talk.repo, 6);
        if (said) world.as("triager").editComment(talk.repo, said.id, edited);
      };
      faults.before(creation, edit);
      faults.fail(creation, { status: 502, performed: true });
      const said = await talk.say(6, "triager", "/task promote 2");
      const made = world.issues(talk.repo).filter(({ parent }) => parent?.number === 6);
      expect(made.map(({ title }) => title)).toEqual(titles);
      expect(talk.facts(6).body).not.toContain("second");
      expect(talk.reaction(said)).toBe("rocket");
    });
  },
);

test("an entry is made an issue for each of the issues that it is aimed at, once", async () => {
  await withTalk("", async (talk) => {
    const { sandbox } = talk.playground;
    await talk.say(1, "triager", "/task add tests");
    await talk.say(2, "triager", "/task add tests");
    const creation = { operation: "CreateIssue" } as const;
    sandbox.faults.fail(creation, { status: 502 }, { skip: 1, times: 1 });
    const said = await talk.say(12, "triager", "/task promote 1 on #1, #2");
    expect([talk.reaction(said), talk.reply(said)]).toEqual(["rocket", null]);
    const made = sandbox.world.issues(talk.repo).filter(({ title }) => title === "tests");
    expect(made.map(({ parent }) => parent?.number)).toEqual([1, 2]);
    expect([talk.facts(1).body, talk.facts(2).body]).toEqual(["", ""]);
  });
});
