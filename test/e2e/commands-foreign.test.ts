import { describe, expect, test } from "#test";
import type { Sandbox } from "../../sandbox/start-sandbox.ts";
import { type Talk, talkIn } from "../conversations/talk.ts";
import { smallPlan } from "../conversations/world.ts";
import { withPlayground } from "./model-playground.ts";

/** "example/other" with one issue, which everybody or only its people may see. */
function addOther({ world }: Sandbox, isPrivate: boolean): void {
  world.createRepository({ owner: "example", name: "other", isPrivate });
  world.setRole("example/other", "maintainer", "admin");
  world.as("maintainer").createIssue("example/other", { title: "Elsewhere" });
  if (isPrivate) world.setRole("example/other", "triager", "none");
}

async function withOther(isPrivate: boolean, run: (talk: Talk) => Promise<void>): Promise<void> {
  const input = {
    ...{ spec: smallPlan, files: {} },
    onSeeded: (sandbox: Sandbox) => addOther(sandbox, isPrivate),
    chooseRepositories: (_sandbox: Sandbox, plan: string) => [plan, "example/other"],
  };
  await withPlayground(input, (playground, complaints) => run(talkIn(playground, complaints)));
}

const blockersOf = (talk: Talk) =>
  [...talk.playground.sandbox.world.issue(talk.repo, 1).blockedBy].map(
    ({ repository, number }) => `${repository.nameWithOwner}#${number}`,
  );

describe("a blocker in another repository", () => {
  test.each(["example/other#1", "Example/Other#1", "https://github.com/example/other/issues/1"])(
    "is added, named as %s, and stands in the plan",
    async (name) => {
      await withOther(false, async (talk) => {
        const said = await talk.say(1, "triager", `/blocked-by ${name}`);
        expect([talk.reaction(said), talk.reply(said)]).toEqual(["rocket", null]);
        expect(blockersOf(talk)).toEqual(["example/other#1"]);
        expect(talk.status()).toMatch(/\| \[#1\] Alpha \| .*example\/other/);
        const again = await talk.say(1, "triager", `/blocked-by ${name}`);
        expect(talk.reply(again)).toContain("It is so already");
        await talk.say(1, "triager", `/unblock ${name}`);
        expect(blockersOf(talk)).toEqual([]);
      });
    },
  );

  const missing = (name: string) =>
    `Nothing changed: There is no issue ${name} that Milepost can see.`;

  test("that does not exist is named", async () => {
    await withOther(false, async (talk) => {
      const said = await talk.say(1, "triager", "/blocked-by example/other#99");
      expect(talk.reaction(said)).toBe("confused");
      expect(talk.reply(said)?.replace("&#8203;", "")).toBe(missing("example/other#99"));
    });
  });

  test("that the person may not see is as good as none, whether there is one or not", async () => {
    await withOther(true, async (talk) => {
      const hidden = await talk.say(1, "triager", "/blocked-by example/other#1");
      const none = await talk.say(1, "triager", "/blocked-by example/other#99");
      expect(blockersOf(talk)).toEqual([]);
      const replies = [hidden, none].map((said) => talk.reply(said)?.replace("&#8203;", ""));
      expect(replies).toEqual([missing("example/other#1"), missing("example/other#99")]);
      expect([talk.reaction(hidden), talk.reaction(none)]).toEqual(["confused", "confused"]);
    });
  });

  test("that the person may see is added, and its title stays there", async () => {
    await withOther(true, async (talk) => {
      const said = await talk.say(1, "maintainer", "/blocked-by example/other#1");
      expect(talk.reaction(said)).toBe("rocket");
      expect(blockersOf(talk)).toEqual(["example/other#1"]);
      expect(talk.status()).not.toContain("Elsewhere");
    });
  });

  test("waits for nothing here: what is elsewhere is changed elsewhere", async () => {
    await withOther(false, async (talk) => {
      for (const text of [
        "/blocks example/other#1",
        "/child example/other#1",
        "/start on example/other#1",
      ]) {
        const said = await talk.say(1, "triager", text);
        expect([text, talk.reaction(said)]).toEqual([text, "confused"]);
        expect(talk.reply(said)).toMatch(/in another repository|in the other repository/);
      }
    });
  });
});
