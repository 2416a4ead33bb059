import { afterEach, beforeEach, describe, expect, test } from "#test";
import { type Sandbox, startSandbox, type World } from "../../sandbox/start-sandbox.ts";
import { REPO } from "./app-client.ts";

type Act = (world: World) => unknown;

/** What moves an issue's `updatedAt`: each act is done to #2. */
const MOVING: readonly (readonly [string, Act])[] = [
  ["a comment", (w) => w.as("reader").comment(REPO, 2, "x")],
  ["an edited comment", (w) => w.as("writer").editComment(REPO, first(w).id, "y")],
  ["a deleted comment", (w) => w.as("writer").deleteComment(REPO, first(w).id)],
  ["a new title", (w) => w.as("writer").editIssue(REPO, 2, { title: "x" })],
  ["a new body", (w) => w.as("writer").editIssue(REPO, 2, { body: "x" })],
  ["an assignee", (w) => w.as("triager").assign(REPO, 2, "reader")],
  ["an assignee taken off", (w) => w.as("triager").unassign(REPO, 2, "writer")],
  ["closing", (w) => w.as("triager").closeIssue(REPO, 2)],
  ["a label", (w) => w.as("triager").addLabels(REPO, 2, ["enhancement"])],
  ["a label taken off", (w) => w.as("triager").removeLabel(REPO, 2, "bug")],
  ["a deleted label", (w) => w.as("writer").deleteLabel(REPO, "bug")],
  ["leaving a milestone", (w) => w.as("triager").setMilestone(REPO, 2, null)],
  ["a deleted milestone", (w) => w.as("writer").deleteMilestone(REPO, 1)],
  ["closing by a commit", (w) => w.as("writer").push(REPO, { a: "1" }, "closes #2")],
];

/** What does not, shown or to be assumed. */
const STILL: readonly (readonly [string, Act])[] = [
  ["a dependency added", (w) => w.as("triager").addBlockedBy(REPO, 2, 1)],
  ["a dependency removed", (w) => w.as("triager").removeBlockedBy(REPO, 2, 3)],
  ["blocking another", (w) => w.as("triager").addBlockedBy(REPO, 1, 2)],
  ["blocking another no more", (w) => w.as("triager").removeBlockedBy(REPO, 4, 2)],
  ["a sub-issue", (w) => w.as("triager").addSubIssue(REPO, 2, 1)],
  ["a parent", (w) => w.as("triager").addSubIssue(REPO, 1, 2)],
  ["a renamed label", (w) => w.as("writer").editLabel(REPO, "bug", { name: "defect" })],
  ["a renamed milestone", (w) => w.as("writer").editMilestone(REPO, 1, { title: "M2" })],
  ["a closed milestone", (w) => w.as("writer").editMilestone(REPO, 1, { state: "closed" })],
  ["a reaction on it", (w) => w.as("reader").react(w.issue(REPO, 2), "eyes")],
  ["a reaction on its comment", (w) => w.as("reader").react(first(w), "eyes")],
  ["a reaction taken back", (w) => w.as("writer").unreact(first(w), "heart")],
  ["a cross-reference", (w) => w.as("reader").comment(REPO, 1, "see #2")],
  ["a commit that refers to it", (w) => w.as("writer").push(REPO, { a: "1" }, "For #2")],
  ["a blocker's closing", (w) => w.as("writer").closeIssue(REPO, 3)],
  ["a hidden comment", (w) => w.as("writer").minimizeComment(REPO, first(w).id, "outdated")],
  ["a linked pull request", (w) => w.as("writer").linkPullRequest(REPO, 5, 2)],
  ["a pin", (w) => w.as("writer").pinIssue(REPO, 2)],
  ["the same body again", (w) => w.as("writer").editIssue(REPO, 2, { body: "" })],
  ["another issue's deletion", (w) => w.as("acme").deleteIssue(REPO, 3)],
  ["another issue's transfer", (w) => w.as("acme").transferIssue(REPO, 3, "acme/lib")],
];

function first(world: World) {
  const [comment] = world.comments(REPO, 2);
  if (comment === undefined) throw new Error("there is no comment");
  return comment;
}

describe("when an issue counts as changed", () => {
  let sandbox: Sandbox;
  let world: World;
  beforeEach(async () => {
    sandbox = await startSandbox();
    world = sandbox.world;
    for (const name of ["app", "lib"]) world.createRepository({ owner: "acme", name });
    const writer = world.as("writer");
    for (const title of ["1", "2", "3", "4"]) writer.createIssue(REPO, { title });
    writer.createMilestone(REPO, { title: "M1" });
    writer.push(REPO, { a: "0" }, "Work", "topic");
    writer.createPullRequest(REPO, { title: "5", head: "topic", base: "main" });
    writer.addLabels(REPO, 2, ["bug"]);
    writer.setMilestone(REPO, 2, 1);
    writer.assign(REPO, 2, "writer");
    writer.addBlockedBy(REPO, 2, 3);
    writer.addBlockedBy(REPO, 4, 2);
    writer.react(writer.comment(REPO, 2, "first"), "heart");
  });
  afterEach(() => sandbox.stop());
  const updatedAt = (number = 2) => world.issue(REPO, number).updatedAt;

  test.each(MOVING)("%s moves updatedAt to the time of the act", (_, act) => {
    act(world);
    expect(updatedAt()).toBe(sandbox.clock.iso());
  });

  test.each(STILL)("%s does not move updatedAt", (name, act) => {
    const before = updatedAt();
    const start = sandbox.clock.iso();
    act(world);
    expect(updatedAt()).toBe(before);
    const isNoAct = sandbox.clock.iso() === start;
    expect(isNoAct).toBe(name === "the same body again");
  });

  test("neither end of a dependency moves, whichever way it changes", () => {
    const before = [1, 4].map(updatedAt);
    world.as("triager").addBlockedBy(REPO, 1, 4);
    world.as("triager").removeBlockedBy(REPO, 1, 4);
    expect([1, 4].map(updatedAt)).toEqual(before);
    expect(world.timeline(REPO, 1).at(-1)?.type).toBe("BlockedByRemovedEvent");
  });

  test.each([
    ["deleted", (w: World) => w.as("acme").deleteIssue(REPO, 1)],
    ["transferred", (w: World) => w.as("acme").transferIssue(REPO, 1, "acme/lib")],
  ])("an issue that is %s shows in nothing but the count", (_, act) => {
    const before = [2, 3, 4].map(updatedAt);
    act(world);
    expect([2, 3, 4].map(updatedAt)).toEqual(before);
    expect(world.issues(REPO)).toHaveLength(3);
  });
});
