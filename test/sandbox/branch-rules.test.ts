import { afterEach, beforeEach, describe, expect, test } from "#test";
import type { BranchRule } from "../../sandbox/world/ruleset.ts";
import { REPO, startWorkshop, type Workshop } from "./app-client.ts";

const BY_PULL = "Changes must be made through a pull request.";
const violations = (message: string) => `Repository rule violations found\n\n${message}\n\n`;

describe("rules on branches", () => {
  let shop: Workshop;
  beforeEach(async () => {
    shop = await startWorkshop(({ world }) => {
      world.as("writer").push(REPO, { "a.md": "A" }, "Work", "topic");
    });
  });
  afterEach(() => shop.stop());
  const head = (branch = "main") => shop.world.commits(REPO, branch)[0]?.sha;

  async function commit(branchName: string, path = "b.md") {
    const mutation =
      "mutation($input:CreateCommitOnBranchInput!){createCommitOnBranch(input:$input){commit{oid}}}";
    const input = {
      branch: { repositoryNameWithOwner: REPO, branchName },
      expectedHeadOid: head(branchName),
      message: { headline: "docs: plan" },
      fileChanges: { additions: [{ path, contents: "" }] },
    };
    return (await shop.graphql(mutation, { input })).errors?.[0];
  }

  async function makeBranch(name: string) {
    const mutation = `mutation($id:ID!,$oid:GitObjectID!,$name:String!){
      createRef(input:{repositoryId:$id,oid:$oid,name:$name}){ref{id}}}`;
    const id = shop.world.repository(REPO).nodeId;
    return shop.graphql(mutation, { id, oid: head(), name: `refs/heads/${name}` });
  }

  test("classic protection refuses the commit and changes nothing", async () => {
    shop.world.protectBranch(REPO, "main");
    const before = head();
    expect(await commit("main")).toMatchObject({
      type: "BRANCH_PROTECTION_RULE_VIOLATION",
      message: BY_PULL,
      path: ["createCommitOnBranch"],
    });
    expect(head()).toBe(before);
    expect(await commit("topic")).toBeUndefined();
    expect(() => shop.world.as("admin").push(REPO, { a: "1" }, "x")).toThrow(BY_PULL);
  });

  test.each([
    ["pull_request", BY_PULL],
    ["update", "Cannot update this protected ref."],
  ] as const)("a ruleset with %s refuses in its own words", async (type, message) => {
    shop.world.addRuleset(REPO, { rules: [{ type }] });
    expect(await commit("main")).toMatchObject({
      type: "UNPROCESSABLE",
      message: violations(message),
    });
    expect(await commit("topic")).toBeUndefined();
  });

  test("a rule about messages refuses those that do not fit", async () => {
    const rule = (contains: string): BranchRule => ({ type: "commit_message_pattern", contains });
    shop.world.addRuleset(REPO, { rules: [rule("docs")] });
    expect(await commit("main")).toBeUndefined();
    shop.world.addRuleset(REPO, { rules: [rule("PLAN-")] });
    expect((await commit("main", "c.md")).message).toContain("PLAN-");
  });

  test.each([
    [["~ALL"], ["main", "topic"]],
    [["~DEFAULT_BRANCH"], ["main"]],
    [["refs/heads/to*"], ["topic"]],
    [["none"], []],
  ])("a ruleset for %j binds %j", async (branches, bound) => {
    shop.world.addRuleset(REPO, { branches, rules: [{ type: "update" }] });
    const refused: string[] = [];
    for (const branch of ["main", "topic"]) {
      if ((await commit(branch)) !== undefined) refused.push(branch);
    }
    expect(refused).toEqual(bound);
  });

  test("those who may bypass a ruleset are not bound by it", async () => {
    const rules = [{ type: "pull_request" }] as const;
    shop.world.addRuleset(REPO, { rules, bypass: ["planner[bot]"] });
    expect(await commit("main")).toBeUndefined();
    expect(() => shop.world.as("writer").push(REPO, { a: "1" }, "x")).toThrow("rule violations");
  });

  test("new branches are refused where creations are restricted, over both APIs", async () => {
    shop.world.addRuleset(REPO, { branches: ["plan/**"], rules: [{ type: "creation" }] });
    const message = violations("Cannot create ref due to creations being restricted.");
    expect((await makeBranch("plan/a/b")).errors[0].message).toBe(message);
    const body = { ref: "refs/heads/plan/a", sha: head() };
    const rest = await shop.rest("POST", `/repos/${REPO}/git/refs`, body);
    expect([rest.status, rest.json.message]).toEqual([422, message]);
    expect((await makeBranch("other")).errors).toBeUndefined();
  });

  test("branches move forward, back only by force, and are deleted; each is a push", async () => {
    const made = await makeBranch("plan");
    const { id } = made.data.createRef.ref;
    const move = `mutation($id:ID!,$oid:GitObjectID!,$force:Boolean){
      updateRef(input:{refId:$id,oid:$oid,force:$force}){ref{target{oid}}}}`;
    const [first, tip] = [head(), head("topic")];
    expect((await shop.graphql(move, { id, oid: tip })).errors).toBeUndefined();
    const back = await shop.graphql(move, { id, oid: first });
    expect(back.errors[0].message).toBe("Update is not a fast forward");
    expect((await shop.graphql(move, { id, oid: first, force: true })).errors).toBeUndefined();
    await shop.graphql("mutation($id:ID!){deleteRef(input:{refId:$id}){clientMutationId}}", { id });
    await shop.sandbox.settled();
    const none = "0".repeat(40);
    const pushes = shop.hooks.received.map(({ payload }) => payload);
    expect(pushes).toMatchObject([
      { ref: "refs/heads/plan", before: none, after: first, created: true, commits: [] },
      { before: first, after: tip, forced: false, commits: [{ id: tip }] },
      { before: tip, after: first, forced: true, commits: [] },
      { before: first, after: none, deleted: true, head_commit: null },
    ]);
  });

  test("the default branch and protected ones are not deleted", () => {
    const writer = shop.world.as("writer");
    expect(() => writer.deleteBranch(REPO, "main")).toThrow("Cannot delete the default branch");
    shop.world.protectBranch(REPO, "topic");
    expect(() => writer.deleteBranch(REPO, "topic")).toThrow("Cannot delete this branch");
  });

  test("what binds a branch is readable with metadata alone", async () => {
    shop.world.addRuleset(REPO, { rules: [{ type: "pull_request" }, { type: "deletion" }] });
    const { json } = await shop.rest("GET", `/repos/${REPO}/rules/branches/main`);
    expect(json.map(({ type }: { type: string }) => type)).toEqual(["pull_request", "deletion"]);
    expect((await shop.rest("GET", `/repos/${REPO}/rules/branches/topic`)).json).toEqual([]);
    const branch = await shop.rest("GET", `/repos/${REPO}/branches/main`);
    expect(branch.json.protected).toBe(true);
  });

  test("a workflow file needs the permission, and is written with it", async () => {
    const path = ".github/workflows/ci.yml";
    expect((await commit("main", path)).type).toBe("FORBIDDEN");
    shop.sandbox.setPermissions(shop.installation, { workflows: "write" });
    expect(await commit("main", path)).toBeUndefined();
  });
});
