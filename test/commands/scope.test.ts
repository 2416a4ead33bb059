import { describe, expect, test } from "#test";
import { scopeCommands } from "../../src/commands/scope/scope-commands.ts";
import { ada, bob, type Given, guest, openThread } from "./observed-thread.ts";

const long = "x".repeat(281);

function open(...issues: Given["issues"]) {
  return openThread(scopeCommands, {
    issues: issues.length > 0 ? issues : [{ number: 1, milestone: 2 }, { number: 2 }],
    milestones: [
      { number: 2, title: "M2 Data" },
      { number: 3, title: "M3 Core" },
      { number: 4, title: "M4 Done", state: "closed" },
      { number: 5, title: "M5 Work on 2026" },
    ],
  });
}

const toMilestone = (milestone: number | null, issue = 1) => ({
  kind: "set-milestone",
  issue,
  milestone,
});
const reason = (text: string | null, milestone: number | null, issue = 1) => ({
  kind: "note",
  issue,
  about: "moved",
  text,
  milestone,
});

describe("/move", () => {
  test.each([
    ["/move M3", [toMilestone(3)]],
    ["/defer milestone 3", [toMilestone(3)]],
    ["/move m3 core because the API is late", [toMilestone(3), reason("the API is late", 3)]],
    ["/move M3, because: it's `late`", [toMilestone(3), reason("it's `late`", 3)]],
    [
      "/move M3 because it waits on #2 because of that",
      [toMilestone(3), reason("it waits on #2 because of that", 3)],
    ],
    ["/move M5 Work on 2026", [toMilestone(5)]],
    ["/move none because nobody needs it", [toMilestone(null), reason("nobody needs it", null)]],
    ["/move M3 on #1, #2", [toMilestone(3), toMilestone(3, 2)]],
    ["/move M3 on #2 because x", [toMilestone(3, 2), reason("x", 3, 2)]],
    ["/move on #2 M3 because x", [toMilestone(3, 2), reason("x", 3, 2)]],
  ])("understands %s", (line, edits) => {
    const { give } = open();
    expect(give(line)).toMatchObject({ kind: "done", says: null, edits });
    expect(give(line)).toMatchObject({ kind: "already", edits: [] });
  });

  test("shows the reason as long as the issue stays there", () => {
    const { give, item } = open();
    give("/move M3 because the API is late");
    expect(item()).toMatchObject({ milestone: 3, moveReason: "the API is late" });
    give("/move M5");
    expect(item()).toMatchObject({ milestone: 5, moveReason: null });
    give("/move M3");
    expect(item()).toMatchObject({ milestone: 3, moveReason: null });
  });

  test("keeps a reason for an issue that is there already, and keeps it without one", () => {
    const { give, item } = open();
    expect(give("/move M2 because it matters")).toMatchObject({
      kind: "done",
      edits: [reason("it matters", 2)],
    });
    expect(give("/move M2 because it matters").says).toBe(
      "#1 is in **M2 Data** already, for this reason.",
    );
    expect(give("/move M2")).toMatchObject({
      kind: "already",
      says: "#1 is in **M2 Data** already.",
    });
    expect(item().moveReason).toBe("it matters");
    expect(give("/move none on #2").says).toBe("#2 is in no milestone already.");
  });

  test("tells of sub-issues that stay behind", () => {
    const { give } = open(
      { number: 1, milestone: 2 },
      { number: 2, milestone: 2, parent: 1 },
      { number: 3, milestone: 2, parent: 1 },
      { number: 4, milestone: 3, parent: 1 },
      { number: 5, milestone: 2, parent: 1, state: "closed" },
    );
    expect(give("/move M3").says).toBe("Its 2 open sub-issues stay in **M2 Data**: #2 and #3.");
  });

  test.each([
    ["/move", "Name a milestone: M2 Data, M3 Core, M5 Work on 2026."],
    ["/move because x", "Name a milestone: M2 Data, M3 Core, M5 Work on 2026."],
    ["/move M3 because", "Write the reason behind “because”, in the same line."],
    ["/move M4 because x", "**M4 Done** is closed. Open are: M2 Data, M3 Core, M5 Work on 2026."],
    ["/move M9", 'There is no milestone "M9". Open are: M2 Data, M3 Core, M5 Work on 2026.'],
    [
      "/move M3 the API is late",
      'There is no milestone "M3 the API is late". Open are: M2 Data, M3 Core, M5 Work on 2026. With a reason: `/move M3 because the API is late`.',
    ],
    [`/move M3 because ${long}`, "A reason may have 280 characters at most; this one has 281."],
  ])("answers %s with what is wrong", (line, says) => {
    expect(open().give(line)).toMatchObject({ kind: "refused", says, edits: [] });
  });

  test("is for triage", () => {
    const { give } = open({ number: 1, author: "guest" });
    expect(give("/move M3", guest).kind).toBe("forbidden");
    expect(give("/move M3", bob).kind).toBe("done");
  });
});

describe("/drop", () => {
  const close = { kind: "close", issue: 1, reason: "not_planned", duplicateOf: null };
  const why = (text: string) => ({ kind: "note", issue: 1, about: "dropped", text });

  test.each([
    ["/drop because nobody needs it", "nobody needs it"],
    ["/drop nobody needs it", "nobody needs it"],
    ["/drop because: we do #2 because it is less", "we do #2 because it is less"],
    ["/drop no work on #2", "no work on #2"],
  ])("understands %s", (line, text) => {
    const { give, item } = open();
    expect(give(line)).toMatchObject({ kind: "done", says: null, edits: [close, why(text)] });
    expect(item()).toMatchObject({ resolution: "dropped", dropReason: text });
    expect(give(line)).toMatchObject({
      kind: "already",
      says: "#1 is dropped for this reason already.",
      edits: [],
    });
  });

  test("replaces the reason of an issue that is dropped already", () => {
    const { give } = open();
    give("/drop because x");
    expect(give("/drop because y")).toMatchObject({ kind: "done", edits: [why("y")] });
  });

  test("tells who no longer waits, what stays open and what counted", () => {
    const { give } = openThread(scopeCommands, {
      issues: [
        { number: 1, milestone: 2, state: "closed", stateReason: "completed" },
        { number: 2, milestone: 2 },
        { number: 3, blockedBy: [{ reference: 2 }] },
        { number: 4, parent: 2 },
      ],
      milestones: [
        { number: 2, title: "M2" },
        { number: 3, title: "M3", description: "Needs: #2" },
      ],
    });
    expect(give("/drop because x").says).toBe("#1 counted as completed until now.");
    expect(give("/drop on #2 because x").says).toBe(
      "#3 and **M3** no longer wait for it. Its sub-issue stays open: #4.",
    );
  });

  test.each([
    [
      "/drop",
      "Say why in the same line, as `/drop because the new API does this already`: the plan shows it.",
    ],
    [
      "/drop because",
      "Say why in the same line, as `/drop because the new API does this already`: the plan shows it.",
    ],
    [`/drop because ${long}`, "A reason may have 280 characters at most; this one has 281."],
  ])("answers %s with what is wrong", (line, says) => {
    expect(open().give(line)).toMatchObject({ kind: "refused", says, edits: [] });
  });

  test("is for people with write access", () => {
    const { give } = open();
    expect(give("/drop because x", bob).kind).toBe("forbidden");
    expect(give("/drop because x", ada).kind).toBe("done");
  });
});
