import { describe, expect, test } from "#test";
import { wordCommands } from "../../src/commands/words/word-commands.ts";
import { longestNote } from "../../src/facts/notebook.ts";
import { bob, guest, openThread } from "./observed-thread.ts";

const thread = () => openThread(wordCommands, { issues: [{ number: 1 }, { number: 2 }] });

describe("/note", () => {
  test("keeps a sentence, says nothing, and does nothing the second time", () => {
    const { give, item } = thread();
    expect(give("/note talk to Ada | before *you* start")).toMatchObject({
      kind: "done",
      says: null,
    });
    expect(item().note).toBe("talk to Ada | before *you* start");
    expect(give("/note  talk to Ada | before *you*  start")).toMatchObject({
      kind: "already",
      says: "#1 has this note already.",
      edits: [],
    });
  });

  test("replaces the note before, and `none` removes it", () => {
    const { give, item } = thread();
    give("/note first");
    give("/note second");
    expect(item().note).toBe("second");
    expect(give("/note None").kind).toBe("done");
    expect(item().note).toBeNull();
    expect(give("/note none")).toMatchObject({ kind: "already", says: "#1 has no note." });
  });

  test("is about another issue with on directly behind the name", () => {
    const { give, item } = thread();
    give("/note on #2 see #1 on Monday");
    expect([item(1).note, item(2).note]).toEqual([null, "see #1 on Monday"]);
  });

  test("without words asks for them and tells the present note", () => {
    const { give } = thread();
    expect(give("/note").says).toBe(
      "Write the note in the same line, as `/note talk to Ada before you start`.",
    );
    give("/note @octo <b>x</b>");
    expect(give("/note")).toMatchObject({
      kind: "refused",
      says: expect.stringContaining("The note on #1 is: @&#8203;octo &lt;b>x&lt;/b>"),
    });
  });

  test("refuses what can't be kept, with the length said", () => {
    const { give, item } = thread();
    expect(give(`/note ${"x".repeat(longestNote)}`).kind).toBe("done");
    expect(give(`/note ${"y".repeat(longestNote + 1)}`)).toMatchObject({
      kind: "refused",
      says: `A note may have ${longestNote} characters at most; this one has ${longestNote + 1}.`,
    });
    expect(item().note).toBe("x".repeat(longestNote));
  });
});

describe("/alias", () => {
  test("names the issue, and `none` takes the name away", () => {
    const { give, item } = thread();
    expect(give('/alias "SQL API"')).toMatchObject({ kind: "done", says: null });
    expect(item().alias).toBe("SQL API");
    expect(give("/alias SQL API")).toMatchObject({
      kind: "already",
      says: "#1 is called so already.",
    });
    expect(give("/alias")).toMatchObject({
      kind: "refused",
      says: "Write the name in the same line, as `/alias SQL API`. #1 is called SQL API now.",
    });
    give("/alias none");
    expect(item().alias).toBeNull();
    expect(give("/alias none").says).toBe("#1 has no short name.");
  });

  test("keeps quotes that are a part of the name", () => {
    const { give, item } = thread();
    give('/alias "Load" and "Save"');
    expect(item().alias).toBe('"Load" and "Save"');
  });

  test("may have 40 characters", () => {
    const { give, item } = thread();
    expect(give(`/alias ${"x".repeat(40)}`).kind).toBe("done");
    expect(give(`/alias ${"x".repeat(41)}`).says).toBe(
      "A short name may have 40 characters at most; this one has 41.",
    );
    expect(item().alias).toHaveLength(40);
  });

  test("tells of another open issue with the same name", () => {
    const { give, byHand } = thread();
    give("/alias on #2 Schema");
    byHand({ kind: "close", issue: 2, reason: "completed", duplicateOf: null });
    expect(give("/alias Schema").says).toBeNull();
    byHand({ kind: "reopen", issue: 2 });
    expect(give("/alias schema")).toMatchObject({
      kind: "done",
      says: "#2 has the short name schema too.",
    });
  });
});

test("the author and assignees of an issue may name and note it, strangers may not", () => {
  const { give } = openThread(wordCommands, {
    issues: [{ number: 1, author: "guest" }, { number: 2, assignees: ["Guest"] }, { number: 3 }],
  });
  for (const line of ["/note x", "/alias x"]) {
    expect([1, 2, 3].map((thread) => give(line, guest, thread).kind)).toEqual([
      "done",
      "done",
      "forbidden",
    ]);
    expect(give(line, bob, 3).kind).toBe("done");
  }
});
