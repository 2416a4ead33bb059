import { describe, expect, test } from "#test";
import { GoneError, RefusedError, RetryableError } from "../../src/engine/errors.ts";
import { createPeople } from "../../src/github/people.ts";
import {
  address,
  answerGraphql,
  data,
  faults,
  octokitFor,
  page,
  scope,
  useScriptedGithub,
} from "./scripted-github.ts";

const since = "2025-11-10T09:00:00Z";

/** Its clock is set by the test. */
function peopleAt(time: { now: string }) {
  const settings = { octokitFor: octokitFor({ readRetries: 0 }) };
  return createPeople({ ...settings, clock: { now: () => time.now } });
}

const create = () => peopleAt({ now: since });

useScriptedGithub();

describe("access", () => {
  const path = "/repos/acme/plan/collaborators/ada/permission";
  const flags = { admin: false, maintain: false, push: false, triage: false, pull: false };
  const answer = (permission: string, given: object | null) =>
    scope()
      .get(path)
      .reply(200, { permission, role_name: "x", user: given && { permissions: given } });

  test.each([
    ["admin", "admin", { admin: true, maintain: true, push: true, triage: true, pull: true }],
    ["maintain", "write", { ...flags, maintain: true, push: true, triage: true, pull: true }],
    ["write", "write", { ...flags, push: true, triage: true, pull: true }],
    ["triage", "read", { ...flags, triage: true, pull: true }],
    ["read", "read", { ...flags, pull: true }],
    ["read", "read", flags],
    ["none", "none", flags],
    ["write", "write", {}],
    ["read", "read", null],
    ["none", "of-their-own", flags],
  ])("is %s for the word %s and the flags %j", async (expected, permission, given) => {
    answer(permission, given);
    expect(await create().accessOf(address, "ada")).toBe(expected);
  });

  test("is none for who is no user", async () => {
    scope().get(path).reply(404, { message: "ada is not a user" });
    expect(await create().accessOf(address, "ada")).toBe("none");
  });

  test("is asked for once in five minutes, for all who ask at once too", async () => {
    const time = { now: since };
    const people = peopleAt(time);
    answer("write", null);
    const asked = [people.accessOf(address, "ada"), people.accessOf(address, "Ada")];
    expect(await Promise.all(asked)).toEqual(["write", "write"]);
    time.now = "2025-11-10T09:04:59Z";
    expect(await people.accessOf(address, "ada")).toBe("write");
    answer("read", null);
    time.now = "2025-11-10T09:05:01Z";
    expect(await people.accessOf(address, "ada")).toBe("read");
  });

  test("is remembered for each person alone", async () => {
    const people = create();
    answer("admin", null);
    scope().get(path.replace("ada", "eve")).reply(200, { permission: "read", user: null });
    expect(await people.accessOf(address, "ada")).toBe("admin");
    expect(await people.accessOf(address, "eve")).toBe("read");
  });

  test("is remembered for a repository and an installation of its own", async () => {
    const people = create();
    answer("write", null);
    answer("triage", null);
    scope().get(path.replace("plan", "other")).reply(200, { permission: "read", user: null });
    expect(await people.accessOf(address, "ada")).toBe("write");
    expect(await people.accessOf({ ...address, name: "other" }, "ada")).toBe("read");
    expect(await people.accessOf({ ...address, installation: 2 }, "ada")).toBe("triage");
  });

  test.each([
    [403, "Resource not accessible by integration", RefusedError],
    [502, "", RetryableError],
  ])("that can't be told (%i) is an error, and asked again", async (status, message, expected) => {
    const people = create();
    scope().get(path).reply(status, { message });
    await expect(people.accessOf(address, "ada")).rejects.toThrow(expected);
    answer("write", null);
    expect(await people.accessOf(address, "ada")).toBe("write");
  });
});

const actor = (databaseId: number) => ({ databaseId });
const event = (name: string, second: number, more: object = {}) => ({
  __typename: name,
  createdAt: `2025-11-10T09:00:0${second}Z`,
  actor: actor(1),
  ...more,
});

function changedIssue(id: string, events: readonly (object | null)[], more: object = {}) {
  return {
    id,
    createdAt: "2025-11-01T00:00:00Z",
    repository: { nameWithOwner: "acme/plan" },
    userContentEdits: { nodes: [] },
    timelineItems: page(events),
    ...more,
  };
}

const changes = (...issues: readonly (object | null)[]) =>
  data({ viewer: { databaseId: 99 }, issues });

const issueAt = (nameWithOwner: string) => ({ number: 3, repository: { nameWithOwner } });

describe("what people changed", () => {
  test("is told by fact, oldest first", async () => {
    const asked = answerGraphql(
      changes(
        changedIssue("I_1", [
          event("MilestonedEvent", 1),
          event("DemilestonedEvent", 3),
          event("LabeledEvent", 4, { label: { name: "bug" } }),
          event("AssignedEvent", 5, { assignee: { login: "ada" } }),
          event("BlockedByAddedEvent", 6, { blockingIssue: issueAt("Acme/Plan") }),
          event("BlockedByRemovedEvent", 7, { blockingIssue: issueAt("acme/api") }),
          event("ParentIssueAddedEvent", 8),
          event("ClosedEvent", 9),
        ]),
        changedIssue("I_2", [event("ReopenedEvent", 2)]),
      ),
    );
    const told = await create().changesSince(address, ["I_1", "I_2", "I_1"], since);
    expect(told.map(({ issueId, fact }) => [issueId, fact])).toEqual([
      ["I_1", { kind: "milestone" }],
      ["I_2", { kind: "state" }],
      ["I_1", { kind: "milestone" }],
      ["I_1", { kind: "label", name: "bug" }],
      ["I_1", { kind: "assignee", login: "ada" }],
      ["I_1", { kind: "blocker", reference: 3 }],
      ["I_1", { kind: "blocker", reference: "acme/api#3" }],
      ["I_1", { kind: "parent" }],
      ["I_1", { kind: "state" }],
    ]);
    expect(asked[0]?.variables).toEqual({ issues: ["I_1", "I_2"], since });
  });

  test("has edits of the text, not of the title or of Milepost", async () => {
    const edits = [
      { editedAt: "2025-11-10T09:00:05Z", editor: actor(99) },
      { editedAt: "2025-11-10T09:00:04Z", editor: null },
      { editedAt: "2025-11-10T09:00:00Z", editor: actor(1) },
      { editedAt: "2025-11-10T08:59:59Z", editor: actor(1) },
      null,
    ];
    answerGraphql(changes(changedIssue("I_1", [], { userContentEdits: { nodes: edits } })));
    expect(await create().changesSince(address, ["I_1"], since)).toEqual([
      { issueId: "I_1", at: "2025-11-10T09:00:00Z", fact: { kind: "text" } },
      { issueId: "I_1", at: "2025-11-10T09:00:04Z", fact: { kind: "text" } },
    ]);
  });

  test("leaves out Milepost's own, what is older, and what can't be named", async () => {
    answerGraphql(
      changes(
        changedIssue("I_1", [
          event("ClosedEvent", 1, { actor: actor(99) }),
          { ...event("ClosedEvent", 1), createdAt: "2025-11-10T08:59:59Z" },
          event("AssignedEvent", 2, { assignee: null }),
          event("BlockedByAddedEvent", 3, { blockingIssue: null }),
          null,
          event("ReopenedEvent", 4, { actor: null }),
        ]),
      ),
    );
    const told = await create().changesSince(address, ["I_1"], since);
    expect(told).toEqual([{ issueId: "I_1", at: "2025-11-10T09:00:04Z", fact: { kind: "state" } }]);
  });

  test("is not what the issue was opened with", async () => {
    const createdAt = "2025-11-10T09:00:01Z";
    const events = [
      event("LabeledEvent", 1, { label: { name: "bug" } }),
      event("LabeledEvent", 2, { label: { name: "docs" } }),
    ];
    const userContentEdits = { nodes: [{ editedAt: createdAt, editor: actor(1) }] };
    answerGraphql(changes(changedIssue("I_1", events, { createdAt, userContentEdits })));
    const told = await create().changesSince(address, ["I_1"], since);
    expect(told.map(({ fact }) => fact)).toEqual([{ kind: "label", name: "docs" }]);
  });

  test("is read to the last page", async () => {
    const first = changedIssue("I_1", [], { timelineItems: page([event("ClosedEvent", 1)], "c1") });
    const asked = answerGraphql(
      changes(first),
      data({ node: { timelineItems: page([event("ReopenedEvent", 2)], "c2") } }),
      data({ node: { timelineItems: page([event("ClosedEvent", 3)]) } }),
    );
    expect(await create().changesSince(address, ["I_1"], since)).toHaveLength(3);
    expect(asked.slice(1).map(({ variables }) => variables)).toEqual([
      { id: "I_1", since, after: "c1" },
      { id: "I_1", since, after: "c2" },
    ]);
  });

  test("takes one call for 50 issues, and none for none", async () => {
    const ids = Array.from({ length: 60 }, (_, index) => `I_${index}`);
    const asked = answerGraphql(changes(), changes());
    expect(await create().changesSince(address, ids, since)).toEqual([]);
    expect(asked.map(({ variables }) => variables.issues)).toEqual([
      ids.slice(0, 50),
      ids.slice(50),
    ]);
    expect(await create().changesSince(address, [], since)).toEqual([]);
  });

  test("leaves out issues that are gone", async () => {
    const missing = { type: "NOT_FOUND", message: "Could not resolve", path: ["issues", 0] };
    const issues = [null, {}, changedIssue("I_1", [event("ClosedEvent", 1)])];
    answerGraphql(faults({ viewer: { databaseId: 99 }, issues }, missing));
    expect(await create().changesSince(address, ["I_0", "PR_1", "I_1"], since)).toHaveLength(1);
  });
});

describe("texts since", () => {
  const comments = "/repos/acme/plan/issues/comments";
  const query = { since, sort: "updated", direction: "asc", per_page: "100" };
  const any = () => true;
  const comment = (id: string, second: number, more: object = {}) => ({
    node_id: id,
    updated_at: `2025-11-10T09:00:0${second}Z`,
    html_url: "https://github.com/acme/plan/issues/5#issuecomment-1",
    user: { login: "ada", type: "User" },
    body: `body of ${id}`,
    ...more,
  });
  const opening = (id: string, created: string, edited: string | null = null, more = {}) => ({
    id,
    body: `body of ${id}`,
    createdAt: `2025-11-10T${created}Z`,
    lastEditedAt: edited && `2025-11-10T${edited}Z`,
    author: { __typename: "User" },
    editor: edited && { __typename: "User" },
    ...more,
  });
  const openings = (nodes: readonly object[], next: string | null = null) =>
    data({ repository: { issues: page(nodes, next) } });

  test("are comments and opening texts, in the order in which they were written or edited", async () => {
    scope()
      .get(comments)
      .query(query)
      .reply(200, [comment("IC_1", 1), comment("IC_5", 5)]);
    const asked = answerGraphql(
      openings([
        opening("I_3", "09:00:03"),
        opening("I_4", "08:00:00", "09:00:04"),
        opening("I_labelled", "08:00:00"),
        opening("I_edited-before", "08:00:00", "08:30:00"),
      ]),
    );
    const texts = await create().textsSince(address, since, any);
    expect(texts).toEqual(["IC_1", "I_3", "I_4", "IC_5"]);
    expect(asked[0]?.variables).toEqual({ owner: "acme", name: "plan", since, after: null });
  });

  test("leave out bots', pull requests' and those not worth reading", async () => {
    scope()
      .get(comments)
      .query(query)
      .reply(200, [
        comment("IC_bot", 1, { user: { login: "x[bot]", type: "Bot" } }),
        comment("IC_pull", 2, { html_url: "https://github.com/acme/plan/pull/6#issuecomment-1" }),
        comment("IC_dull", 3, { body: "dull" }),
        comment("IC_empty", 4, { body: undefined }),
        comment("IC_ghost", 5, { user: null }),
        comment("IC_old", 0, { updated_at: "2025-11-10T08:59:59Z" }),
      ]);
    const bot = { __typename: "Bot" };
    answerGraphql(
      openings([
        opening("I_bot", "09:00:01", null, { author: bot }),
        opening("I_bot-by-bot", "08:00:00", "09:00:01", { author: bot, editor: bot }),
        opening("I_bot-by-person", "08:00:00", "09:00:06", { author: bot }),
        opening("I_dull", "09:00:02", null, { body: "dull" }),
      ]),
    );
    const isWorth = (text: string) => text.startsWith("body");
    expect(await create().textsSince(address, since, isWorth)).toEqual([
      "IC_ghost",
      "I_bot-by-person",
    ]);
  });

  test("are read to the last page", async () => {
    const next = { link: `<https://api.github.com${comments}?page=2>; rel="next"` };
    scope()
      .get(comments)
      .query(query)
      .reply(200, [comment("IC_1", 1)], next);
    scope()
      .get(comments)
      .query({ page: "2" })
      .reply(200, [comment("IC_2", 2)]);
    const asked = answerGraphql(
      openings([opening("I_3", "09:00:03")], "c1"),
      openings([opening("I_4", "09:00:04")]),
    );
    const texts = await create().textsSince(address, since, any);
    expect(texts).toEqual(["IC_1", "IC_2", "I_3", "I_4"]);
    expect(asked.map(({ variables }) => variables.after)).toEqual([null, "c1"]);
  });

  test("of a repository that is gone are an error", async () => {
    scope().get(comments).query(query).reply(404, { message: "Not Found" });
    await expect(create().textsSince(address, since, any)).rejects.toThrow(GoneError);
  });
});
