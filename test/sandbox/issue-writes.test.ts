import { afterEach, beforeEach, describe, expect, test } from "#test";
import { startSandbox } from "../../sandbox/start-sandbox.ts";
import type { Issue } from "../../sandbox/world/model.ts";
import { REPO, startWorkshop, type Workshop } from "./app-client.ts";

const ISSUES = `/repos/${REPO}/issues`;
const ADOPTION = "An error occurred while adding the sub-issue to the parent issue.";

describe("what an App writes on issues", () => {
  let shop: Workshop;
  beforeEach(async () => {
    shop = await startWorkshop(({ world }) => {
      const writer = world.as("writer");
      for (const title of ["1", "2", "3", "4"]) writer.createIssue(REPO, { title });
      writer.createMilestone(REPO, { title: "M1" });
      writer.push(REPO, { "a.md": "A" }, "Work", "topic");
      writer.createPullRequest(REPO, { title: "Pull", head: "topic", base: "main" });
    });
  });
  afterEach(() => shop.stop());
  const issue = (number: number) => shop.world.issue(REPO, number);
  const patch = (body: object, number = 1) => shop.rest("PATCH", `${ISSUES}/${number}`, body);
  const names = ({ labels }: Issue) => [...labels].map(({ name }) => name);
  const logins = ({ assignees }: Issue) => [...assignees].map(({ login }) => login);
  const mutate = async (mutation: string, of: Readonly<Record<string, number>>) => {
    const variables = Object.fromEntries(
      Object.entries(of).map(([name, number]) => [name, issue(number).nodeId]),
    );
    const head = Object.keys(of).map((name) => `$${name}:ID!`);
    return shop.graphql(`mutation(${head}){${mutation}}`, variables);
  };

  test("a refused change leaves everything as it was", async () => {
    const { updatedAt } = issue(1);
    for (const wrong of [
      { milestone: 99 },
      { assignees: ["writer", "nobody-at-all"] },
      { state: "done" },
      { state: "closed", state_reason: "because" },
      { state: "closed", state_reason: "duplicate", duplicate_issue_id: 5 },
      { title: "" },
    ]) {
      const { status, json } = await patch({ body: "new", labels: ["new"], ...wrong });
      expect([wrong, status, json.message]).toEqual([wrong, 422, "Validation Failed"]);
    }
    expect(issue(1)).toMatchObject({ title: "1", body: "", updatedAt, state: "open" });
    expect(await shop.events()).toEqual([]);
  });

  test("an unknown milestone and a person who cannot be assigned are named in the refusal", async () => {
    expect((await patch({ milestone: 99 })).json.errors).toEqual([
      { resource: "Issue", field: "milestone", code: "invalid", value: 99 },
    ]);
    const [error] = (await patch({ assignees: ["reader", "nobody"] })).json.errors;
    expect(error).toMatchObject({ resource: "Issue", field: "assignees", code: "invalid" });
    expect(error.message).toBe("assignees nobody cannot be assigned to this issue");
  });

  test("a milestone is set by number and taken off by null", async () => {
    expect((await patch({ milestone: 1 })).json.milestone).toMatchObject({ open_issues: 1 });
    expect((await patch({ milestone: null })).json.milestone).toBeNull();
    expect(await shop.events()).toEqual(["issues.milestoned", "issues.demilestoned"]);
  });

  test("an issue is closed as a duplicate of another; the other counts with that reason only", async () => {
    const body = { state: "closed", duplicate_issue_id: issue(2).id };
    expect((await patch({ ...body, state_reason: "duplicate" })).json.state_reason).toBe(
      "duplicate",
    );
    expect(issue(1).duplicateOf).toBe(issue(2));
    await patch({ ...body, state_reason: "not_planned" }, 3);
    expect(issue(3).duplicateOf).toBeNull();
    const ignored = { state: "closed", state_reason: "not_planned", duplicate_issue_id: 5 };
    expect((await patch(ignored, 4)).status).toBe(200);
    await patch({ state_reason: "reopened" });
    expect(issue(1).state).toBe("closed");
    await patch({ state: "open" });
    expect(issue(1)).toMatchObject({ state: "open", stateReason: "reopened" });
  });

  test("a label that is not there is made when put on an issue, and is not found when taken off", async () => {
    const path = `${ISSUES}/1/labels`;
    await shop.rest("POST", path, { labels: ["points: 3", { name: "bug" }] });
    expect(names(issue(1))).toEqual(["points: 3", "bug"]);
    expect((await shop.rest("GET", `/repos/${REPO}/labels/points%3A%203`)).json.color).toBe(
      "ededed",
    );
    expect((await shop.rest("DELETE", `${path}/bug`)).json).toHaveLength(1);
    const { status, json } = await shop.rest("DELETE", `${path}/bug`);
    expect([status, json.message]).toEqual([404, "Label does not exist"]);
    expect(await shop.events()).toEqual([
      ...["label.created", "issues.labeled", "issues.labeled", "issues.unlabeled"],
    ]);
  });

  test("who may not be assigned is left out without a word; who takes part may be", async () => {
    const path = `${ISSUES}/1/assignees`;
    shop.world.as("guest").comment(REPO, 1, "I could do that");
    const assignees = ["reader", "nobody", "guest", "planner[bot]", "stranger"];
    const added = await shop.rest("POST", path, { assignees });
    expect([added.status, logins(issue(1))]).toEqual([201, ["reader", "guest"]]);
    const removed = await shop.rest("DELETE", path, { assignees: ["reader", "nobody"] });
    expect([removed.status, logins(issue(1))]).toEqual([200, ["guest"]]);
    expect((await shop.rest("GET", "/users/nobody")).status).toBe(404);
    expect((await shop.rest("GET", `/repos/${REPO}/assignees/guest`)).status).toBe(404);
    expect((await shop.rest("GET", `/repos/${REPO}/assignees/reader`)).status).toBe(204);
  });

  test("GraphQL puts labels and people on, and takes them off", async () => {
    const bug = shop.world.repository(REPO).labels.get("bug")?.nodeId;
    const person = shop.world.issue(REPO, 1).author.nodeId;
    const change = (mutation: string) =>
      shop.graphql(
        `mutation($i:ID!,$l:ID!,$p:ID!){
        a:${mutation}LabelsToLabelable(input:{labelableId:$i,labelIds:[$l]}){clientMutationId}
        b:${mutation}AssigneesToAssignable(input:{assignableId:$i,assigneeIds:[$p]}){clientMutationId}}`
          .replaceAll("removeLabelsTo", "removeLabelsFrom")
          .replaceAll("removeAssigneesTo", "removeAssigneesFrom"),
        {
          ...{ i: issue(2).nodeId, l: bug, p: person },
        },
      );
    expect((await change("add")).errors).toBeUndefined();
    expect([names(issue(2)), logins(issue(2))]).toEqual([["bug"], ["writer"]]);
    expect((await change("remove")).errors).toBeUndefined();
    expect([names(issue(2)), logins(issue(2))]).toEqual([[], []]);
  });

  test("an issue is made with milestone, labels and parent in one call", async () => {
    const { nodeId, labels, milestones } = shop.world.repository(REPO);
    const input = {
      ...{ repositoryId: nodeId, title: "Child", parentIssueId: issue(1).nodeId },
      ...{ labelIds: [labels.get("bug")?.nodeId], milestoneId: milestones.get(1)?.nodeId },
    };
    const { data } = await shop.graphql(
      `mutation($input:CreateIssueInput!){createIssue(input:$input){issue{number parent{number}
        milestone{title} labels(first:2){nodes{name}}}}}`,
      { input },
    );
    expect(data.createIssue.issue).toMatchObject({
      ...{ parent: { number: 1 }, milestone: { title: "M1" } },
      labels: { nodes: [{ name: "bug" }] },
    });
  });

  test.each([
    ["twice", 1, 2, "Target issue has already been taken"],
    ["on itself", 3, 3, "Target issue cannot be the same as the source issue"],
    ["on a pull request", 1, 5, "Target issue may only be an issue"],
    ["of a pull request", 5, 1, "Source issue may only be an issue"],
  ])("a dependency %s is refused in both APIs' words", async (_, from, to, reason) => {
    shop.world.as("triager").addBlockedBy(REPO, 1, 2);
    const path = `${ISSUES}/${from}/dependencies/blocked_by`;
    const { status, json } = await shop.rest("POST", path, { issue_id: issue(to).id });
    expect([status, json.message]).toEqual([422, `Validation failed: ${reason}`]);
    const add = "addBlockedBy(input:{issueId:$a,blockingIssueId:$b}){issue{number}}";
    const { errors } = await mutate(add, { a: from, b: to });
    expect(errors).toMatchObject([{ type: "UNPROCESSABLE", message: reason }]);
  });

  test("taking away a dependency that is not there changes nothing and is no error", async () => {
    const at = shop.sandbox.clock.iso();
    const path = `${ISSUES}/1/dependencies/blocked_by/${issue(2).id}`;
    expect((await shop.rest("DELETE", path)).json.number).toBe(1);
    const remove = "removeBlockedBy(input:{issueId:$a,blockingIssueId:$b}){issue{number}}";
    expect((await mutate(remove, { a: 1, b: 2 })).errors).toBeUndefined();
    expect([shop.sandbox.clock.iso(), await shop.events()]).toEqual([at, []]);
  });

  test.each([
    ["twice under one parent", 1, 2, /^Issue may not contain duplicate sub-issues/],
    ["under a second parent", 3, 2, /^Sub issue may only have one parent$/],
    ["above its own parent", 2, 1, /circular/],
    ["that is a pull request", 1, 5, /^Sub issue may only be an issue$/],
    ["of a pull request", 5, 1, /^Parent may only be an issue$/],
  ])("a sub-issue %s is refused in both APIs' words", async (_, parent, child, reason) => {
    shop.world.as("triager").addSubIssue(REPO, 1, 2);
    const add = "addSubIssue(input:{issueId:$a,subIssueId:$b}){issue{number}}";
    const { errors } = await mutate(add, { a: parent, b: child });
    expect(errors).toMatchObject([
      { type: "UNPROCESSABLE", message: expect.stringMatching(reason) },
    ]);
    const body = { sub_issue_id: issue(child).id };
    const { status, json } = await shop.rest("POST", `${ISSUES}/${parent}/sub_issues`, body);
    expect([status, json.message]).toEqual([422, `${ADOPTION} ${errors[0].message}`]);
  });

  test("a sub-issue changes its parent only when told to, by id or address, over both APIs", async () => {
    shop.world.as("triager").addSubIssue(REPO, 1, 2);
    const url = `https://github.com/${REPO}/issues/2`;
    const move = `addSubIssue(input:{issueId:$a,subIssueUrl:"${url}",replaceParent:true}){subIssue{number}}`;
    expect((await mutate(move, { a: 3 })).data.addSubIssue.subIssue.number).toBe(2);
    expect(issue(2).parent).toBe(issue(3));
    const body = { sub_issue_id: issue(2).id, replace_parent: true };
    expect((await shop.rest("POST", `${ISSUES}/4/sub_issues`, body)).status).toBe(201);
    expect([issue(2).parent, issue(3).subIssues]).toEqual([issue(4), []]);
  });

  test("a parent takes a hundred sub-issues, closed ones too, and a tree eight levels", async () => {
    const { world } = shop;
    const [writer, triager] = [world.as("writer"), world.as("triager")];
    const make = () => writer.createIssue(REPO, { title: "x" }).number;
    for (let count = 0; count < 100; count += 1) {
      const number = make();
      triager.addSubIssue(REPO, 1, number);
      writer.closeIssue(REPO, number);
    }
    const full = { sub_issue_id: issue(make()).id };
    const refused = await shop.rest("POST", `${ISSUES}/1/sub_issues`, full);
    expect(refused.json.message).toBe(`${ADOPTION} Parent cannot have more than 100 sub-issues`);
    let lowest = 2;
    for (let level = 2; level <= 8; level += 1) {
      const next = make();
      triager.addSubIssue(REPO, lowest, next);
      lowest = next;
    }
    expect(() => triager.addSubIssue(REPO, lowest, make())).toThrow("8 levels");
    expect(() => triager.addSubIssue(REPO, 3, 2)).toThrow("8 levels");
  });

  test("a milestone's description is changed without its title", async () => {
    const path = `/repos/${REPO}/milestones/1`;
    const description = "Words\n\nNeeds: #1";
    const { json } = await shop.rest("PATCH", path, { description });
    expect(json).toMatchObject({ title: "M1", description });
    expect(shop.world.issue(REPO, 1).updatedAt < json.updated_at).toBe(true);
  });
});

describe("what is not proved of GitHub can be chosen", () => {
  const build = async (unverified: Parameters<typeof startSandbox>[0]) => {
    const sandbox = await startSandbox(unverified);
    const { world } = sandbox;
    world.createRepository({ owner: "acme", name: "app" });
    for (const title of ["1", "2", "3", "4"]) world.as("writer").createIssue(REPO, { title });
    return sandbox;
  };

  test("a cycle of dependencies is taken, unless it is to be refused", async () => {
    for (const [dependencyCycles, isRefused] of [
      ["taken", false],
      ["refused", true],
    ] as const) {
      const sandbox = await build({ unverified: { dependencyCycles } });
      const triager = sandbox.world.as("triager");
      for (const [from, to] of [
        [1, 2],
        [2, 3],
      ] as const)
        triager.addBlockedBy(REPO, from, to);
      const close = () => triager.addBlockedBy(REPO, 3, 1);
      if (isRefused) expect(close).toThrow("circular");
      else expect(close).not.toThrow();
      await sandbox.stop();
    }
  });

  test("an issue has so many dependencies and labels, a milestone so long a description", async () => {
    const unverified = { dependencyLimit: 2, labelLimit: 1, milestoneDescriptionLimit: 3 };
    const sandbox = await build({ unverified });
    const admin = sandbox.world.as("admin");
    admin.addBlockedBy(REPO, 1, 2);
    admin.addBlockedBy(REPO, 1, 3);
    expect(() => admin.addBlockedBy(REPO, 1, 4)).toThrow("limited to 2");
    expect(() => admin.addLabels(REPO, 1, ["bug", "documentation"])).toThrow("more than 1 labels");
    expect(() => admin.createMilestone(REPO, { title: "M", description: "1234" })).toThrow(
      "maximum is 3",
    );
    await sandbox.stop();
  });

  test("where a conversation is locked, Apps may react only if that is assumed; people never", async () => {
    for (const reactionsOnLocked of ["refused", "taken"] as const) {
      const sandbox = await build({ unverified: { reactionsOnLocked } });
      const { world } = sandbox;
      sandbox.registerApp({ slug: "planner", webhookSecret: "s" });
      world.as("admin").lockIssue(REPO, 1);
      const react = (login: string) => () => world.as(login).react(world.issue(REPO, 1), "eyes");
      expect(react("admin")).toThrow("locked");
      if (reactionsOnLocked === "taken") expect(react("planner[bot]")).not.toThrow();
      else expect(react("planner[bot]")).toThrow("locked");
      await sandbox.stop();
    }
  });
});
