import { describe, expect, test } from "#test";
import { type Talk, withTalk } from "../conversations/talk.ts";

const status = 12;
const refresh = "<!-- milepost-box /sync -->";

/** Ticks the box of a command in the status issue, as a person with write access. */
async function tick(talk: Talk, by: string, command: string): Promise<void> {
  await talk.act(by, (person, repo, world) => {
    const { body } = world.issue(repo, status);
    const line = body.split("\n").find((one) => one.includes(`<!-- milepost-box ${command} -->`));
    if (!line) throw new Error(`no box for ${command}`);
    person.editIssue(repo, status, { body: body.replace(line, line.replace("- [ ]", "- [x]")) });
  });
}

function boxes(talk: Talk): readonly string[] {
  return talk.status().match(/^- \[.\].*milepost-box.*$/gm) ?? [];
}

const fix = "/unblock #2 on #3";

/** An issue that waits for one that will never be done can be freed by a box. */
async function makeFinding(talk: Talk): Promise<void> {
  await talk.act("maintainer", (person, repo) => person.closeIssue(repo, 2, "not_planned"));
  expect(boxes(talk)[0]).toContain("- [ ] Remove the dependency of");
}

describe("a ticked box in the status issue", () => {
  test("Refresh now reads what webhooks never told, and is unticked", async () => {
    await withTalk("", async (talk) => {
      const { world } = talk.playground.sandbox;
      world.withoutWebhooks(() => world.as("maintainer").addBlockedBy(talk.repo, 6, 1));
      await tick(talk, "writer", "/sync");
      expect(talk.status()).toContain("| [#6] With tasks | [#1] |");
      expect(boxes(talk)).toEqual([`- [ ] Refresh now ${refresh}`]);
      expect(talk.complaints).toEqual([]);
    });
  });

  test("that mends a finding runs as the one who ticked it, and goes with the finding", async () => {
    await withTalk("", async (talk) => {
      await makeFinding(talk);
      await tick(talk, "writer", fix);
      expect(talk.facts(3).blockedBy).toEqual([]);
      expect(boxes(talk)).toEqual([`- [ ] Refresh now ${refresh}`]);
      expect(talk.complaints).toEqual([]);
    });
  });

  test("can be undone in the status issue", async () => {
    await withTalk("", async (talk) => {
      await makeFinding(talk);
      await tick(talk, "writer", fix);
      const said = await talk.say(status, "writer", "/undo");
      expect(talk.reaction(said)).toBe("rocket");
      expect(talk.facts(3).blockedBy).toEqual([2]);
    });
  });

  test("of somebody who may not is unticked and does nothing", async () => {
    await withTalk("", async (talk) => {
      await makeFinding(talk);
      talk.playground.sandbox.world.setRole(talk.repo, "editor", "write");
      const { sandbox, settle } = talk.playground;
      const held = sandbox.faults.delayDeliveries({ event: "issues" }, 1_000, "always");
      await tick(talk, "editor", fix);
      sandbox.world.setRole(talk.repo, "editor", "read");
      held.remove();
      await settle();
      expect(talk.facts(3).blockedBy).toEqual([2]);
      expect(boxes(talk).every((box) => box.startsWith("- [ ]"))).toBe(true);
    });
  });

  test("is found when its webhook was lost", async () => {
    await withTalk("", async (talk) => {
      await makeFinding(talk);
      const lost = talk.playground.sandbox.faults.loseDeliveries({}, "always");
      await tick(talk, "writer", fix);
      lost.remove();
      await talk.restart();
      expect(talk.facts(3).blockedBy).toEqual([]);
    });
  });

  test("keeps its tick while other things are written, and words around it stay", async () => {
    await withTalk("", async (talk) => {
      const { sandbox, settle } = talk.playground;
      const held = sandbox.faults.delayDeliveries(
        { event: "issues", action: "edited" },
        1_000,
        "always",
      );
      await talk.act("writer", (person, repo, world) => {
        const { body } = world.issue(repo, status);
        const ticked = body.replace("- [ ] Refresh", "- [x] Refresh");
        person.editIssue(repo, status, { body: `Read this first.\n\n${ticked}` });
      });
      await talk.act("maintainer", (person, repo) => person.closeIssue(repo, 1));
      expect(talk.status()).toContain("2 of 6 (33%)");
      expect(boxes(talk)).toEqual([`- [x] Refresh now ${refresh}`]);
      held.remove();
      await settle();
      expect(boxes(talk)).toEqual([`- [ ] Refresh now ${refresh}`]);
      expect(talk.status()).toContain("Read this first.");
    });
  });

  test("that a person writes elsewhere is none of Milepost's", async () => {
    await withTalk("", async (talk) => {
      const body = "- [x] Do it <!-- milepost-box /drop because I say so -->";
      await talk.act("writer", (person, repo) => person.editIssue(repo, 1, { body }));
      await talk.say(1, "writer", body);
      expect(talk.facts(1)).toMatchObject({ state: "open", body });
    });
  });
});
