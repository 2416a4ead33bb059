import { describe, expect, test } from "#test";
import { type Talk, talkIn, withTalk } from "../conversations/talk.ts";
import { modelFiles, withPlayground } from "./model-playground.ts";

const access = "read GET /repos/{owner}/{repo}/collaborators/{username}/permission";
const reaction = "write mutation React";
const reply = "write mutation AddComment";
const issueRoute = "/repos/{owner}/{repo}/issues/{issue_number}";
const milestoneRoute = "/repos/{owner}/{repo}/milestones/{milestone_number}";
const editBody = ["read query ReadBody", "write mutation EditIssueBody"];
const addLabel = [
  "read GET /repos/{owner}/{repo}/labels/{name}",
  `write POST ${issueRoute}/labels`,
];

/** The calls from a comment's webhook to its reaction. */
async function untilReaction(talk: Talk, on: number, text: string): Promise<readonly string[]> {
  const calls = await talk.callsOf(() => talk.say(on, "triager", text));
  const last = calls.indexOf(reaction);
  expect(last).toBeGreaterThanOrEqual(0);
  return calls.slice(0, last + 1);
}

describe("from webhook to reaction", () => {
  // What reads just before it writes, so that nobody's edit is lost, is one change with its read.
  test.each([
    [3, "/blocked-by #1", ["write mutation AddBlocker"]],
    [1, "/move M2", [`write PATCH ${issueRoute}`]],
    [1, "/move M2 because of money", [`write PATCH ${issueRoute}`, ...editBody]],
    [4, "/parent #11", ["write mutation AddSubIssue"]],
    [1, "/duplicate-of #4", ["write mutation CloseIssue"]],
    [1, "/cluster Storage", addLabel],
    [2, "/cluster none", [`write DELETE ${issueRoute}/labels/{name}`]],
    [6, "/task done 2", editBody],
    [1, "/note talk to Ada", editBody],
    [1, "/blocks M2", [`read GET ${milestoneRoute}`, `write PATCH ${milestoneRoute}`, reply]],
    [3, "/why", [reply]],
    [1, "/points many", [reply]],
    [1, "/blocked-by #2 --dry-run", [reply]],
    [1, "/sync", []],
  ])(
    "on #%d %s costs one read, one look at who it is, its changes and the reaction",
    async (...row) => {
      const [on, text, changes] = row;
      await withTalk("", async (talk) => {
        const calls = await untilReaction(talk, on, text);
        expect(calls).toEqual(["read query ReadRepository", access, ...changes, reaction]);
      });
    },
  );

  test("who somebody is, is asked once in five minutes", async () => {
    await withTalk("", async (talk) => {
      expect(await untilReaction(talk, 1, "/sync")).toContain(access);
      expect(await untilReaction(talk, 1, "/sync")).not.toContain(access);
      talk.playground.sandbox.clock.advance({ seconds: 301 });
      expect(await untilReaction(talk, 1, "/sync")).toContain(access);
    });
  });

  test("nine dependencies at once cost nine calls and three more", async () => {
    await withPlayground({ files: modelFiles }, async (playground, complaints) => {
      const talk = talkIn(playground, complaints);
      for (const issue of [404, 405, 406, 407, 409, 410]) {
        await talk.say(issue, "writer", "/unblock all");
      }
      const calls = await untilReaction(talk, 408, "/chain #408 → (#404-407) → #410 → #409");
      expect(calls.filter((call) => call === "write mutation AddBlocker")).toHaveLength(9);
      expect(calls).toHaveLength(12);
    });
  });

  test("what looks like no command costs nothing", async () => {
    await withTalk("", async (talk) => {
      expect(await talk.callsOf(() => talk.say(1, "triager", "Thanks! See /etc/hosts"))).toEqual(
        [],
      );
    });
  });

  test("a delivery that comes twice costs one read the second time", async () => {
    await withTalk("", async (talk) => {
      const { sandbox, settle } = talk.playground;
      await talk.say(1, "triager", "/points 3");
      const delivery = sandbox.deliveries.findLast(({ event }) => event === "issue_comment");
      if (!delivery) throw new Error("nothing was delivered");
      const calls = await talk.callsOf(async () => {
        sandbox.redeliver(delivery);
        await settle();
      });
      expect(calls).toEqual(["read query ReadRepository"]);
    });
  });
});
