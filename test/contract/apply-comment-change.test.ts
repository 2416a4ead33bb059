import { describe, expect, test } from "#test";
import type { Change } from "../../src/engine/change.ts";
import { RefusedError, RetryableError } from "../../src/engine/errors.ts";
import { createChangeApplier } from "../../src/github/apply-change.ts";
import {
  address,
  answerGraphql,
  data,
  faults,
  octokitFor,
  useScriptedGithub,
} from "./scripted-github.ts";

const applier = createChangeApplier(octokitFor());
const apply = (change: Change) => applier.apply(address, change);

useScriptedGithub();

describe("a comment", () => {
  test("is added, and its id is told", async () => {
    const asked = answerGraphql(data({ addComment: { commentEdge: { node: { id: "IC_1" } } } }));
    const applied = await apply({ kind: "add-comment", issueId: "I_1", body: "b" });
    expect(applied).toEqual({ kind: "commented", commentId: "IC_1" });
    expect(asked[0]?.variables).toEqual({ input: { subjectId: "I_1", body: "b" } });
  });

  test("is not sent again after a 502, which may hide a success", async () => {
    answerGraphql({ status: 502, body: "" });
    const applied = apply({ kind: "add-comment", issueId: "I_1", body: "b" });
    await expect(applied).rejects.toThrow(RetryableError);
  });

  test.each([
    [
      { kind: "edit-comment", commentId: "IC_1", body: "b" },
      "updateIssueComment",
      { id: "IC_1", body: "b" },
    ],
    [
      { kind: "hide-comment", commentId: "IC_1" },
      "minimizeComment",
      { subjectId: "IC_1", classifier: "RESOLVED" },
    ],
    [{ kind: "show-comment", commentId: "IC_1" }, "unminimizeComment", { subjectId: "IC_1" }],
  ] as const)("is changed: %j", async (change, field, input) => {
    const asked = answerGraphql(data({ [field]: {} }));
    expect(await apply(change)).toEqual({ kind: "comment-changed" });
    expect(asked[0]?.query).toContain(`${field}(input: $input)`);
    expect(asked[0]?.variables).toEqual({ input });
  });

  test.each([
    ["FORBIDDEN", "Unable to create comment because issue is locked.", RefusedError],
    ["UNPROCESSABLE", "Body is too long (maximum is 65536 characters)", RefusedError],
    ["NOT_FOUND", "Could not resolve to a node", RetryableError],
    [undefined, "Viewer can not comment", RefusedError],
    ["SERVICE_UNAVAILABLE", "later", RetryableError],
  ])("%s: %s", async (type, message, expected) => {
    answerGraphql(faults({ addComment: null }, { type, message, path: ["addComment"] }));
    const applied = apply({ kind: "add-comment", issueId: "I_1", body: "b" });
    const failed = await applied.catch((error) => error);
    expect(failed).toBeInstanceOf(expected);
    expect(failed.message).toBe(message);
  });
});

describe("a reaction", () => {
  const react: Change = {
    kind: "react",
    subjectId: "IC_1",
    content: "rocket",
    replaces: ["confused", "rocket"],
  };
  const added = {
    reaction: { createdAt: "2025-11-10T09:00:00Z" },
    subject: { lastEditedAt: "2025-11-10T08:59:00Z" },
  };
  const reacted = {
    kind: "reacted",
    at: "2025-11-10T09:00:00Z",
    lastEditedAt: "2025-11-10T08:59:00Z",
  };

  test("replaces earlier ones in the same call, before it is set", async () => {
    const removed = { reaction: { id: "RE_1" } };
    const asked = answerGraphql(data({ removed0: removed, removed1: removed, added }));
    expect(await apply(react)).toEqual(reacted);
    expect(asked[0]?.variables).toEqual({
      removed0: { subjectId: "IC_1", content: "CONFUSED" },
      removed1: { subjectId: "IC_1", content: "ROCKET" },
      added: { subjectId: "IC_1", content: "ROCKET" },
    });
    const order = asked[0]?.query.match(/(removed\d|added): \w+Reaction\b/g);
    expect(order).toEqual([
      "removed0: removeReaction",
      "removed1: removeReaction",
      "added: addReaction",
    ]);
  });

  test.each(["NOT_FOUND", "UNPROCESSABLE", "FORBIDDEN"])(
    "is set though an earlier one is not there any more: %s",
    async (type) => {
      const fault = { type, message: "no such reaction", path: ["removed0"] };
      answerGraphql(faults({ removed0: null, removed1: null, added }, fault));
      expect(await apply(react)).toEqual(reacted);
    },
  );

  test("of a text that was never edited tells no date of an edit", async () => {
    const subject = { lastEditedAt: null };
    answerGraphql(data({ added: { ...added, subject } }));
    expect(await apply({ ...react, replaces: [] })).toMatchObject({ lastEditedAt: null });
  });

  test.each([
    ["FORBIDDEN", RefusedError],
    ["UNPROCESSABLE", RefusedError],
    ["NOT_FOUND", RetryableError],
  ])("that can't be set is an error: %s", async (type, expected) => {
    const fault = { type, message: "locked", path: ["added"] };
    answerGraphql(faults({ removed0: null, removed1: null, added: null }, fault));
    await expect(apply(react)).rejects.toThrow(expected);
  });

  test("that GitHub does not tell of is set again later", async () => {
    answerGraphql(data({ added: { reaction: null, subject: null } }));
    await expect(apply(react)).rejects.toThrow(RetryableError);
  });
});

describe("closing", () => {
  test("as a duplicate names the original", async () => {
    const asked = answerGraphql(data({ closeIssue: { issue: { state: "CLOSED" } } }));
    const change = { kind: "close-issue", issueId: "I_1", reason: "duplicate" } as const;
    expect(await apply({ ...change, duplicateOfId: "I_2" })).toEqual({ kind: "issue-closed" });
    expect(asked[0]?.variables).toEqual({
      input: { issueId: "I_1", stateReason: "DUPLICATE", duplicateIssueId: "I_2" },
    });
  });

  test.each([
    ["completed", "COMPLETED"],
    ["not_planned", "NOT_PLANNED"],
  ] as const)("as %s says so", async (reason, stateReason) => {
    const asked = answerGraphql(data({ closeIssue: { issue: { state: "CLOSED" } } }));
    await apply({ kind: "close-issue", issueId: "I_1", reason });
    expect(asked[0]?.variables).toEqual({ input: { issueId: "I_1", stateReason } });
  });
});
