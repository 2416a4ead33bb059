import { describe, expect, test } from "#test";
import type { Change } from "../../src/engine/change.ts";
import { GoneError, RefusedError, RetryableError } from "../../src/engine/errors.ts";
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

const applier = createChangeApplier(octokitFor({ readRetries: 0 }));
const apply = (change: Change) => applier.apply(address, change);
const failureOf = (change: Change) => apply(change).catch((error) => error);
const done = { kind: "fact-changed" };

useScriptedGithub();

const refusal = (mutation: string, type = "UNPROCESSABLE", message = "in whatever words") =>
  faults({ [mutation]: null }, { type, message, path: [mutation] });

const standing = (how: object) =>
  data({ node: { state: "OPEN", parent: null, blockedBy: { nodes: [] }, ...how } });

const blocked = { blockedBy: { nodes: [null, { id: "I_2" }] } };
const blocker = { id: "I_2" };

/** Each mutation of a fact: its input, and how an issue stands where it is so already. */
const mutations: readonly {
  readonly name: string;
  readonly field: string;
  readonly change: Change;
  readonly input: object;
  readonly so: object;
  readonly notSo: object;
}[] = [
  {
    name: "reopening",
    field: "reopenIssue",
    change: { kind: "reopen-issue", issueId: "I_1" },
    input: { issueId: "I_1" },
    so: { state: "OPEN" },
    notSo: { state: "CLOSED" },
  },
  {
    name: "adding a blocker",
    field: "addBlockedBy",
    change: { kind: "add-blocker", issueId: "I_1", blocker },
    input: { issueId: "I_1", blockingIssueId: "I_2" },
    so: blocked,
    notSo: {},
  },
  {
    name: "removing a blocker",
    field: "removeBlockedBy",
    change: { kind: "remove-blocker", issueId: "I_1", blocker },
    input: { issueId: "I_1", blockingIssueId: "I_2" },
    so: {},
    notSo: blocked,
  },
  {
    name: "setting the parent",
    field: "addSubIssue",
    change: { kind: "set-parent", issueId: "I_1", parentId: "I_3", isRemoval: false },
    input: { issueId: "I_3", subIssueId: "I_1", replaceParent: true },
    so: { parent: { id: "I_3" } },
    notSo: { parent: { id: "I_4" } },
  },
  {
    name: "taking it from the parent",
    field: "removeSubIssue",
    change: { kind: "set-parent", issueId: "I_1", parentId: "I_3", isRemoval: true },
    input: { issueId: "I_3", subIssueId: "I_1" },
    so: { parent: { id: "I_4" } },
    notSo: { parent: { id: "I_3" } },
  },
];

describe.each(mutations)("$name", ({ field, change, input, so, notSo }) => {
  test("is one mutation", async () => {
    const asked = answerGraphql(data({ [field]: { issue: { id: "I_1", state: "OPEN" } } }));
    expect(await apply(change)).toEqual(done);
    expect(asked[0]?.query).toContain(`${field}(input: $input)`);
    expect(asked[0]?.variables).toEqual({ input });
  });

  test.each(["UNPROCESSABLE", "NOT_FOUND", "FORBIDDEN", undefined])(
    "is no error where it is so already, though GitHub answers %s",
    async (type) => {
      const fault = { ...(type && { type }), message: "already", path: [field] };
      const asked = answerGraphql(faults({ [field]: null }, fault), standing(so));
      expect(await apply(change)).toEqual(done);
      expect(asked[1]?.variables).toEqual({ id: "I_1" });
    },
  );

  test("is refused in GitHub's words where it is not so", async () => {
    answerGraphql(refusal(field), standing(notSo));
    const failed = await failureOf(change);
    expect(failed).toBeInstanceOf(RefusedError);
    expect(failed.message).toBe("in whatever words");
    expect(failed.cause).toBeInstanceOf(Error);
  });

  test("is refused, and not tried again and again, where something is gone", async () => {
    answerGraphql(refusal(field, "NOT_FOUND"), faults({ node: null }, missingNode));
    const failed = await failureOf(change);
    expect(failed).toBeInstanceOf(RefusedError);
    expect(failed.message).toBe("One of these issues is gone, or Milepost may not see it.");
    expect(failed.cause).toBeUndefined();
  });

  test.each([
    ["a 502", { status: 502, body: "" }],
    [
      "an inner fault",
      faults({ [field]: null }, { message: "Something went wrong", path: [field] }),
    ],
  ])("is tried again after %s", async (_name, answer) => {
    const asked = answerGraphql(answer);
    expect(await failureOf(change)).toBeInstanceOf(RetryableError);
    expect(asked[0]?.variables).toEqual({ input });
  });
});

const missingNode = {
  type: "NOT_FOUND",
  message: "Could not resolve to a node with the global id of 'I_1'",
  path: ["node"],
};

test("a fault of the mutation's own text is not taken for a refusal", async () => {
  const fault = {
    message: "Field 'x' doesn't exist on type 'Issue'",
    path: ["mutation ReopenIssue"],
    extensions: { code: "undefinedField" },
  };
  answerGraphql({ body: { errors: [fault] } });
  const failed = await failureOf({ kind: "reopen-issue", issueId: "I_1" });
  expect(failed).not.toBeInstanceOf(RefusedError);
  expect(failed.message).toContain("Field 'x'");
});

describe("a blocker of another repository", () => {
  const foreign: Change = {
    kind: "add-blocker",
    issueId: "I_1",
    blocker: { repository: "acme/api", number: 3 },
  };

  test("is looked up first", async () => {
    const asked = answerGraphql(
      data({ repository: { issue: { id: "I_9" } } }),
      data({ addBlockedBy: { issue: { id: "I_1" } } }),
    );
    expect(await apply(foreign)).toEqual(done);
    expect(asked.map(({ variables }) => variables)).toEqual([
      { owner: "acme", name: "api", number: 3 },
      { input: { issueId: "I_1", blockingIssueId: "I_9" } },
    ]);
  });

  test.each([
    [{ repository: { issue: null } }, "NOT_FOUND", ["repository", "issue"]],
    [{ repository: null }, "NOT_FOUND", ["repository"]],
    [{ repository: null }, "FORBIDDEN", ["repository"]],
    [{ repository: { issue: null } }, "FORBIDDEN", ["repository", "issue"]],
  ])("that can't be seen is said to be none: %#", async (answer, type, path) => {
    answerGraphql(faults(answer, { type, message: "Could not resolve", path }));
    const failed = await failureOf(foreign);
    expect(failed).toBeInstanceOf(RefusedError);
    expect(failed.message).toBe("There is no issue acme/api#3 that Milepost can see.");
    expect(failed.cause).toBeUndefined();
  });

  test("is looked up again later where GitHub can't answer", async () => {
    answerGraphql({ status: 502, body: "" });
    expect(await failureOf(foreign)).toBeInstanceOf(RetryableError);
  });
});

describe("the milestone", () => {
  test.each([3, null])("is set to %p by its number", async (milestone) => {
    scope().patch("/repos/acme/plan/issues/12", { milestone }).reply(200, { number: 12 });
    expect(await apply({ kind: "set-milestone", issue: 12, milestone })).toEqual(done);
  });
});

describe("a milestone's description", () => {
  const path = "/repos/acme/plan/milestones/3";
  const edit = (change: (text: string) => string | undefined): Change => ({
    kind: "edit-milestone-description",
    milestone: 3,
    edit: change,
  });

  test.each([
    ["now", "now!"],
    [null, "!"],
  ])("is edited from what it is now: %p", async (description, wanted) => {
    scope().get(path).reply(200, { description });
    scope().patch(path, { description: wanted }).reply(200, {});
    expect(await apply(edit((text) => `${text}!`))).toEqual(done);
  });

  test.each([
    ["declines", () => undefined],
    ["changes nothing", (text: string) => text],
  ])("is not written where the edit %s", async (_name, change) => {
    scope().get(path).reply(200, { description: "now" });
    expect(await apply(edit(change))).toEqual({ kind: "unchanged", body: "now" });
  });
});

describe("a label", () => {
  const label = "cluster: A/B";
  const add: Change = { kind: "add-label", issue: 12, label };
  const remove: Change = { kind: "remove-label", issue: 12, label };
  const path = "/repos/acme/plan/labels/cluster%3A%20A%2FB";
  const onIssue = "/repos/acme/plan/issues/12/labels";

  test("that exists is put on", async () => {
    scope().get(path).reply(200, { name: label });
    scope()
      .post(onIssue, { labels: [label] })
      .reply(200, []);
    expect(await apply(add)).toEqual(done);
  });

  test("that does not is made with a colour, the same each time", async () => {
    const colors = new Set<unknown>();
    for (const _time of [1, 2]) {
      scope().get(path).reply(404, { message: "Not Found" });
      scope()
        .post("/repos/acme/plan/labels", ({ name, color }) => {
          colors.add(color);
          return name === label && /^[0-9a-f]{6}$/.test(color);
        })
        .reply(201, {});
      scope()
        .post(onIssue, { labels: [label] })
        .reply(200, []);
      await apply(add);
    }
    expect(colors.size).toBe(1);
  });

  test("that somebody makes meanwhile is put on all the same", async () => {
    const errors = [{ resource: "Label", code: "already_exists", field: "name" }];
    scope().get(path).reply(404, { message: "Not Found" });
    scope().post("/repos/acme/plan/labels").reply(422, { message: "Validation Failed", errors });
    scope()
      .post(onIssue, { labels: [label] })
      .reply(200, []);
    expect(await apply(add)).toEqual(done);
  });

  test("that can't be made is refused", async () => {
    const errors = [{ resource: "Label", code: "custom", message: "name is too long" }];
    scope().get(path).reply(404, { message: "Not Found" });
    scope().post("/repos/acme/plan/labels").reply(422, { message: "Validation Failed", errors });
    const failed = await failureOf(add);
    expect(failed).toBeInstanceOf(RefusedError);
    expect(failed.message).toBe("Validation Failed: name is too long");
  });

  test("is taken off", async () => {
    scope().delete(`${onIssue}/cluster%3A%20A%2FB`).reply(200, []);
    expect(await apply(remove)).toEqual(done);
  });

  test("that is not on the issue needs no taking off", async () => {
    scope()
      .delete(`${onIssue}/cluster%3A%20A%2FB`)
      .reply(404, { message: "Label does not exist", documentation_url: "https://docs" });
    expect(await apply(remove)).toEqual(done);
  });

  test("of an issue that is gone can't be taken off", async () => {
    scope().delete(`${onIssue}/cluster%3A%20A%2FB`).reply(404, { message: "Not Found" });
    const failed = await failureOf(remove);
    expect(failed).toBeInstanceOf(RefusedError);
    expect(failed.message).toMatch(/^#12 is gone/);
  });
});

describe("an assignee", () => {
  const path = "/repos/acme/plan/issues/12/assignees";
  const assign: Change = { kind: "assign", issue: 12, login: "Ada" };

  test("is assigned", async () => {
    scope()
      .post(path, { assignees: ["Ada"] })
      .reply(201, { assignees: [{ login: "bob" }, { login: "ada" }] });
    expect(await apply(assign)).toEqual(done);
  });

  test.each([{ assignees: [{ login: "bob" }] }, {}])(
    "whom GitHub leaves out is refused, in our words: %j",
    async (answer) => {
      scope().post(path).reply(201, answer);
      const failed = await failureOf(assign);
      expect(failed).toBeInstanceOf(RefusedError);
      expect(failed.message).toMatch(/^GitHub can't assign Ada to #12\. It takes people who/);
      expect(failed.cause).toBeUndefined();
    },
  );

  test("is unassigned", async () => {
    scope()
      .delete(path, { assignees: ["Ada"] })
      .reply(200, { assignees: [] });
    expect(await apply({ ...assign, kind: "unassign" })).toEqual(done);
  });
});

describe("what a write by REST may meet", () => {
  const change: Change = { kind: "set-milestone", issue: 12, milestone: 3 };

  test.each([
    [401, "Bad credentials", RetryableError],
    [403, "Resource not accessible by integration", RefusedError],
    [403, "Repository was archived so is read-only.", GoneError],
    [403, "You have exceeded a secondary rate limit.", RetryableError],
    [410, "Issues are disabled for this repo", GoneError],
    [422, "Validation Failed", RefusedError],
    [451, "Repository access blocked", GoneError],
    [500, "Server Error", RetryableError],
  ])("%i %s", async (status, message, expected) => {
    const own = createChangeApplier(octokitFor());
    const documentation_url = "https://docs.github.com/rest";
    scope().patch("/repos/acme/plan/issues/12").reply(status, { message, documentation_url });
    const failed = await own.apply(address, change).catch((error) => error);
    expect(failed).toBeInstanceOf(expected);
    expect(failed.message).toBe(message);
    expect(failed.cause).toBeInstanceOf(Error);
  });

  test.each([
    [404, "Not Found"],
    [410, "This issue was deleted"],
  ])("%i %s: what it is about is gone", async (status, message) => {
    scope().patch("/repos/acme/plan/issues/12").reply(status, { message });
    const failed = await failureOf(change);
    expect(failed).toBeInstanceOf(RefusedError);
    expect(failed.message).toBe("#12 is gone from this repository, or Milepost may not change it.");
    expect(failed.cause).toBeUndefined();
  });

  test("a milestone that is gone is named", async () => {
    scope().get("/repos/acme/plan/milestones/3").reply(404, { message: "Not Found" });
    const edit = () => "x";
    const failed = await failureOf({ kind: "edit-milestone-description", milestone: 3, edit });
    expect(failed).toEqual(new RefusedError("Milestone 3 is gone from this repository."));
  });
});
