import { describe, expect, test } from "#test";
import type { Change } from "../../src/engine/change.ts";
import {
  GoneError,
  RefusedError,
  RetryableError,
  StaleHeadError,
} from "../../src/engine/errors.ts";
import { createChangeApplier } from "../../src/github/apply-change.ts";
import {
  address,
  answerGraphql,
  data,
  faults,
  octokitFor,
  scope,
  useScriptedGithub,
} from "./scripted-github.ts";

const applier = createChangeApplier(octokitFor());

useScriptedGithub();

describe("creating an issue", () => {
  const change: Change = { kind: "create-issue", title: "Plan", body: "a\n" };

  test("tells its number, its id and the body as GitHub keeps it", async () => {
    scope()
      .post("/repos/acme/plan/issues", { title: "Plan", body: "a\n" })
      .reply(201, { number: 12, node_id: "I_12", body: "a" });
    expect(await applier.apply(address, change)).toEqual({
      kind: "issue-created",
      number: 12,
      issueId: "I_12",
      body: "a",
    });
  });

  test("is not sent again after a 502, which may hide a success", async () => {
    scope().post("/repos/acme/plan/issues").reply(502, "");
    await expect(applier.apply(address, change)).rejects.toThrow(RetryableError);
  });

  test("is refused where the App has no right to", async () => {
    const message = "Resource not accessible by integration";
    scope().post("/repos/acme/plan/issues").reply(403, { message });
    await expect(applier.apply(address, change)).rejects.toThrow(RefusedError);
  });

  test("ends quietly in an archived repository", async () => {
    const message = "Repository was archived so is read-only.";
    scope().post("/repos/acme/plan/issues").reply(403, { message });
    await expect(applier.apply(address, change)).rejects.toThrow(GoneError);
  });

  test("keeps a fault that no rule knows as it is", async () => {
    scope().post("/repos/acme/plan/issues").reply(418, { message: "I'm a teapot" });
    const failed = await applier.apply(address, change).catch((error) => error);
    expect(failed).toMatchObject({ status: 418 });
  });

  test.each([
    [{ message: "Validation Failed" }, "Validation Failed"],
    [
      {
        message: "Validation Failed",
        errors: [
          { resource: "Issue", code: "custom", field: "title", message: "title is too long" },
          { resource: "Issue", code: "missing_field", field: "milestone" },
          "and more",
        ],
        documentation_url: "https://docs.github.com/rest/issues/issues#create-an-issue",
      },
      "Validation Failed: title is too long; milestone missing field; and more",
    ],
  ])("is refused in GitHub's words where something is invalid: %#", async (answer, words) => {
    scope().post("/repos/acme/plan/issues").reply(422, answer);
    const failed = await applier.apply(address, change).catch((error) => error);
    expect(failed).toBeInstanceOf(RefusedError);
    expect(failed.message).toBe(words);
  });

  test("sends the milestone along", async () => {
    scope()
      .post("/repos/acme/plan/issues", { title: "Plan", body: "a\n", milestone: 3 })
      .reply(201, { number: 12, node_id: "I_12", body: "a\n" });
    const applied = await applier.apply(address, { ...change, milestone: 3 });
    expect(applied).toMatchObject({ number: 12 });
  });

  test("under a parent is one mutation, which makes all of it or nothing", async () => {
    const asked = answerGraphql(
      data({ repository: { id: "R_1", milestone: { id: "MI_3" } } }),
      data({ createIssue: { issue: { id: "I_12", number: 12, body: "a" } } }),
    );
    const applied = await applier.apply(address, { ...change, milestone: 3, parentId: "I_1" });
    expect(applied).toEqual({ kind: "issue-created", number: 12, issueId: "I_12", body: "a" });
    expect(asked.map(({ variables }) => variables)).toEqual([
      { owner: "acme", name: "plan", milestone: 3 },
      {
        input: {
          repositoryId: "R_1",
          milestoneId: "MI_3",
          title: "Plan",
          body: "a\n",
          parentIssueId: "I_1",
        },
      },
    ]);
  });
});

describe("editing an issue's body", () => {
  const edit = (change: (text: string) => string | undefined): Change => ({
    kind: "edit-issue-body",
    issueId: "I_1",
    edit: change,
  });

  test("starts from the body as it is now", async () => {
    const asked = answerGraphql(
      data({ node: { body: "now" } }),
      data({ updateIssue: { issue: { body: "now, edited" } } }),
    );
    const applied = await applier.apply(
      address,
      edit((text) => `${text}, edited`),
    );
    expect(applied).toEqual({ kind: "issue-edited", body: "now, edited" });
    expect(asked[1]?.variables).toEqual({ input: { id: "I_1", body: "now, edited" } });
  });

  test.each([
    ["declines", () => undefined],
    ["changes nothing", (text: string) => text],
  ])("writes nothing when the edit %s", async (_name, change) => {
    const asked = answerGraphql(data({ node: { body: "now" } }));
    expect(await applier.apply(address, edit(change))).toEqual({ kind: "unchanged", body: "now" });
    expect(asked).toHaveLength(1);
  });

  test("is tried again with a new read when the issue was deleted", async () => {
    const missing = { type: "NOT_FOUND", message: "Could not resolve to a node", path: ["node"] };
    answerGraphql(faults({ node: null }, missing));
    await expect(
      applier.apply(
        address,
        edit((text) => `${text}.`),
      ),
    ).rejects.toThrow(RetryableError);
  });
});

describe("pinning", () => {
  const pin: Change = { kind: "pin-issue", issueId: "I_1" };
  const refusal = faults(
    { pinIssue: null },
    { type: "UNPROCESSABLE", message: "in whatever words", path: ["pinIssue"] },
  );
  const pins = (isPinned: boolean, totalCount: number) =>
    data({ node: { isPinned, repository: { pinnedIssues: { totalCount } } } });

  test("pins", async () => {
    const asked = answerGraphql(data({ pinIssue: { issue: { isPinned: true } } }));
    expect(await applier.apply(address, pin)).toEqual({ kind: "issue-pinned" });
    expect(asked[0]?.variables).toEqual({ input: { issueId: "I_1" } });
  });

  test("finds no room beside three others", async () => {
    answerGraphql(refusal, pins(false, 3));
    expect(await applier.apply(address, pin)).toEqual({ kind: "no-room-to-pin" });
  });

  test("is content with an issue that is pinned already", async () => {
    answerGraphql(refusal, pins(true, 3));
    expect(await applier.apply(address, pin)).toEqual({ kind: "issue-pinned" });
  });

  test("says so when it is refused for another reason", async () => {
    answerGraphql(refusal, pins(false, 1));
    await expect(applier.apply(address, pin)).rejects.toThrow("in whatever words");
  });
});

describe("committing", () => {
  const bytes = Uint8Array.from([0xff, 0x0d, 0x0a]);
  const commit: Change = {
    kind: "commit-files",
    branch: "main",
    expectedHead: "a".repeat(40),
    headline: "docs(plan): M2 39 → 40 of 50",
    body: "",
    files: [{ path: "plan.md", bytes }],
  };

  test("sends all files in one commit, byte for byte, on the head they were computed from", async () => {
    const asked = answerGraphql(data({ createCommitOnBranch: { commit: { oid: "b" } } }));
    expect(await applier.apply(address, commit)).toEqual({ kind: "committed", headOid: "b" });
    expect(asked[0]?.variables).toEqual({
      input: {
        branch: { repositoryNameWithOwner: "acme/plan", branchName: "main" },
        expectedHeadOid: "a".repeat(40),
        message: { headline: "docs(plan): M2 39 → 40 of 50", body: "" },
        fileChanges: { additions: [{ path: "plan.md", contents: "/w0K" }] },
      },
    });
  });

  test.each([
    ["STALE_DATA", 'Expected branch to point to "a" but it did not.', StaleHeadError],
    ["BRANCH_PROTECTION_RULE_VIOLATION", "Changes must be made by pull request.", RefusedError],
    ["UNPROCESSABLE", "Repository rule violations found: a review is required.", RefusedError],
    ["FORBIDDEN", "Resource not accessible by integration", RefusedError],
    ["UNPROCESSABLE", "Repository was archived so is read-only.", GoneError],
    ["NOT_FOUND", "No ref found for the branch.", RetryableError],
  ])("%s: %s", async (type, message, expected) => {
    answerGraphql(faults(null, { type, message, path: ["createCommitOnBranch"] }));
    const failed = await applier.apply(address, commit).catch((error) => error);
    expect(failed).toBeInstanceOf(expected);
    expect(failed.message).toBe(message);
    expect(failed.cause).toBeInstanceOf(Error);
  });
});

describe("what anything may meet", () => {
  const change: Change = { kind: "create-issue", title: "Plan", body: "" };
  const answerWith = (status: number, message: string) =>
    scope().post("/repos/acme/plan/issues").reply(status, { message });

  test.each([
    [401, "Bad credentials", RetryableError],
    [403, "This installation has been suspended", GoneError],
    [404, "Not Found", GoneError],
    [410, "Issues are disabled for this repo", GoneError],
    [451, "Repository access blocked", GoneError],
    [500, "Server Error", RetryableError],
  ])("%i %s", async (status, message, expected) => {
    answerWith(status, message);
    await expect(applier.apply(address, change)).rejects.toThrow(expected);
  });

  test("a connection that breaks off is worth another try", async () => {
    scope().post("/repos/acme/plan/issues").replyWithError("socket hang up");
    await expect(applier.apply(address, change)).rejects.toThrow(RetryableError);
  });
});
