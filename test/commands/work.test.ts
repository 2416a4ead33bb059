import { describe, expect, test } from "#test";
import { workCommands } from "../../src/commands/work/work-commands.ts";
import type { ObservedIssue } from "../../src/domain/observation.ts";
import { ada, bob, type Given, guest, openThread } from "./observed-thread.ts";

const open = (issue: Partial<ObservedIssue> = {}, ...others: Given["issues"]) =>
  openThread(workCommands, { issues: [{ number: 1, ...issue }, ...others] });

const labels = (...names: readonly string[]) => names.map((name) => ({ id: `L_${name}`, name }));

describe("/start", () => {
  test("assigns and marks as in progress, says nothing, and does nothing the second time", () => {
    const { give, item } = open();
    expect(give("/start")).toMatchObject({ kind: "done", says: null });
    expect(item()).toMatchObject({ state: "in-progress", assignees: ["ada"] });
    expect(give("/start")).toMatchObject({
      kind: "already",
      says: "#1 is in progress and yours already.",
      edits: [],
    });
  });

  test("changes only what is not so yet", () => {
    const { give } = open({ assignees: ["Ada"] });
    expect(give("/start").edits).toEqual([{ kind: "add-label", issue: 1, label: "in progress" }]);
    const other = open({ labels: labels("In Progress") });
    expect(other.give("/start").edits).toEqual([{ kind: "assign", issue: 1, login: "ada" }]);
  });

  test("uses the label of the configuration", () => {
    const states = { inProgress: "doing", onHold: "waiting" };
    const { give } = openThread(workCommands, { issues: [{ number: 1 }], config: { states } });
    expect(give("/start").edits).toContainEqual({ kind: "add-label", issue: 1, label: "doing" });
    expect(give("/hold x").edits).toContainEqual({ kind: "add-label", issue: 1, label: "waiting" });
  });

  test("refuses a second taker and names the first without a ping", () => {
    const { give, item } = open();
    give("/start", ada);
    expect(give("/start", bob)).toMatchObject({
      kind: "refused",
      says: "#1 is assigned to ada already. `/next` says what is free.",
    });
    expect(item().assignees).toEqual(["ada"]);
  });

  test("of a blocked issue is allowed and tells what it waits for", () => {
    const { give, item } = open(
      { blockedBy: [{ reference: 2 }, { reference: 3 }], hiddenBlockers: 1 },
      { number: 2 },
      { number: 3, state: "closed", stateReason: "completed" },
    );
    expect(give("/start")).toMatchObject({
      kind: "done",
      says: "Started, though #1 still waits for #2 and an issue out of sight.",
    });
    expect(item()).toMatchObject({ state: "blocked", isInProgress: true });
  });

  test("of an issue on hold asks to resume it first", () => {
    const { give } = open();
    give("/hold the vendor is late.");
    expect(give("/start")).toMatchObject({
      kind: "refused",
      says: "#1 is on hold: the vendor is late. `/resume` it first.",
    });
    give("/resume");
    expect(give("/start").kind).toBe("done");
  });

  test("is refused for what is closed or an epic, and tells where to start instead", () => {
    const closed = open({ state: "closed", stateReason: "completed" });
    expect(closed.give("/start").says).toBe("#1 is closed. Reopen it before you start.");
    const epic = open(
      { subIssueCount: 2 },
      { number: 2, parent: 1 },
      { number: 3, parent: 1, blockedBy: [{ reference: 2 }] },
    );
    expect(epic.give("/start")).toMatchObject({
      kind: "refused",
      says: "#1 is an epic. Start one of its sub-issues: #2.",
    });
    expect(open({ issueType: "Epic" }).give("/start").says).toBe(
      "#1 is an epic. Nobody works on it as such, and none of its sub-issues is ready.",
    );
  });

  test("takes no words", () => {
    expect(open().give("/start now").says).toBe(
      "`/start` stands alone: I don't know what `now` means here.",
    );
  });
});

describe("/stop", () => {
  test("takes back what /start did, and does nothing the second time", () => {
    const { give, item } = open();
    give("/start");
    expect(give("/stop")).toMatchObject({ kind: "done", says: null });
    expect(item()).toMatchObject({ state: "ready", assignees: [] });
    expect(give("/stop")).toMatchObject({
      kind: "already",
      says: "Nobody is at #1: there is nothing to stop.",
    });
  });

  test("leaves the issue in progress with the others who have it", () => {
    const { give, item } = open({ assignees: ["ada", "bob"], labels: labels("in progress") });
    expect(give("/stop").says).toBe("#1 stays in progress with bob.");
    expect(item()).toMatchObject({ state: "in-progress", assignees: ["bob"] });
  });

  test("is refused where the issue is somebody else's", () => {
    const { give } = open({ assignees: ["bob"], labels: labels("in progress") });
    expect(give("/stop")).toMatchObject({
      kind: "refused",
      says: "#1 is assigned to bob, not to you.",
    });
  });

  test("takes off a mark that nobody stands behind", () => {
    const { give, item } = open({ labels: labels("In Progress") });
    expect(give("/stop").edits).toEqual([{ kind: "remove-label", issue: 1, label: "In Progress" }]);
    expect(item().state).toBe("ready");
  });

  test("tells of a pull request that keeps the issue in progress", () => {
    const { give } = open({ assignees: ["ada"], linkedPullRequests: [7] });
    expect(give("/stop").says).toBe(
      "#1 stays in progress while the pull request that will close it is open.",
    );
    expect(give("/stop")).toMatchObject({
      kind: "already",
      says: "#1 is nobody's. It counts as in progress because an open pull request will close it.",
    });
  });
});

describe("/hold", () => {
  test("sets the issue aside and keeps the reason, once", () => {
    const { give, item } = open();
    expect(give("/hold because the vendor is late")).toMatchObject({ kind: "done", says: null });
    expect(item()).toMatchObject({ state: "on-hold", holdReason: "the vendor is late" });
    expect(give("/hold the vendor is late")).toMatchObject({
      kind: "already",
      says: "#1 is on hold for this reason already.",
      edits: [],
    });
  });

  test("takes another reason", () => {
    const { give, item } = open({ labels: labels("on hold") });
    expect(give("/hold first").edits).toHaveLength(1);
    give("/hold second");
    expect(item().holdReason).toBe("second");
  });

  test("tells how much waits meanwhile", () => {
    const { give } = open(
      {},
      { number: 2, blockedBy: [{ reference: 1 }] },
      { number: 3, blockedBy: [{ reference: 2 }] },
    );
    expect(give("/hold no budget").says).toBe("2 issues wait for #1 meanwhile.");
    expect(give("/hold still no budget").says).toBeNull();
  });

  test("wants a reason, and an open issue", () => {
    expect(open().give("/hold").says).toBe(
      "Say why in the same line, as `/hold the vendor answers in May`: the plan shows it.",
    );
    expect(open().give("/hold because").kind).toBe("refused");
    const closed = open({ state: "closed", stateReason: "completed" });
    expect(closed.give("/hold x").says).toBe("#1 is closed: there is nothing to hold.");
    expect(open().give(`/hold ${"x".repeat(281)}`).says).toContain("280 characters at most");
  });
});

describe("/resume", () => {
  test("takes the issue off hold and forgets the reason", () => {
    const { give, item } = open();
    give("/hold x");
    expect(give("/resume")).toMatchObject({ kind: "done", says: null });
    expect(item()).toMatchObject({ state: "ready", holdReason: null });
    give("/hold y");
    expect(item().holdReason).toBe("y");
  });

  test("tells what the issue still waits for", () => {
    const { give } = open(
      { labels: labels("on hold"), blockedBy: [{ reference: 2 }] },
      { number: 2 },
    );
    expect(give("/resume").says).toBe("#1 still waits for #2.");
    expect(give("/resume")).toMatchObject({ kind: "already", says: "#1 is not on hold." });
  });
});

test("the author and assignees may steer the work on their issue, strangers may not", () => {
  const own = open({ author: "guest" });
  const lines = ["/start", "/stop", "/hold x", "/resume", "/task add x"];
  expect(lines.map((line) => own.give(line, guest).kind)).toEqual(lines.map(() => "done"));
  const other = open();
  expect(lines.map((line) => other.give(line, guest).kind)).toEqual(lines.map(() => "forbidden"));
});
