import { describe, expect, test } from "#test";
import { type Talk, withTalk } from "../conversations/talk.ts";

async function pass(talk: Talk, minutes: number): Promise<void> {
  talk.playground.sandbox.clock.advance({ seconds: minutes * 60 });
  await talk.playground.settle();
}

const close = (talk: Talk, issue: number) =>
  talk.act("maintainer", (person, repo) => person.closeIssue(repo, issue));

/** What Milepost says unasked in an issue's thread. */
function notices(talk: Talk, issue: number): readonly string[] {
  const all = talk.playground.sandbox.world.comments(talk.repo, issue);
  return all.map(({ body }) => body).filter((body) => body.includes("<!-- milepost-freed "));
}

function mentioned(talk: Talk): readonly string[] {
  const told = talk.playground.sandbox.world.notifications();
  return told.filter(({ reason }) => reason === "mention").map(({ login }) => login);
}

describe("when the last blocker of issues closes", () => {
  test("ten minutes later one comment on it lists what is free, and mentions who waits", async () => {
    await withTalk("", async (talk) => {
      await talk.act("maintainer", (person, repo) => {
        person.addBlockedBy(repo, 4, 2);
        person.assign(repo, 4, "writer", "reader");
      });
      await close(talk, 2);
      await pass(talk, 9);
      expect(notices(talk, 2)).toEqual([]);
      await pass(talk, 2);
      const [notice, second] = notices(talk, 2);
      expect(second).toBeUndefined();
      expect(notice).toMatch(/^This was the last blocker of 2 issues, which can start now:\n\n/);
      expect(notice).toContain("- [#3] Gamma · unassigned\n- [#4] Delta · @writer @reader\n");
      expect(mentioned(talk)).toEqual(["writer", "reader"]);
      expect(talk.complaints).toEqual([]);
    });
  });

  test("it is said once: not after other events, nor by another process, nor in another day", async () => {
    await withTalk("", async (talk) => {
      await close(talk, 2);
      await pass(talk, 11);
      await close(talk, 1);
      await talk.restart();
      await pass(talk, 24 * 60);
      await talk.restart();
      expect(notices(talk, 2)).toHaveLength(1);
    });
  });

  test("it is said although the process ended in between", async () => {
    await withTalk("", async (talk) => {
      await close(talk, 2);
      talk.playground.sandbox.clock.advance({ seconds: 660 });
      await talk.restart();
      expect(notices(talk, 2)).toHaveLength(1);
    });
  });

  test("nothing is said where it is opened again in time", async () => {
    await withTalk("", async (talk) => {
      await close(talk, 2);
      await pass(talk, 5);
      await talk.act("maintainer", (person, repo) => person.reopenIssue(repo, 2));
      expect(talk.status()).toContain("| [#3] Gamma | [#2] |");
      await pass(talk, 30);
      expect(notices(talk, 2)).toEqual([]);
    });
  });

  test("closing it again is another closing", async () => {
    await withTalk("", async (talk) => {
      await close(talk, 2);
      await pass(talk, 11);
      await talk.act("maintainer", (person, repo) => person.reopenIssue(repo, 2));
      await close(talk, 2);
      await pass(talk, 11);
      expect(notices(talk, 2)).toHaveLength(2);
    });
  });

  test("nothing is said of what still waits for another", async () => {
    await withTalk("", async (talk) => {
      await talk.act("maintainer", (person, repo) => person.addBlockedBy(repo, 3, 1));
      await close(talk, 2);
      await pass(talk, 11);
      expect([...notices(talk, 1), ...notices(talk, 2)]).toEqual([]);
      await close(talk, 1);
      await pass(talk, 11);
      expect([notices(talk, 1).length, notices(talk, 2).length]).toEqual([1, 0]);
    });
  });

  test("nothing is said of what was closed before Milepost came, or long ago", async () => {
    await withTalk("", async (talk) => {
      await talk.act("maintainer", (person, repo) => person.addBlockedBy(repo, 4, 5));
      await pass(talk, 30);
      expect(notices(talk, 5)).toEqual([]);
      const lost = talk.playground.sandbox.faults.loseDeliveries({}, "always");
      await close(talk, 2);
      lost.remove();
      talk.playground.sandbox.clock.advance({ days: 4 });
      await talk.restart();
      expect(notices(talk, 2)).toEqual([]);
    });
  });

  test("nothing is said where nobody wants to hear it, or in a locked issue", async () => {
    await withTalk("notify: {unblocked: 'off'}\n", async (talk) => {
      await close(talk, 2);
      await pass(talk, 11);
      expect(notices(talk, 2)).toEqual([]);
    });
    await withTalk("", async (talk) => {
      await talk.act("maintainer", (person, repo) => person.lockIssue(repo, 2));
      await close(talk, 2);
      await pass(talk, 11);
      expect(notices(talk, 2)).toEqual([]);
      await close(talk, 1);
      expect(talk.status()).toContain("3 of 6 (50%)");
    });
  });
});

describe("the label of blocked issues", () => {
  const config = "states: {blocked: waits}\n";
  const labelled = (talk: Talk) =>
    talk.playground.sandbox.world
      .issues(talk.repo)
      .filter(({ labels }) => [...labels].some(({ name }) => name === "waits"))
      .map(({ number }) => number);

  test("is in step with the dependencies from the first sync on", async () => {
    await withTalk(config, async (talk) => {
      expect(labelled(talk)).toEqual([3]);
      await talk.say(12, "triager", "/chain #1 → #4 → #6");
      expect(labelled(talk)).toEqual([3, 4, 6]);
      await close(talk, 1);
      expect(labelled(talk)).toEqual([3, 6]);
      await talk.act("maintainer", (person, repo) => person.reopenIssue(repo, 1));
      expect(labelled(talk)).toEqual([3, 4, 6]);
      expect(talk.complaints).toEqual([]);
    });
  });

  test("comes back when a person takes it off, and is left alone where none is named", async () => {
    await withTalk(config, async (talk) => {
      await talk.act("maintainer", (person, repo) => person.removeLabel(repo, 3, "waits"));
      expect(labelled(talk)).toEqual([3]);
    });
    await withTalk("", async (talk) => {
      expect(talk.facts(3).labels).toEqual([]);
    });
  });
});
