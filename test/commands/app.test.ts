import { describe, expect, test } from "#test";
import { appCommands } from "../../src/commands/app/app-commands.ts";
import { wordCommands } from "../../src/commands/words/word-commands.ts";
import { workCommands } from "../../src/commands/work/work-commands.ts";
import { ada, bob, type Given, guest, openThread } from "./observed-thread.ts";

const open = (...issues: Given["issues"]) =>
  openThread([...appCommands, ...wordCommands, ...workCommands], { issues });

describe("/sync", () => {
  test("asks for everything to be read and written, whenever it is given", () => {
    const { give } = open({ number: 1 });
    for (const actor of [ada, bob, bob]) {
      expect(give("/sync", actor)).toMatchObject({
        kind: "done",
        says: null,
        syncs: true,
        edits: [],
      });
    }
    expect(give("/sync", guest).kind).toBe("forbidden");
    expect(give("/sync now").kind).toBe("refused");
    expect(give("/sync on #1").kind).toBe("refused");
  });
});

describe("/undo", () => {
  test("takes back all that the last command changed, says what, and does it once", () => {
    const { give, item } = open({ number: 1 });
    give("/note kept");
    give("/hold the vendor is late");
    const { kind, says } = give("/undo");
    expect(kind).toBe("done");
    expect(says).toBe("Undone:\n\n- Forgets why #1 is on hold\n- Takes `on hold` off #1");
    expect(item()).toMatchObject({ state: "ready", holdReason: null, note: "kept" });
    expect(give("/undo")).toMatchObject({
      kind: "already",
      says: "There is nothing to undo: I remember no command in this thread that changed anything.",
      edits: [],
    });
  });

  test("leaves and names what somebody has changed since", () => {
    const { give, byHand, item } = open({ number: 1 });
    give("/start");
    byHand({ kind: "unassign", issue: 1, login: "ada" });
    const { kind, says, edits } = give("/undo");
    expect(kind).toBe("done");
    expect(edits).toEqual([{ kind: "remove-label", issue: 1, label: "in progress" }]);
    expect(says).toMatch(/^Undone: .*in progress.*\n\nChanged since, so it stays: .*ada/);
    expect(item().state).toBe("ready");
  });

  test("changes nothing where all has changed since", () => {
    const { give, byHand } = open({ number: 1 });
    give("/note one");
    byHand({ kind: "note", issue: 1, about: "note", text: "two" });
    expect(give("/undo")).toMatchObject({
      kind: "refused",
      says: expect.stringMatching(/^Nothing is undone. Changed since, so it stays: /),
      edits: [],
    });
  });

  test("takes back all commands of a comment, also two changes of one fact", () => {
    const { give, giveTogether, item } = open({ number: 1 });
    give("/note before");
    giveTogether("/note one", "/start", "/note two");
    expect(give("/undo").says).not.toContain("stays");
    expect(item()).toMatchObject({ note: "before", state: "ready", assignees: [] });
  });

  test("leaves an issue that was made, and its entry off the list", () => {
    const { give, body } = open({ number: 1, body: "- [ ] a\n- [ ] b" });
    give("/task promote 1");
    expect(give("/undo")).toMatchObject({
      kind: "refused",
      says: "Nothing is undone. The issue that was made stays: close it if you don't want it.",
    });
    expect(body()).toBe("- [ ] b");
  });

  test("is for people with triage access: it may take back what others did", () => {
    const { give } = open({ number: 1, author: "guest" });
    give("/note x", ada);
    expect(give("/undo", guest).kind).toBe("forbidden");
    expect(give("/undo", bob).kind).toBe("done");
  });
});
