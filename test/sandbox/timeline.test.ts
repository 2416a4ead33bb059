import { afterEach, beforeEach, describe, expect, test } from "#test";
import { REPO, startWorkshop, type Workshop } from "./app-client.ts";

/** Per event: the timeline's name for it, its own fields, and what they say after `live`. */
const EVENTS = [
  ["LABELED", "label{name} labelable{__typename}", { label: { name: "bug" } }],
  ["UNLABELED", "label{name}", { label: { name: "bug" } }],
  ["ASSIGNED", "assignee{... on User{login}} user{login}", { assignee: { login: "reader" } }],
  ["UNASSIGNED", "assignee{... on User{login}}", { assignee: { login: "reader" } }],
  ["MILESTONED", "milestoneTitle subject{__typename}", { milestoneTitle: "M1" }],
  ["DEMILESTONED", "milestoneTitle", { milestoneTitle: "M1" }],
  [
    "CLOSED",
    "stateReason duplicateOf{... on Issue{number}} closer{__typename} url resourcePath",
    { stateReason: "DUPLICATE" },
  ],
  ["REOPENED", "stateReason closable{closed}", { stateReason: "REOPENED" }],
  ["RENAMED_TITLE", "previousTitle currentTitle", { previousTitle: "1", currentTitle: "One" }],
  ["BLOCKED_BY_ADDED", "blockingIssue{number}", { blockingIssue: { number: 2 } }],
  ["BLOCKED_BY_REMOVED", "blockingIssue{number}", { blockingIssue: { number: 2 } }],
  ["BLOCKING_ADDED", "blockedIssue{number}", { blockedIssue: { number: 2 } }],
  ["BLOCKING_REMOVED", "blockedIssue{number}", { blockedIssue: { number: 2 } }],
  ["SUB_ISSUE_ADDED", "subIssue{number}", { subIssue: { number: 2 } }],
  ["SUB_ISSUE_REMOVED", "subIssue{number}", { subIssue: { number: 2 } }],
  ["PARENT_ISSUE_ADDED", "parent{number}", { parent: { number: 3 } }],
  ["PARENT_ISSUE_REMOVED", "parent{number}", { parent: { number: 3 } }],
  [
    "MARKED_AS_DUPLICATE",
    "canonical{... on Issue{number}} isCrossRepository",
    { canonical: { number: 2 } },
  ],
  [
    "CONNECTED",
    "subject{... on PullRequest{number}} source{... on Issue{number}} isCrossRepository",
    { subject: { number: 4 } },
  ],
  ["DISCONNECTED", "subject{... on PullRequest{number}}", { subject: { number: 4 } }],
  [
    "CROSS_REFERENCED",
    "source{... on Issue{number}} willCloseTarget isCrossRepository referencedAt",
    { source: { number: 3 } },
  ],
  [
    "REFERENCED",
    "commit{message} isDirectReference isCrossRepository",
    { commit: { message: "For #1" } },
  ],
  ["ISSUE_TYPE_ADDED", "issueType{name}", { issueType: { name: "Task" } }],
  [
    "ISSUE_TYPE_CHANGED",
    "issueType{name} prevIssueType{name}",
    { prevIssueType: { name: "Task" } },
  ],
  ["ISSUE_TYPE_REMOVED", "issueType{name}", { issueType: { name: "Bug" } }],
  ["PINNED", "issue{number}", { issue: { number: 1 } }],
  ["UNPINNED", "issue{number}", { issue: { number: 1 } }],
  ["LOCKED", "lockReason lockable{locked}", { lockReason: null }],
  ["UNLOCKED", "lockable{locked}", {}],
] as const;

const typeOf = (name: string) =>
  `${name.toLowerCase().replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())}Event`;

describe("an issue's timeline", () => {
  let shop: Workshop;
  beforeEach(async () => {
    shop = await startWorkshop(({ world }) => {
      const writer = world.as("writer");
      for (const title of ["1", "2", "3"]) writer.createIssue(REPO, { title });
      writer.createMilestone(REPO, { title: "M1" });
      writer.push(REPO, { "a.md": "A" }, "Work", "topic");
      writer.createPullRequest(REPO, { title: "P", head: "topic", base: "main" });
    });
  });
  afterEach(() => shop.stop());

  function live(): void {
    const owner = shop.world.as("maintainer");
    owner.addLabels(REPO, 1, ["bug"]);
    owner.removeLabel(REPO, 1, "bug");
    owner.assign(REPO, 1, "reader");
    owner.unassign(REPO, 1, "reader");
    owner.setMilestone(REPO, 1, 1);
    owner.setMilestone(REPO, 1, null);
    owner.editIssue(REPO, 1, { title: "One" });
    for (const type of ["Task", "Bug", null]) owner.setType(REPO, 1, type);
    owner.addBlockedBy(REPO, 1, 2);
    owner.removeBlockedBy(REPO, 1, 2);
    owner.addBlockedBy(REPO, 2, 1);
    owner.removeBlockedBy(REPO, 2, 1);
    owner.addSubIssue(REPO, 1, 2);
    owner.removeSubIssue(REPO, 1, 2);
    owner.addSubIssue(REPO, 3, 1);
    owner.removeSubIssue(REPO, 3, 1);
    owner.linkPullRequest(REPO, 4, 1);
    owner.unlinkPullRequest(REPO, 4, 1);
    owner.comment(REPO, 3, "see #1");
    owner.push(REPO, { "b.md": "B" }, "For #1");
    owner.pinIssue(REPO, 1);
    owner.unpinIssue(REPO, 1);
    owner.lockIssue(REPO, 1);
    owner.unlockIssue(REPO, 1);
    owner.closeIssue(REPO, 1, "duplicate", 2);
    owner.reopenIssue(REPO, 1);
  }
  const items = async (args: string, selection: string, number = 1) => {
    const query = `{repository(owner:"acme",name:"app"){issue(number:${number}){
      timelineItems(${args}){totalCount nodes{__typename ${selection}}}}}}`;
    const { data, errors } = await shop.graphql(query);
    expect(errors).toBeUndefined();
    return data.repository.issue.timelineItems;
  };

  test.each(EVENTS)(
    "has %s with its fields, its time and who did it",
    async (name, fields, says) => {
      live();
      const common = "id createdAt actor{login}";
      const selection = `... on ${typeOf(name)}{${common} ${fields}}`;
      const { nodes } = await items(`last:5,itemTypes:[${name}_EVENT]`, selection);
      expect(nodes).toMatchObject([
        {
          __typename: typeOf(name),
          createdAt: expect.any(String),
          actor: { login: "maintainer" },
          ...says,
        },
      ]);
    },
  );

  test("tells the last ones since a time, of the kinds asked for", async () => {
    const owner = shop.world.as("maintainer");
    owner.addLabels(REPO, 1, ["bug"]);
    shop.sandbox.clock.advance({ days: 1 });
    const since = shop.sandbox.clock.iso();
    for (const label of ["documentation", "enhancement"]) owner.addLabels(REPO, 1, [label]);
    owner.comment(REPO, 1, "talk");
    const selection = "... on LabeledEvent{label{name}} ... on IssueComment{body}";
    const kinds = "itemTypes:[LABELED_EVENT]";
    const recent = await items(`last:1,since:"${since}",${kinds}`, selection);
    expect(recent).toMatchObject({ totalCount: 2, nodes: [{ label: { name: "enhancement" } }] });
    expect((await items(`last:9,${kinds}`, selection)).totalCount).toBe(3);
    const all = await items(`last:2,since:"${since}"`, selection);
    expect(all.nodes).toMatchObject([{ label: { name: "enhancement" } }, { body: "talk" }]);
  });

  test("a linked pull request counts as one that closes the issue, and does when merged", async () => {
    const owner = shop.world.as("maintainer");
    owner.linkPullRequest(REPO, 4, 1);
    owner.editIssue(REPO, 4, { body: "Closes #2" });
    const query = `{repository(owner:"acme",name:"app"){issue(number:1){
      closedByPullRequestsReferences(first:5){nodes{number}}}
      pullRequest(number:4){closingIssuesReferences(first:5){nodes{number}}}}}`;
    const { data } = await shop.graphql(query);
    expect(data.repository.issue.closedByPullRequestsReferences.nodes).toEqual([{ number: 4 }]);
    expect(data.repository.pullRequest.closingIssuesReferences.nodes).toEqual([
      { number: 1 },
      { number: 2 },
    ]);
    expect(await shop.events()).toEqual(["pull_request.edited"]);
    owner.mergePullRequest(REPO, 4);
    expect([1, 2, 3].map((number) => shop.world.issue(REPO, number).state)).toEqual([
      ...["closed", "closed", "open"],
    ]);
  });

  test("the history of a body begins with what it said first", async () => {
    shop.world.as("writer").editIssue(REPO, 1, { body: "two" });
    shop.world.as("admin").editIssue(REPO, 1, { body: "three" });
    const query = `{repository(owner:"acme",name:"app"){issue(number:1){lastEditedAt editor{login}
      userContentEdits(last:2){totalCount nodes{diff editor{login} editedAt}}}}}`;
    const { issue } = (await shop.graphql(query)).data.repository;
    expect(issue).toMatchObject({
      editor: { login: "admin" },
      userContentEdits: { totalCount: 3 },
    });
    expect(issue.userContentEdits.nodes).toMatchObject([
      { diff: "two", editor: { login: "writer" } },
      { diff: "", editor: { login: "writer" }, editedAt: shop.world.issue(REPO, 1).createdAt },
    ]);
  });
});
