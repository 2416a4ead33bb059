import { afterEach, beforeEach, describe, expect, test } from "#test";
import { REPO, startWorkshop, type Workshop } from "./app-client.ts";

const HOME = `/repos/${REPO}/issues`;
const RECEIPT = `query($ids:[ID!]!){nodes(ids:$ids){... on IssueComment{
  databaseId fullDatabaseId body author{login __typename} editor{login} createdAt lastEditedAt
  viewerDidAuthor isMinimized minimizedReason viewerCanMinimize viewerCanUnminimize
  userContentEdits(first:5){nodes{editedAt editor{login} diff}}
  reactionGroups{content createdAt viewerHasReacted reactors(first:3){totalCount}}
  reactions(last:5,content:ROCKET){totalCount viewerHasReacted nodes{databaseId content createdAt user{login}
    reactable{id}}}}
  ... on Issue{fullDatabaseId userContentEdits(last:1){nodes{diff}} reactions(first:5){nodes{content}}}}}`;

describe("comments and their receipts", () => {
  let shop: Workshop;
  beforeEach(async () => {
    shop = await startWorkshop(({ world }) => {
      for (const title of ["One", "Two"]) world.as("writer").createIssue(REPO, { title });
    });
  });
  afterEach(() => shop.stop());
  const read = async (...ids: string[]) => (await shop.graphql(RECEIPT, { ids })).data.nodes;
  const mutate = (name: string, input: string, fields: string, id: string) =>
    shop.graphql(`mutation($id:ID!){${name}(input:{${input}}){${fields}}}`, { id });

  test("a comment tells who wrote it, who changed it last, and what it said before", async () => {
    const { id, nodeId } = shop.world.as("admin").comment(REPO, 1, "/close");
    shop.sandbox.clock.advance({ seconds: 60 });
    shop.world.as("writer").editComment(REPO, id, "/reopen");
    const [comment] = await read(nodeId);
    expect(comment).toMatchObject({
      ...{ databaseId: id, fullDatabaseId: String(id), body: "/reopen", viewerDidAuthor: false },
      ...{ author: { login: "admin", __typename: "User" }, editor: { login: "writer" } },
      lastEditedAt: shop.sandbox.clock.iso(),
    });
    expect(comment.userContentEdits.nodes).toEqual([
      { editedAt: comment.lastEditedAt, editor: { login: "writer" }, diff: "/reopen" },
      { editedAt: comment.createdAt, editor: { login: "admin" }, diff: "/close" },
    ]);
  });

  test("an edit is newer than the receipt before it, a receipt set anew is newer than the edit", async () => {
    const { id, nodeId } = shop.world.as("admin").comment(REPO, 1, "/close");
    const path = `${HOME}/comments/${id}/reactions`;
    const first = await shop.rest("POST", path, { content: "rocket" });
    shop.world.as("admin").editComment(REPO, id, "/close please");
    const [edited] = await read(nodeId);
    expect(edited.reactions.nodes).toMatchObject([
      { databaseId: first.json.id, content: "ROCKET", user: null, reactable: { id: nodeId } },
    ]);
    expect(edited.reactions.nodes[0].createdAt < edited.lastEditedAt).toBe(true);
    const again = await shop.rest("POST", path, { content: "rocket" });
    expect([again.status, again.json.created_at]).toEqual([200, first.json.created_at]);
    expect((await shop.rest("DELETE", `${path}/${first.json.id}`)).status).toBe(204);
    const anew = await shop.rest("POST", path, { content: "rocket" });
    expect([anew.status, anew.json.created_at > edited.lastEditedAt]).toEqual([201, true]);
  });

  test("nobody takes another's reaction away", async () => {
    const comment = shop.world.as("admin").comment(REPO, 1, "x");
    shop.world.as("reader").react(comment, "rocket");
    const id = comment.reactions[0]?.id;
    const path = `${HOME}/comments/${comment.id}/reactions/${id}`;
    expect((await shop.rest("DELETE", path)).status).toBe(404);
    const [node] = await read(comment.nodeId);
    expect(node.reactions).toMatchObject({ totalCount: 1, viewerHasReacted: false });
    const rocket = node.reactionGroups.find((one: { content: string }) => one.content === "ROCKET");
    expect(rocket).toMatchObject({ viewerHasReacted: false, reactors: { totalCount: 1 } });
  });

  test("nodes of what is gone are null, the others come all the same", async () => {
    const [kept, gone] = ["a", "b"].map((body) => shop.world.as("admin").comment(REPO, 1, body));
    if (kept === undefined || gone === undefined) throw new Error("no comments");
    shop.world.as("admin").deleteComment(REPO, gone.id);
    const ids = [gone.nodeId, kept.nodeId, shop.world.issue(REPO, 2).nodeId];
    const { data, errors } = await shop.graphql(RECEIPT, { ids });
    expect(data.nodes).toMatchObject([null, { body: "a" }, { reactions: { nodes: [] } }]);
    expect(errors).toMatchObject([{ type: "NOT_FOUND", path: ["nodes", 0] }]);
  });

  test("a comment is hidden for a reason and shown again, moving nothing", async () => {
    const { id, nodeId } = shop.world.as("admin").comment(REPO, 1, "x");
    const { updatedAt } = shop.world.issue(REPO, 1);
    const fields = "minimizedComment{isMinimized minimizedReason}";
    const hidden = await mutate(
      "minimizeComment",
      "subjectId:$id,classifier:OFF_TOPIC",
      fields,
      nodeId,
    );
    expect(hidden.data.minimizeComment.minimizedComment).toEqual({
      ...{ isMinimized: true, minimizedReason: "off-topic" },
    });
    expect((await shop.rest("GET", `${HOME}/comments/${id}`)).json.minimized).toEqual({
      reason: "off-topic",
    });
    await mutate("unminimizeComment", "subjectId:$id", "unminimizedComment{isMinimized}", nodeId);
    const [shown] = await read(nodeId);
    expect(shown).toMatchObject({
      isMinimized: false,
      minimizedReason: null,
      viewerCanMinimize: true,
    });
    expect(shop.world.issue(REPO, 1).updatedAt).toBe(updatedAt);
    shop.world.as("writer").minimizeComment(REPO, id, "outdated");
    expect((await read(nodeId))[0].minimizedReason).toBe("outdated");
    expect(() => shop.world.as("triager").minimizeComment(REPO, id, null)).toThrow('needs "write"');
    expect(await shop.events()).toEqual(["issue_comment.created"]);
  });

  test("a locked conversation takes no comment and no reaction of an App, over both APIs", async () => {
    const comment = shop.world.as("admin").comment(REPO, 1, "x");
    shop.world.as("admin").lockIssue(REPO, 1);
    const said = await shop.rest("POST", `${HOME}/1/comments`, { body: "y" });
    expect([said.status, said.json.message]).toEqual([
      ...[403, "Unable to create comment because issue is locked."],
    ]);
    const path = `${HOME}/comments/${comment.id}/reactions`;
    expect((await shop.rest("POST", path, { content: "eyes" })).status).toBe(403);
    const input = "subjectId:$id,content:EYES";
    const reacted = await mutate("addReaction", input, "reaction{content}", comment.nodeId);
    expect(reacted.errors[0]).toMatchObject({
      ...{ type: "FORBIDDEN", path: ["addReaction"] },
      message: "planner[bot] does not have the correct permissions to execute `AddReaction`",
    });
    expect(() => shop.world.as("writer").react(comment, "eyes")).toThrow("locked");
    expect(comment.reactions).toHaveLength(0);
  });

  test("an archived repository takes neither comment nor reaction, change nor deletion", async () => {
    const comment = shop.world.as("admin").comment(REPO, 1, "x");
    shop.world.as("acme").archiveRepository(REPO);
    const calls = [
      ["POST", `${HOME}/1/comments`, { body: "y" }],
      ["POST", `${HOME}/1/reactions`, { content: "eyes" }],
      ["PATCH", `${HOME}/comments/${comment.id}`, { body: "y" }],
      ["DELETE", `${HOME}/comments/${comment.id}`],
    ] as const;
    for (const [method, path, body] of calls) {
      const { status, json } = await shop.rest(method, path, body);
      expect([path, status, json.message]).toEqual([
        ...[path, 403, "Repository was archived so is read-only."],
      ]);
    }
    const add = await mutate(
      "addComment",
      'subjectId:$id,body:"y"',
      "subject{id}",
      comment.issue.nodeId,
    );
    expect(add.errors[0].message).toBe("Repository was archived so is read-only.");
  });

  test("comments of all issues come by id, or by change in the order asked for, since a time", async () => {
    const writer = shop.world.as("writer");
    const [a, b, c] = [1, 2, 1].map((number) => writer.comment(REPO, number, `on ${number}`).id);
    const from = shop.sandbox.clock.iso();
    shop.sandbox.clock.advance({ seconds: 60 });
    writer.editComment(REPO, a ?? 0, "changed");
    const ids = async (query: string) => {
      const { json } = await shop.rest("GET", `${HOME}/comments${query}`);
      return json.map(({ id }: { id: number }) => id);
    };
    expect(await ids("")).toEqual([a, b, c]);
    expect(await ids("?direction=desc")).toEqual([a, b, c]);
    expect(await ids("?sort=created&direction=desc")).toEqual([c, b, a]);
    expect(await ids("?sort=updated&direction=asc")).toEqual([b, c, a]);
    expect(await ids(`?sort=updated&direction=desc&since=${from}`)).toEqual([a, c]);
    expect(await ids("?per_page=1&page=3")).toEqual([c]);
    expect((await shop.rest("GET", `${HOME}/comments?since=whenever`)).status).toBe(422);
  });

  test("an App's comment is its own, and its edits and deletion are told", async () => {
    const made = await shop.rest("POST", `${HOME}/1/comments`, { body: "Hello" });
    const [mine] = await read(made.json.node_id);
    expect(mine).toMatchObject({ viewerDidAuthor: true, author: { __typename: "Bot" } });
    const path = `${HOME}/comments/${made.json.id}`;
    const changed = await shop.rest("PATCH", path, { body: "Hello again" });
    expect(changed.json.body).toBe("Hello again");
    expect((await shop.rest("DELETE", path)).status).toBe(204);
    expect((await shop.rest("GET", path)).status).toBe(404);
    expect(await shop.events()).toEqual([
      ...["issue_comment.created", "issue_comment.edited", "issue_comment.deleted"],
    ]);
  });

  test("reactions of an issue are listed by kind, one per person and kind", async () => {
    const issue = shop.world.issue(REPO, 1);
    for (const login of ["reader", "writer"]) shop.world.as(login).react(issue, "heart");
    shop.world.as("reader").react(issue, "heart");
    shop.world.as("reader").react(issue, "eyes");
    const list = async (query: string) =>
      (await shop.rest("GET", `${HOME}/1/reactions${query}`)).json;
    expect(await list("")).toHaveLength(3);
    expect(
      (await list("?content=heart")).map((one: { user: { login: string } }) => one.user.login),
    ).toEqual(["reader", "writer"]);
    expect((await shop.rest("GET", `${HOME}/1`)).json.reactions).toMatchObject({
      ...{ total_count: 3, heart: 2, eyes: 1, "+1": 0 },
    });
  });
});
