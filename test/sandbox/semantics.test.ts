import { afterEach, beforeEach, describe, expect, test } from "#test";
import { type Sandbox, startSandbox, type World } from "../../sandbox/start-sandbox.ts";
import { REPO } from "./app-client.ts";

describe("what an act does on GitHub", () => {
  let sandbox: Sandbox;
  let world: World;
  beforeEach(async () => {
    sandbox = await startSandbox();
    world = sandbox.world;
    world.createRepository({ owner: "acme", name: "app" });
    world.createRepository({ owner: "acme", name: "lib" });
    const writer = world.as("writer");
    for (let count = 1; count <= 5; count += 1) writer.createIssue(REPO, { title: `${count}` });
    writer.createIssue("acme/lib", { title: "In the library" });
    writer.createMilestone(REPO, { title: "M1" });
    writer.addLabels(REPO, 2, ["bug"]);
    writer.setMilestone(REPO, 2, 1);
    writer.comment(REPO, 2, "first");
  });
  afterEach(() => sandbox.stop());
  const types = (number: number, repo = REPO) =>
    world.timeline(repo, number).map(({ type }) => type);
  const state = (number: number, repo = REPO) => world.issue(repo, number).state;

  test.each([
    ["closes #1", [1]],
    ["Fixes: #1 and resolves acme/app#2", [1, 2]],
    ["fixed GH-3", [3]],
    ["resolve https://github.com/acme/app/issues/4", [4]],
    ["prefixes #1, see #2, closes#3", []],
    ["docs(plan): 39 → 40 of 50", []],
  ])("a commit saying %j closes %j", (message, closed) => {
    const { sha } = world.as("writer").push(REPO, { a: message }, message);
    expect([1, 2, 3, 4, 5].filter((number) => state(number) === "closed")).toEqual(closed);
    for (const number of closed) {
      const event = world.timeline(REPO, number).at(-1);
      expect(event).toMatchObject({
        type: "ClosedEvent",
        actor: { login: "writer" },
        details: { closer: { sha } },
      });
    }
  });

  test("a keyword closes across repositories, and only from the default branch", () => {
    world.as("writer").push(REPO, { a: "1" }, "closes #1", "topic");
    expect(state(1)).toBe("open");
    world.as("writer").push(REPO, { a: "2" }, "closes acme/lib#1");
    expect(state(1, "acme/lib")).toBe("closed");
  });

  test("a commit that names an issue adds an event each time", () => {
    world.as("writer").push(REPO, { a: "1" }, "For #1");
    world.as("writer").push(REPO, { a: "2" }, "For #1 again");
    expect(types(1)).toEqual(["ReferencedEvent", "ReferencedEvent"]);
  });

  test("a merged pull request closes what its body closes, and counts in its milestone", () => {
    const writer = world.as("writer");
    writer.push(REPO, { a: "1" }, "Work", "topic");
    const pull = writer.createPullRequest(REPO, {
      title: "T",
      body: "Closes #3. `closes #4`",
      head: "topic",
      base: "main",
    });
    expect([...world.issue(REPO, 3).linkedPulls]).toEqual([pull]);
    expect(world.timeline(REPO, 3)[0]).toMatchObject({
      type: "CrossReferencedEvent",
      details: { willCloseTarget: true },
    });
    writer.setMilestone(REPO, pull.number, 1);
    expect(world.repository(REPO).milestones.get(1)).toMatchObject({
      openIssues: 2,
      closedIssues: 0,
    });
    writer.mergePullRequest(REPO, pull.number);
    expect([state(3), state(4)]).toEqual(["closed", "open"]);
    expect(world.repository(REPO).milestones.get(1)).toMatchObject({
      openIssues: 1,
      closedIssues: 1,
    });
    expect(world.text(REPO, "a")).toBe("1");
    expect(writer.createIssue(REPO, { title: "next" }).number).toBe(pull.number + 1);
  });

  test.each([
    ["#1", true],
    ["(#1), then", true],
    ["acme/app#1", true],
    ["GH-1", true],
    ["https://github.com/acme/app/issues/1", true],
    ["<https://github.com/acme/app/issues/1#issuecomment-5>", true],
    ["[words](https://github.com/acme/app/issues/1)", true],
    ["**#1**", true],
    ["- [ ] #1", true],
    ["`#1`", false],
    ["```\n#1\n```", false],
    ["    #1", false],
    ["<!-- #1 -->", false],
    ["[#1](../issues/1)", false],
    ["[#1][]\n\n[#1]: ../issues/1", false],
    ["[#1]\n\n[#1]: ../issues/1", false],
    ["[#1](https://redirect.github.com/acme/app/issues/1)", false],
    ["x#1 a/b/c#1 ##1 #1a", false],
    ["https://github.com/acme/app/issues/1234567890", false],
    ["other/app#1", false],
  ])("a body saying %j cross-references: %p", (body, refers) => {
    world.as("reader").createIssue("acme/app", { title: "Source", body });
    expect(types(1).includes("CrossReferencedEvent")).toBe(refers);
  });

  test("a source refers to a target once, however often it says so", () => {
    world.as("writer").editIssue(REPO, 2, { body: "#1 #1" });
    world.as("writer").comment(REPO, 2, "#1 again");
    world.as("writer").comment(REPO, 2, "and itself: #2");
    expect(types(1)).toEqual(["CrossReferencedEvent"]);
    expect(types(2)).not.toContain("CrossReferencedEvent");
  });

  test("mentions notify once; an edit notifies only people it newly mentions", () => {
    const issue = world
      .as("writer")
      .createIssue(REPO, { title: "T", body: "@reader `@triager` a@b.c @writer" });
    const mentioned = () =>
      world
        .notifications()
        .filter(
          ({ reason, issue: name }) => reason === "mention" && name === `${REPO}#${issue.number}`,
        );
    expect(mentioned().map(({ login }) => login)).toEqual(["reader"]);
    world.as("writer").editIssue(REPO, issue.number, { body: "@reader @triager" });
    expect(mentioned().map(({ login, by }) => [login, by])).toEqual([
      ["reader", "writer"],
      ["triager", "writer"],
    ]);
    expect(
      world.notifications("reader").filter((one) => one.issue === `${REPO}#${issue.number}`),
    ).toHaveLength(1);
  });

  test("GitHub ticks a tracked issue's box when it closes and clears it when it reopens", () => {
    const body = "- [ ] #1 first\r\n- [ ] plain\n```\n- [ ] #1\n```\n* [ ] acme/lib#1\n";
    world.as("writer").editIssue(REPO, 5, { body });
    expect(world.issue(REPO, 5).tracks).toHaveLength(2);
    world.as("writer").closeIssue(REPO, 1);
    expect(world.issue(REPO, 5).body).toBe(body.replace("[ ]", "[x]"));
    world.as("writer").reopenIssue(REPO, 1);
    expect(world.issue(REPO, 5).body).toBe(body);
  });

  test("roles decide, and a refusal says which one is needed", () => {
    expect(() => world.as("reader").addLabels(REPO, 1, ["bug"])).toThrow(
      /reader has role "read" on acme\/app; to label it needs "triage"/,
    );
    expect(() => world.as("triager").createMilestone(REPO, { title: "x" })).toThrow(
      /needs "write"/,
    );
    expect(() => world.as("maintainer").deleteIssue(REPO, 1)).toThrow(/needs "admin"/);
    expect(() => world.as("stranger").createIssue(REPO, { title: "x" })).not.toThrow();
    expect(
      world.as("stranger").createIssue(REPO, { title: "x", labels: ["bug"] }).labels.size,
    ).toBe(0);
  });

  test("a transferred issue keeps its edges under a new number", () => {
    world.as("triager").addBlockedBy(REPO, 2, 1);
    const moved = world.as("acme").transferIssue(REPO, 1, "acme/lib");
    expect([...world.issue(REPO, 2).blockedBy]).toEqual([moved]);
    expect(() => world.issue(REPO, 1)).toThrow("This issue was deleted");
    expect(world.issue("acme/lib", 2).title).toBe("1");
  });

  test("an archived repository refuses every act but being unarchived", () => {
    world.as("acme").archiveRepository(REPO);
    expect(() => world.as("writer").comment(REPO, 1, "x")).toThrow(
      "Repository was archived so is read-only.",
    );
    expect(() => world.as("writer").push(REPO, { a: "1" }, "x")).toThrow("read-only");
    world.as("acme").unarchiveRepository(REPO);
    expect(() => world.as("writer").comment(REPO, 1, "x")).not.toThrow();
  });

  test("the clock moves a second per change and not by reading", () => {
    const before = sandbox.clock.now().getTime();
    world.issue(REPO, 1);
    expect(sandbox.clock.now().getTime()).toBe(before);
    world.as("writer").comment(REPO, 1, "x");
    expect(sandbox.clock.now().getTime()).toBe(before + 1000);
    sandbox.clock.advance({ days: 2 });
    expect(sandbox.clock.now().getTime()).toBe(before + 1000 + 2 * 86_400_000);
  });
});
