import { afterEach, beforeEach, describe, expect, test } from "#test";
import { REPO, startWorkshop, type Workshop } from "./app-client.ts";

const COMMIT = `mutation Write($input:CreateCommitOnBranchInput!){createCommitOnBranch(input:$input){
  clientMutationId commit{oid message author{user{login}}} ref{name target{oid}}}}`;
const base64 = (text: string) => Buffer.from(text).toString("base64");

describe("mutations", () => {
  let shop: Workshop;
  beforeEach(async () => {
    shop = await startWorkshop(({ world }) => {
      for (let count = 1; count <= 6; count += 1)
        world.as("writer").createIssue(REPO, { title: `${count}` });
    });
  });
  afterEach(() => shop.stop());
  const id = (number: number) => shop.world.issue(REPO, number).nodeId;

  function commitInput(fileChanges: object, expectedHeadOid = shop.world.commits(REPO)[0]?.sha) {
    const branch = { repositoryNameWithOwner: REPO, branchName: "main" };
    const message = { headline: "docs: plan", body: "Why" };
    return { input: { branch, expectedHeadOid, message, fileChanges, clientMutationId: "c1" } };
  }

  test("a commit of several files is by the bot and moves the branch", async () => {
    const additions = [
      { path: "plan.md", contents: base64("one\r\n") },
      { path: "docs/a.md", contents: base64("two") },
    ];
    const deletions = [{ path: "README.md" }];
    const { data } = await shop.graphql(COMMIT, commitInput({ additions, deletions }));
    const { commit, ref, clientMutationId } = data.createCommitOnBranch;
    expect(clientMutationId).toBe("c1");
    expect(commit).toMatchObject({
      message: "docs: plan\n\nWhy",
      author: { user: { login: "planner[bot]" } },
    });
    expect(ref).toEqual({ name: "main", target: { oid: commit.oid } });
    expect(shop.world.paths(REPO)).toEqual(["plan.md", "docs/a.md"]);
    expect(shop.world.text(REPO, "plan.md")).toBe("one\r\n");
    expect(shop.sandbox.calls.all().at(-1)).toMatchObject({
      kind: "write",
      name: "mutation Write",
      cost: 1,
      repository: REPO,
    });
  });

  test("a commit from a stale head changes nothing", async () => {
    const stale = shop.world.commits(REPO)[0]?.sha ?? "";
    shop.world.as("writer").push(REPO, { "x.txt": "x" }, "Something else");
    const input = commitInput({ additions: [{ path: "plan.md", contents: "" }] }, stale);
    const { data, errors } = await shop.graphql(COMMIT, input);
    expect(data.createCommitOnBranch).toBeNull();
    expect(errors).toMatchObject([
      {
        type: "STALE_DATA",
        path: ["createCommitOnBranch"],
        message: `Expected branch to point to "${stale}" but it did not. Pull and try again.`,
      },
    ]);
    expect(shop.world.text(REPO, "plan.md")).toBeUndefined();
  });

  test.each([
    ["deleting a missing path", { deletions: [{ path: "missing" }] }, "UNPROCESSABLE"],
    [
      "a path twice",
      {
        additions: [
          { path: "a", contents: "" },
          { path: "a", contents: "" },
        ],
      },
      "UNPROCESSABLE",
    ],
    ["a path that climbs", { additions: [{ path: "../a", contents: "" }] }, "UNPROCESSABLE"],
    [
      "contents that are no base64",
      { additions: [{ path: "a", contents: "%%" }] },
      "UNPROCESSABLE",
    ],
    [
      "a workflow",
      { additions: [{ path: ".github/workflows/ci.yml", contents: "" }] },
      "FORBIDDEN",
    ],
  ])("%s is refused", async (_, fileChanges, type) => {
    const { errors } = await shop.graphql(COMMIT, commitInput(fileChanges));
    expect(errors).toMatchObject([{ type }]);
    expect(shop.world.commits(REPO)).toHaveLength(1);
  });

  test("a protected branch and an archived repository refuse commits, each in its way", async () => {
    const change = { additions: [{ path: "a", contents: "" }] };
    shop.world.protectBranch(REPO, "main");
    const refused = await shop.graphql(COMMIT, commitInput(change));
    expect(refused.errors[0].type).toBe("BRANCH_PROTECTION_RULE_VIOLATION");
    shop.world.as("acme").archiveRepository(REPO);
    const archived = await shop.graphql(COMMIT, commitInput(change));
    expect(archived.errors).toMatchObject([
      { type: "UNPROCESSABLE", message: "Repository was archived so is read-only." },
    ]);
  });

  test("a branch, a commit on it and a pull request", async () => {
    const repositoryId = shop.world.repository(REPO).nodeId;
    const oid = shop.world.commits(REPO)[0]?.sha;
    const made = await shop.graphql(
      'mutation($i:ID!,$o:GitObjectID!){createRef(input:{repositoryId:$i,name:"refs/heads/plan",oid:$o}){ref{id name}}}',
      { i: repositoryId, o: oid },
    );
    const branch = { id: made.data.createRef.ref.id };
    const { input } = commitInput({ additions: [{ path: "plan.md", contents: base64("x") }] });
    expect((await shop.graphql(COMMIT, { input: { ...input, branch } })).errors).toBeUndefined();
    const pull = await shop.graphql(
      'mutation($i:ID!){createPullRequest(input:{repositoryId:$i,title:"Plan",headRefName:"plan",baseRefName:"main"}){pullRequest{number state isDraft}}}',
      { i: repositoryId },
    );
    expect(pull.data.createPullRequest.pullRequest).toEqual({
      number: 7,
      state: "OPEN",
      isDraft: false,
    });
    expect(shop.world.text(REPO, "plan.md")).toBeUndefined();
    shop.world.as("maintainer").mergePullRequest(REPO, 7);
    expect(shop.world.text(REPO, "plan.md")).toBe("x");
  });

  test("three issues can be pinned, a fourth is refused until one is unpinned", async () => {
    const pin = "mutation($id:ID!){pinIssue(input:{issueId:$id}){issue{isPinned}}}";
    for (const number of [1, 2, 3]) {
      expect((await shop.graphql(pin, { id: id(number) })).data.pinIssue.issue.isPinned).toBe(true);
    }
    const { errors } = await shop.graphql(pin, { id: id(4) });
    expect(errors).toMatchObject([{ message: "Maximum 3 pinned issues per repository" }]);
    await shop.graphql("mutation($id:ID!){unpinIssue(input:{issueId:$id}){id}}", { id: id(1) });
    expect((await shop.graphql(pin, { id: id(4) })).errors).toBeUndefined();
    const { data } = await shop.graphql(
      '{repository(owner:"acme",name:"app"){pinnedIssues(first:3){nodes{issue{number}pinnedBy{login}}}}}',
    );
    expect(data.repository.pinnedIssues.nodes.map((pin: { issue: object }) => pin.issue)).toEqual([
      { number: 2 },
      { number: 3 },
      { number: 4 },
    ]);
  });

  test("issues are made, changed, closed as duplicate and reopened", async () => {
    const create =
      "mutation($input:CreateIssueInput!){createIssue(input:$input){issue{id number body viewerDidAuthor author{login __typename}}}}";
    const repositoryId = shop.world.repository(REPO).nodeId;
    const { issue } = (
      await shop.graphql(create, { input: { repositoryId, title: "Plan", body: "b" } })
    ).data.createIssue;
    expect(issue).toMatchObject({
      number: 7,
      viewerDidAuthor: true,
      author: { login: "planner[bot]", __typename: "Bot" },
    });
    const update =
      "mutation($id:ID!,$body:String){updateIssue(input:{id:$id,body:$body}){issue{body title}}}";
    const updated = await shop.graphql(update, { id: issue.id, body: "new" });
    expect(updated.data.updateIssue.issue).toEqual({ body: "new", title: "Plan" });
    const long = await shop.graphql(update, { id: issue.id, body: "x".repeat(65_537) });
    expect(long.errors[0]).toMatchObject({
      type: "UNPROCESSABLE",
      message: "body is too long (maximum is 65536 characters)",
    });
    const close = await shop.graphql(
      "mutation($id:ID!,$of:ID!){closeIssue(input:{issueId:$id,stateReason:DUPLICATE,duplicateIssueId:$of}){issue{state stateReason(enableDuplicate:true) duplicateOf{number}}}}",
      { id: issue.id, of: id(1) },
    );
    expect(close.data.closeIssue.issue).toEqual({
      state: "CLOSED",
      stateReason: "DUPLICATE",
      duplicateOf: { number: 1 },
    });
    const reopen = await shop.graphql(
      "mutation($id:ID!){reopenIssue(input:{issueId:$id}){issue{state stateReason}}}",
      { id: issue.id },
    );
    expect(reopen.data.reopenIssue.issue).toEqual({ state: "OPEN", stateReason: "REOPENED" });
  });

  test("comments and reactions are written, changed and taken back", async () => {
    const add =
      'mutation($id:ID!){addComment(input:{subjectId:$id,body:"Hi"}){commentEdge{node{id databaseId viewerDidAuthor}}}}';
    const { node } = (await shop.graphql(add, { id: id(1) })).data.addComment.commentEdge;
    expect(node.viewerDidAuthor).toBe(true);
    await shop.graphql(
      'mutation($id:ID!){updateIssueComment(input:{id:$id,body:"Hello"}){issueComment{body}}}',
      { id: node.id },
    );
    expect(shop.world.comments(REPO, 1)).toMatchObject([{ body: "Hello" }]);
    const react =
      "mutation($id:ID!){addReaction(input:{subjectId:$id,content:ROCKET}){reaction{content user{login}} reactionGroups{content viewerHasReacted}}}";
    const { addReaction } = (await shop.graphql(react, { id: node.id })).data;
    expect(addReaction.reaction).toEqual({ content: "ROCKET", user: null });
    expect(addReaction.reactionGroups).toContainEqual({
      content: "ROCKET",
      viewerHasReacted: true,
    });
    const query =
      "query($id:ID!){node(id:$id){... on IssueComment{reactions(first:5,content:ROCKET){totalCount viewerHasReacted nodes{createdAt}}}}}";
    expect((await shop.graphql(query, { id: node.id })).data.node.reactions).toMatchObject({
      totalCount: 1,
      viewerHasReacted: true,
    });
    await shop.graphql(
      "mutation($id:ID!){removeReaction(input:{subjectId:$id,content:ROCKET}){reaction{content}}}",
      { id: node.id },
    );
    expect((await shop.graphql(query, { id: node.id })).data.node.reactions.totalCount).toBe(0);
  });

  test("dependencies and sub-issues are added and removed", async () => {
    const pair = { a: id(1), b: id(2) };
    const change = (name: string, field: string) =>
      shop.graphql(
        `mutation($a:ID!,$b:ID!){${name}(input:{issueId:$a,${field}:$b}){issue{
        blockedBy(first:5){nodes{number}} subIssues(first:5){nodes{number}}}}}`,
        pair,
      );
    const two = { nodes: [{ number: 2 }] };
    expect(
      (await change("addBlockedBy", "blockingIssueId")).data.addBlockedBy.issue.blockedBy,
    ).toEqual(two);
    expect((await change("addBlockedBy", "blockingIssueId")).errors[0].type).toBe("UNPROCESSABLE");
    expect(
      (await change("removeBlockedBy", "blockingIssueId")).data.removeBlockedBy.issue.blockedBy
        .nodes,
    ).toEqual([]);
    expect((await change("addSubIssue", "subIssueId")).data.addSubIssue.issue.subIssues).toEqual(
      two,
    );
    expect(
      (await change("removeSubIssue", "subIssueId")).data.removeSubIssue.issue.subIssues.nodes,
    ).toEqual([]);
  });
});
