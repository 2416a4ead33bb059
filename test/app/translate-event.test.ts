import { describe, expect, test } from "#test";
import { translateEvent } from "../../src/app/translate-event.ts";
import { human, ourselves, payload, repository } from "./payloads.ts";

const address = { installation: 7, owner: "acme", name: "plan" };
const delta = { kind: "delta" };
const everything = { kind: "everything" };
const issue = (number: number) => ({ kind: "issue", number });
const translate = (name: string, body: object) => translateEvent(name, body, "milepost");

type Row = readonly [event: string, action: string | undefined, parts: object, hints: object[]];

const label = { node_id: "L_1", name: "priority: high" };
const both = { blocked_issue: { number: 3 }, blocking_issue: { number: 4 } };
const elsewhere = { full_name: "acme/api" };
const mainBranch = { ref: "refs/heads/main" };

const synced: readonly Row[] = [
  ["issues", "closed", { issue: { number: 3 } }, [delta, issue(3)]],
  ["issues", "field_added", { issue: { number: 3 } }, [delta, issue(3)]],
  ["issues", "deleted", { issue: { number: 3 } }, [{ kind: "issue-gone", number: 3 }]],
  ["issues", "transferred", { issue: { number: 3 } }, [{ kind: "issue-gone", number: 3 }]],
  ["issue_dependencies", "blocked_by_added", both, [delta, issue(3), issue(4)]],
  [
    "issue_dependencies",
    "blocked_by_removed",
    { ...both, blocking_issue_repo: elsewhere },
    [delta, issue(3)],
  ],
  [
    "issue_dependencies",
    "blocking_added",
    { ...both, blocked_issue_repo: elsewhere },
    [delta, issue(4)],
  ],
  [
    "issue_dependencies",
    "blocking_added",
    { ...both, blocked_issue_repo: { full_name: "Acme/Plan" } },
    [delta, issue(3), issue(4)],
  ],
  ["issue_dependencies", "blocked_by_added", {}, [delta, everything]],
  [
    "sub_issues",
    "sub_issue_added",
    { parent_issue: { number: 1 }, sub_issue: { number: 2 }, sub_issue_repo: elsewhere },
    [delta, issue(1)],
  ],
  ["milestone", "edited", {}, [delta]],
  ["label", "edited", { label }, [{ kind: "label-renamed", id: "L_1", name: "priority: high" }]],
  ["label", "deleted", { label }, [{ kind: "label-deleted", id: "L_1" }]],
  ["pull_request", "opened", { pull_request: { body: "Fixes #5, see #6" } }, [delta, issue(5)]],
  ["pull_request", "closed", { pull_request: { body: null } }, [delta]],
  [
    "pull_request",
    "edited",
    { pull_request: { body: "resolves #8" }, changes: { body: { from: "closes #9" } } },
    [delta, issue(8), issue(9)],
  ],
  ["push", undefined, mainBranch, [delta]],
  ["repository", "renamed", {}, [everything]],
  ["repository", "privatized", {}, [everything]],
  ["repository", "unarchived", {}, [everything]],
];

describe("what is synced", () => {
  test.each(synced)("%s.%s %j", (event, action, parts, hints) => {
    expect(translate(event, payload(action, parts))).toEqual({
      kind: "sync",
      requests: [{ address, hints }],
    });
  });

  test.each([
    ["Closes: #5", [5]],
    ["closed acme/plan#5", [5]],
    ["fix https://github.com/acme/plan/issues/5", [5]],
    ["fix acme/api#5", []],
    ["prefix #5", []],
    ["see #5", []],
  ])("a pull request that says %j", (body, numbers) => {
    const translation = translate("pull_request", payload("opened", { pull_request: { body } }));
    const hints = [delta, ...numbers.map(issue)];
    expect(translation).toEqual({ kind: "sync", requests: [{ address, hints }] });
  });

  test.each([
    ["installation", "created", "repositories"],
    ["installation_repositories", "added", "repositories_added"],
  ])("every repository that %s.%s lists, even when we did it", (event, action, list) => {
    const body = {
      action,
      sender: ourselves,
      installation: { id: 7 },
      [list]: [{ full_name: "acme/plan" }, { full_name: "acme/api" }],
    };
    expect(translate(event, body)).toEqual({
      kind: "sync",
      requests: [
        { address, hints: [everything] },
        { address: { ...address, name: "api" }, hints: [everything] },
      ],
    });
  });
});

const says = (body: string) => ({ issue: { number: 1 }, comment: { node_id: "IC_1", body } });
const bot = { type: "Bot", login: "dependabot[bot]" };

describe("what may hold commands is read", () => {
  const text = { kind: "text", id: "IC_1" };

  test.each([
    ["issue_comment", "created", says("Hi\n/start"), [text]],
    ["issue_comment", "edited", says("!mp-start"), [text]],
    ["issue_comment", "edited", { ...says("Hi"), changes: { body: { from: "/start" } } }, [text]],
    [
      "issues",
      "opened",
      { issue: { number: 1, node_id: "I_1", body: "   /blocked-by #2" } },
      [delta, issue(1), { kind: "text", id: "I_1" }],
    ],
    ["issues", "opened", { issue: { number: 1, node_id: "I_1", body: "a/b" } }, [delta, issue(1)]],
  ])("%s.%s %j", (event, action, parts, hints) => {
    expect(translate(event, payload(action, parts))).toEqual({
      kind: "sync",
      requests: [{ address, hints }],
    });
  });
});

describe("what is ignored, and why", () => {
  test.each([
    ["issue_comment", payload("created", says("Thank you")), "nothing that looks like a command"],
    ["issue_comment", payload("deleted", says("/start")), "only what a comment says"],
    ["issue_comment", payload("created", { ...says("/start"), sender: bot }), "bots give no"],
    [
      "issue_comment",
      payload("created", { ...says("/start"), issue: { number: 1, pull_request: {} } }),
      "pull requests",
    ],
    ["label", payload("created", { label }), "a new label is on no issue yet"],
    ["pull_request", payload("labeled"), "neither a pull request's state"],
    ["push", payload(undefined, { ref: "refs/heads/topic" }), "only the default branch"],
    ["push", payload(undefined, { ref: "refs/tags/main" }), "only the default branch"],
    ["push", payload(undefined, { ...mainBranch, deleted: true }), "only the default branch"],
    ["repository", payload("archived"), "cannot be written to"],
    ["repository", payload("deleted"), "is gone"],
    ["installation", payload("deleted"), "no repository was added"],
    ["installation_repositories", payload("removed"), "no repository was added"],
    ["star", payload("created"), "does not act on star events"],
    ["issues", payload("opened", { issue: { number: 1, pull_request: {} } }), "pull requests"],
    ["milestone", { action: "edited", repository, sender: human }, "no installation"],
    ["milestone", payload("edited", { repository: undefined }), "no repository"],
  ])("%s %j", (event, body, because) => {
    expect(translate(event, body)).toEqual({
      kind: "ignored",
      because: expect.stringContaining(because),
    });
  });

  test.each(["issues", "push", "issue_comment"])("our own %s", (event) => {
    const body = payload("edited", { ...mainBranch, issue: { number: 1 }, sender: ourselves });
    expect(translate(event, body)).toEqual({ kind: "ignored", because: "own write" });
  });

  test.each([
    ["issues", "milestoned"],
    ["issues", "labeled"],
    ["issue_dependencies", "blocked_by_added"],
    ["milestone", "edited"],
  ])("but not %s.%s of a command: who wrote it may have died before looking", (event, action) => {
    const body = payload(action, { issue: { number: 1 }, sender: ourselves });
    expect(translate(event, body).kind).toBe("sync");
  });

  test.each([
    ["another bot", { type: "Bot", login: "dependabot[bot]" }],
    ["a person of the same name", { type: "User", login: "milepost[bot]" }],
    ["a ghost", undefined],
  ])("but not the write of %s", (_name, sender) => {
    expect(translate("milestone", payload("edited", { sender })).kind).toBe("sync");
  });
});

test("an installation whose repositories are not listed is listed through the API", () => {
  for (const action of ["created", "unsuspend", "new_permissions_accepted"]) {
    expect(translate("installation", payload(action))).toEqual({
      kind: "sync-installation",
      installation: expect.any(Number),
    });
  }
});
