import { afterAll, beforeAll, describe, expect, test } from "#test";
import { REPO, startWorkshop, type Workshop } from "./app-client.ts";

const ISSUES_PAGE = `query($owner:String!,$name:String!,$after:String,$since:DateTime){
  rateLimit{cost limit remaining used resetAt nodeCount}
  repository(owner:$owner,name:$name){
    hasIssuesEnabled isArchived isDisabled isPrivate
    defaultBranchRef{name target{oid}}
    all:issues{totalCount}
    issues(first:100,after:$after,states:[OPEN,CLOSED],orderBy:{field:UPDATED_AT,direction:ASC},filterBy:{since:$since}){
      totalCount pageInfo{hasNextPage endCursor}
      nodes{ id databaseId number title body url state stateReason(enableDuplicate:true) createdAt updatedAt closedAt lastEditedAt isPinned
        author{login __typename} authorAssociation
        duplicateOf{number repository{nameWithOwner}} issueType{name}
        parent{number repository{nameWithOwner}} milestone{number title}
        subIssuesSummary{total completed percentCompleted}
        issueDependenciesSummary{blockedBy totalBlockedBy blocking totalBlocking}
        labels(first:20){totalCount nodes{id name}} assignees(first:10){totalCount nodes{login}}
        blockedBy(first:20){totalCount nodes{number title state stateReason repository{nameWithOwner isPrivate}}}
        closedByPullRequestsReferences(first:5,includeClosedPrs:false){nodes{number state isDraft}}
        timelineItems(last:20,itemTypes:[MILESTONED_EVENT,DEMILESTONED_EVENT]){totalCount nodes{__typename
          ... on MilestonedEvent{createdAt milestoneTitle actor{login}}
          ... on DemilestonedEvent{createdAt milestoneTitle actor{login}}}}}}}}`;
const WHERE = { owner: "acme", name: "app" };

describe("GraphQL", () => {
  let shop: Workshop;
  beforeAll(async () => {
    shop = await startWorkshop(({ world }) => {
      const writer = world.as("writer");
      writer.createMilestone(REPO, { title: "Before" });
      for (let count = 1; count <= 250; count += 1) writer.createIssue(REPO, { title: `${count}` });
    });
  });
  afterAll(() => shop.stop());

  test("a page of a hundred issues with everything costs 5 points", async () => {
    const mark = shop.sandbox.calls.mark();
    const { data, errors } = await shop.graphql(ISSUES_PAGE, WHERE);
    expect(errors).toBeUndefined();
    expect(data.rateLimit).toMatchObject({ cost: 5, nodeCount: 7600, limit: 5000 });
    expect(shop.sandbox.calls.since(mark)).toMatchObject([
      { kind: "read", cost: 5, repository: REPO },
    ]);
  });

  test("pages lead to every issue once, even when one changes between pages", async () => {
    const numbers: number[] = [];
    let after: string | null = null;
    for (let isMore = true; isMore; ) {
      const { data } = await shop.graphql(ISSUES_PAGE, { ...WHERE, after });
      const { nodes, pageInfo } = data.repository.issues;
      numbers.push(...nodes.map((issue: { number: number }) => issue.number));
      if (after === null) shop.world.as("writer").comment(REPO, 3, "moves to the end");
      after = pageInfo.endCursor;
      isMore = pageInfo.hasNextPage;
    }
    expect(new Set(numbers).size).toBe(250);
    expect(numbers.at(-1)).toBe(3);
    expect(numbers).toHaveLength(251);
  });

  test("since reads only what changed", async () => {
    shop.sandbox.clock.advance({ days: 1 });
    const since = shop.sandbox.clock.iso();
    shop.world.as("triager").setMilestone(REPO, 5, 1);
    const { data } = await shop.graphql(ISSUES_PAGE, { ...WHERE, since });
    expect(data.repository.issues.nodes.map(({ number }: { number: number }) => number)).toEqual([
      5,
    ]);
  });

  test("a milestone event keeps the title of its time", async () => {
    shop.world.as("writer").editMilestone(REPO, 1, { title: "After" });
    const query = `{repository(owner:"acme",name:"app"){issue(number:5){milestone{title}
      timelineItems(first:5,itemTypes:[MILESTONED_EVENT]){nodes{... on MilestonedEvent{milestoneTitle}}}}}}`;
    const { issue } = (await shop.graphql(query)).data.repository;
    expect(issue.milestone.title).toBe("After");
    expect(issue.timelineItems.nodes).toEqual([{ milestoneTitle: "Before" }]);
  });

  test("a query that does not fit GitHub's schema fails with HTTP 200", async () => {
    const { errors } = await shop.graphql('{repository(owner:"a",name:"b"){nonsense}}');
    expect(errors[0]).toMatchObject({
      message: "Field 'nonsense' doesn't exist on type 'Repository'",
      extensions: { code: "undefinedField" },
    });
    expect((await shop.graphql("{")).errors).toHaveLength(1);
    const unbounded = await shop.graphql(
      '{repository(owner:"acme",name:"app"){issues{nodes{id}}}}',
    );
    expect(unbounded.errors[0].message).toContain("You must provide a `first` or `last`");
    const large = await shop.graphql(
      '{repository(owner:"acme",name:"app"){issues(first:101){nodes{id}}}}',
    );
    expect(large.errors[0].type).toBe("EXCESSIVE_PAGINATION");
  });

  test("a field of the schema that the sandbox lacks is an error that names it", async () => {
    const { errors } = await shop.graphql(
      '{repository(owner:"acme",name:"app"){codeOfConduct{body}}}',
    );
    expect(errors[0].message).toBe("sandbox: Repository.codeOfConduct is not implemented");
  });

  test("files come with their size, text and kind; binary ones without text", async () => {
    shop.world
      .as("writer")
      .push(REPO, { "a/b.md": "é\r\n", "a/c.bin": Uint8Array.of(0, 255) }, "Add");
    shop.world.as("writer").push(REPO, { "a/link": { mode: "120000", content: "b.md" } }, "Link");
    const query = `{repository(owner:"acme",name:"app"){
      text:object(expression:"HEAD:a/b.md"){... on Blob{oid byteSize isBinary isTruncated text}}
      bin:object(expression:"main:a/c.bin"){... on Blob{byteSize isBinary text}}
      dir:object(expression:"main:a"){... on Tree{entries{name mode type path}}}
      none:object(expression:"main:nothing"){oid}}}`;
    const { text, bin, dir, none } = (await shop.graphql(query)).data.repository;
    expect(text).toMatchObject({ byteSize: 4, isBinary: false, isTruncated: false, text: "é\r\n" });
    expect(bin).toEqual({ byteSize: 2, isBinary: true, text: null });
    expect(
      dir.entries.map((entry: { name: string; mode: number }) => [entry.name, entry.mode]),
    ).toEqual([
      ["b.md", 0o100644],
      ["c.bin", 0o100644],
      ["link", 0o120000],
    ]);
    expect(none).toBeNull();
  });

  test("history is filtered by path and author", async () => {
    const query = `query($path:String,$emails:[String!]){repository(owner:"acme",name:"app"){defaultBranchRef{target{... on Commit{
      history(first:5,path:$path,author:{emails:$emails}){nodes{message author{email user{login}}}}}}}}}`;
    const emails = [shop.world.issue(REPO, 1).author.email];
    const read = async (path: string) =>
      (await shop.graphql(query, { path, emails })).data.repository.defaultBranchRef.target.history
        .nodes;
    expect(await read("a/link")).toEqual([
      { message: "Link", author: { email: emails[0], user: { login: "writer" } } },
    ]);
    expect(await read("README.md")).toEqual([]);
  });

  test("nodes of several kinds come at once, unknown ones as null with an error", async () => {
    const ids = [shop.world.issue(REPO, 1).nodeId, "I_unknown"];
    const { data, errors } = await shop.graphql(
      "query($ids:[ID!]!){nodes(ids:$ids){id __typename}}",
      { ids },
    );
    expect(data.nodes).toEqual([{ id: ids[0], __typename: "Issue" }, null]);
    expect(errors[0]).toMatchObject({ type: "NOT_FOUND", path: ["nodes", 1] });
  });

  test("a private blocker outside the installation is counted, not shown", async () => {
    shop.world.createRepository({ owner: "acme", name: "hidden", isPrivate: true });
    shop.world.as("admin").createIssue("acme/hidden", { title: "Secret" });
    shop.world.as("admin").addBlockedBy(REPO, 20, { repo: "acme/hidden", number: 1 });
    const query = `{repository(owner:"acme",name:"app"){issue(number:20){
      issueDependenciesSummary{blockedBy} blockedBy(first:5){totalCount nodes{title}}}}}`;
    const { issue } = (await shop.graphql(query)).data.repository;
    expect(issue).toEqual({
      issueDependenciesSummary: { blockedBy: 1 },
      blockedBy: { totalCount: 1, nodes: [] },
    });
  });

  test("an issue's body has a history too, with what the App wrote over", async () => {
    const { nodeId } = shop.world.issue(REPO, 9);
    const read = `query($id:ID!){node(id:$id){... on Issue{lastEditedAt editor{login}
      userContentEdits(first:5){totalCount nodes{diff editedAt editor{login}}}}}}`;
    const before = (await shop.graphql(read, { id: nodeId })).data.node;
    expect(before).toMatchObject({ lastEditedAt: null, userContentEdits: { totalCount: 0 } });
    shop.world.as("writer").editIssue(REPO, 9, { body: "a person's" });
    await shop.rest("PATCH", `/repos/${REPO}/issues/9`, { body: "the App's" });
    const { node } = (await shop.graphql(read, { id: nodeId })).data;
    const { editedAt } = node.userContentEdits.nodes[0];
    expect(node).toMatchObject({ lastEditedAt: editedAt, editor: { login: "planner[bot]" } });
    expect(
      node.userContentEdits.nodes.map((edit: { diff: string; editor: { login: string } }) => [
        edit.diff,
        edit.editor.login,
      ]),
    ).toEqual([
      ["the App's", "planner[bot]"],
      ["a person's", "writer"],
      ["", "writer"],
    ]);
  });

  test("an edit shows in the text's history, newest first", async () => {
    const { nodeId } = shop.world.as("writer").comment(REPO, 8, "one");
    const { comments } = shop.world.issue(REPO, 8);
    shop.world.as("maintainer").editComment(REPO, comments[0]?.id ?? 0, "two");
    const query = `query($id:ID!){node(id:$id){... on IssueComment{lastEditedAt author{login} editor{login}
      userContentEdits(first:5){nodes{diff editor{login}}}}}}`;
    const { node } = (await shop.graphql(query, { id: nodeId })).data;
    expect(node.editor.login).toBe("maintainer");
    expect(node.userContentEdits.nodes).toEqual([
      { diff: "two", editor: { login: "maintainer" } },
      { diff: "one", editor: { login: "writer" } },
    ]);
  });
});
