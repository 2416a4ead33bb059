import { afterEach, beforeEach, describe, expect, test } from "#test";
import { REPO, startWorkshop, type Workshop } from "./app-client.ts";

const HOME = `/repos/${REPO}`;
const base64 = (text: string) => Buffer.from(text).toString("base64");

describe("branches and pull requests", () => {
  let shop: Workshop;
  beforeEach(async () => {
    shop = await startWorkshop(({ world }) => {
      const writer = world.as("writer");
      writer.createIssue(REPO, { title: "Planned" });
      writer.push(REPO, { "a.md": "one\ntwo\n", "gone.md": "x\n" }, "Begin");
      writer.push(
        REPO,
        { "a.md": "one\nzwei\n", "new.md": "n\n", "gone.md": null },
        "Work",
        "topic",
      );
    });
  });
  afterEach(() => shop.stop());
  const head = (branch = "main") => shop.world.commits(REPO, branch)[0]?.sha ?? "";
  const open = async (body: object = {}) =>
    shop.rest("POST", `${HOME}/pulls`, { title: "T", head: "topic", base: "main", ...body });
  const list = async (query: string) => {
    const { json } = await shop.rest("GET", `${HOME}/pulls${query}`);
    return json.map(({ number }: { number: number }) => number);
  };

  test("falling back from a protected branch: a branch, commits on it, a pull request, found again", async () => {
    shop.world.addRuleset(REPO, { rules: [{ type: "pull_request" }] });
    const { nodeId } = shop.world.repository(REPO);
    const commit = (branchName: string, text: string) =>
      shop.graphql(
        "mutation($input:CreateCommitOnBranchInput!){createCommitOnBranch(input:$input){commit{oid}}}",
        {
          input: {
            ...{
              branch: { repositoryNameWithOwner: REPO, branchName },
              message: { headline: "docs" },
            },
            ...{ expectedHeadOid: head(branchName) },
            fileChanges: { additions: [{ path: "plan.md", contents: base64(text) }] },
          },
        },
      );
    expect((await commit("main", "1")).errors[0].message).toMatch(/^Repository rule violations/);
    const ref = { ref: "refs/heads/plan/docs", sha: head() };
    expect((await shop.rest("POST", `${HOME}/git/refs`, ref)).status).toBe(201);
    expect((await commit("plan/docs", "1")).errors).toBeUndefined();
    const made = await shop.graphql(
      `mutation($id:ID!){createPullRequest(input:{repositoryId:$id,title:"Plan",
        headRefName:"plan/docs",baseRefName:"main"}){pullRequest{id number headRefOid baseRefOid}}}`,
      { id: nodeId },
    );
    const { pullRequest } = made.data.createPullRequest;
    expect(pullRequest).toMatchObject({ headRefOid: head("plan/docs"), baseRefOid: head() });
    expect(await list("?head=acme:plan/docs&base=main")).toEqual([pullRequest.number]);
    expect((await commit("plan/docs", "2")).errors).toBeUndefined();
    const again = await shop.rest("GET", `${HOME}/pulls/${pullRequest.number}`);
    expect(again.json.head.sha).toBe(head("plan/docs"));
    shop.world.as("maintainer").mergePullRequest(REPO, pullRequest.number);
    expect(shop.world.text(REPO, "plan.md")).toBe("2");
    expect(await list("?head=acme:plan/docs&state=open")).toEqual([]);
  });

  test("a pull request's branch that is refused too says so", async () => {
    shop.world.addRuleset(REPO, { branches: ["plan/**"], rules: [{ type: "creation" }] });
    const ref = { ref: "refs/heads/plan/docs", sha: head() };
    const { status, json } = await shop.rest("POST", `${HOME}/git/refs`, ref);
    expect([status, json.message]).toEqual([
      422,
      expect.stringContaining("creations being restricted"),
    ]);
  });

  test("an opened pull request and each push to it are told with their commits", async () => {
    const before = head("topic");
    await open();
    const pushed = shop.world.as("writer").push(REPO, { "b.md": "B" }, "More", "topic").sha;
    expect(await shop.events()).toEqual([
      "pull_request.opened",
      "push",
      "pull_request.synchronize",
    ]);
    const [opened, , moved] = shop.hooks.received.map(({ payload }) => payload);
    expect(opened.pull_request).toMatchObject({
      ...{ head: { ref: "topic", sha: before }, base: { ref: "main", sha: head() } },
    });
    expect(moved).toMatchObject({ before, after: pushed, pull_request: { head: { sha: pushed } } });
    shop.world.as("writer").push(REPO, { "c.md": "C" }, "Elsewhere");
    expect((await shop.events()).slice(3)).toEqual(["push"]);
  });

  test("without commits, without branch, or a second time, none is opened", async () => {
    const field = async (body: object) => {
      const { status, json } = await open(body);
      return [status, json.errors[0].field, json.errors[0].message];
    };
    expect(await field({ head: "none" })).toEqual([422, "head", undefined]);
    expect(await field({ base: "none" })).toEqual([422, "base", undefined]);
    expect(await field({ head: "main" })).toEqual([
      ...[422, "base", "No commits between main and main"],
    ]);
    const id = shop.world.repository(REPO).nodeId;
    const { errors } = await shop.graphql(
      `mutation($id:ID!){createPullRequest(input:{repositoryId:$id,title:"T",headRefName:"none",
        baseRefName:"main"}){pullRequest{id}}}`,
      { id },
    );
    expect(errors[0]).toMatchObject({
      ...{ type: "UNPROCESSABLE", message: expect.stringContaining("Head ref must be a branch") },
    });
    await open({ head: "acme:topic" });
    expect(await field({})).toEqual([
      ...[422, "head", "A pull request already exists for acme:topic."],
    ]);
  });

  test("pull requests are listed by head, base and state, in the order asked for", async () => {
    const writer = shop.world.as("writer");
    writer.push(REPO, { "b.md": "B" }, "Other", "other");
    writer.push(REPO, { "c.md": "C" }, "Stable", "stable");
    const first = (await open()).json.number;
    const second = (await open({ head: "other" })).json.number;
    const third = (await open({ head: "other", base: "stable" })).json.number;
    shop.world.as("writer").closeIssue(REPO, second);
    expect(await list("")).toEqual([third, first]);
    expect(await list("?state=all&direction=asc")).toEqual([first, second, third]);
    expect(await list("?base=stable")).toEqual([third]);
    expect(await list("?head=acme:topic")).toEqual([first]);
    expect(await list("?head=someone:topic")).toEqual([]);
    expect(await list("?head=topic")).toEqual([third, first]);
    expect(await list("?state=closed")).toEqual([second]);
  });

  test("a pull request is changed, closed and opened again over both APIs", async () => {
    const { json } = await open();
    const path = `${HOME}/pulls/${json.number}`;
    const changed = await shop.rest("PATCH", path, { title: "New", body: "Closes #1" });
    expect(changed.json).toMatchObject({ title: "New", body: "Closes #1" });
    expect((await shop.rest("PATCH", path, { state: "closed" })).json.state).toBe("closed");
    const mutate = async (name: string, id: string) =>
      shop.graphql(
        `mutation($id:ID!){${name}(input:{pullRequestId:$id}){pullRequest{state title}}}`,
        { id },
      );
    const reopened = await mutate("reopenPullRequest", json.node_id);
    expect(reopened.data.reopenPullRequest.pullRequest).toEqual({ state: "OPEN", title: "New" });
    const closed = await mutate("closePullRequest", json.node_id);
    expect(closed.data.closePullRequest.pullRequest.state).toBe("CLOSED");
    const issue = await mutate("closePullRequest", shop.world.issue(REPO, 1).nodeId);
    expect(issue.errors[0].type).toBe("NOT_FOUND");
    expect((await shop.events()).slice(1)).toEqual([
      ...[
        "pull_request.edited",
        "pull_request.closed",
        "pull_request.reopened",
        "pull_request.closed",
      ],
    ]);
  });

  test("another base is another comparison, and only the default branch closes issues", async () => {
    const { json } = await open({ body: "Closes #1" });
    shop.world.as("writer").push(REPO, { "c.md": "C" }, "Stable", "stable");
    const path = `${HOME}/pulls/${json.number}`;
    expect((await shop.rest("PATCH", path, { base: "stable" })).json.base.ref).toBe("stable");
    expect(shop.world.issue(REPO, 1).linkedPulls.size).toBe(1);
    shop.world.as("writer").mergePullRequest(REPO, json.number);
    expect(shop.world.text(REPO, "new.md", "stable")).toBe("n\n");
    expect(shop.world.text(REPO, "new.md")).toBeUndefined();
  });

  test("deleting its branch closes a pull request, which then cannot be opened again", async () => {
    const { json } = await open();
    expect((await shop.rest("DELETE", `${HOME}/git/refs/heads/topic`)).status).toBe(204);
    const path = `${HOME}/pulls/${json.number}`;
    const closed = await shop.rest("GET", path);
    expect(closed.json).toMatchObject({ state: "closed", head: { sha: json.head.sha } });
    const { status, json: refused } = await shop.rest("PATCH", path, { state: "open" });
    expect([status, refused.message]).toEqual([
      ...[422, "state cannot be changed. The topic branch has been deleted."],
    ]);
    expect(await shop.events()).toEqual(["pull_request.opened", "push", "pull_request.closed"]);
  });

  test("the files of a pull request are those it changes since it left its base", async () => {
    shop.world.as("writer").push(REPO, { "later.md": "later" }, "On main, afterwards");
    const { json } = await open();
    const files = await shop.rest("GET", `${HOME}/pulls/${json.number}/files`);
    expect(files.json).toMatchObject([
      { filename: "a.md", status: "modified", additions: 1, deletions: 1, changes: 2 },
      { filename: "gone.md", status: "removed", additions: 0, deletions: 1 },
      { filename: "new.md", status: "added", additions: 1, patch: "@@ -0,0 +1 @@\n+n" },
    ]);
    expect(files.json[0].patch).toBe("@@ -1,2 +1,2 @@\n one\n-two\n+zwei");
    expect(json).toMatchObject({ changed_files: 3, additions: 2, deletions: 2 });
    const query = `{repository(owner:"acme",name:"app"){pullRequest(number:${json.number}){
      changedFiles files(first:9){nodes{path changeType additions}}}}}`;
    const { pullRequest } = (await shop.graphql(query)).data.repository;
    expect(pullRequest.files.nodes.map((file: { changeType: string }) => file.changeType)).toEqual([
      ...["MODIFIED", "DELETED", "ADDED"],
    ]);
  });

  test("references are made once, moved forward or by force, matched, and deleted", async () => {
    const refs = `${HOME}/git/refs`;
    const body = { ref: "refs/heads/topic", sha: head() };
    expect((await shop.rest("POST", refs, body)).json.message).toBe("Reference already exists");
    const unknown = { ref: "refs/heads/x", sha: "0".repeat(40) };
    expect((await shop.rest("POST", refs, unknown)).json.message).toBe("Object does not exist");
    expect((await shop.rest("POST", refs, { ...body, ref: "plan" })).status).toBe(422);
    const back = await shop.rest("PATCH", `${refs}/heads/topic`, { sha: head() });
    expect(back.json.message).toBe("Update is not a fast forward");
    const forced = { sha: head(), force: true };
    const moved = await shop.rest("PATCH", `${refs}/heads/topic`, forced);
    expect(moved.json.object.sha).toBe(head());
    const matching = await shop.rest("GET", `${HOME}/git/matching-refs/heads/to`);
    expect(matching.json.map(({ ref }: { ref: string }) => ref)).toEqual(["refs/heads/topic"]);
    expect((await shop.rest("DELETE", `${refs}/heads/topic`)).status).toBe(204);
    const gone = await shop.rest("DELETE", `${refs}/heads/topic`);
    expect([gone.status, gone.json.message]).toEqual([422, "Reference does not exist"]);
  });
});

describe("writing one file", () => {
  let shop: Workshop;
  beforeEach(async () => {
    shop = await startWorkshop();
  });
  afterEach(() => shop.stop());
  const put = (path: string, body: object = {}) =>
    shop.rest("PUT", `${HOME}/contents/${path}`, {
      message: "docs",
      content: base64("x"),
      ...body,
    });
  const sha = () => shop.world.commits(REPO)[0]?.files.get("README.md")?.sha;

  test("a new file is made with or without a sha, an old one is changed with the sha it has", async () => {
    const made = await put("docs/plan.md", { sha: "f".repeat(40) });
    expect([made.status, made.json.content.path]).toEqual([201, "docs/plan.md"]);
    const changed = await put("README.md", { sha: sha() });
    expect([changed.status, shop.world.text(REPO, "README.md")]).toEqual([200, "x"]);
    expect(changed.json.commit).toMatchObject({
      message: "docs",
      author: { name: "planner[bot]" },
    });
    expect(await shop.events()).toEqual(["push", "push"]);
  });

  test("a wrong sha is a conflict, a missing one is invalid; neither writes", async () => {
    const stale = "deadbeef";
    const wrong = await put("README.md", { sha: stale });
    expect([wrong.status, wrong.json.message]).toEqual([
      ...[409, "README.md does not match deadbeef"],
    ]);
    const missing = await put("README.md");
    expect([missing.status, missing.json.message]).toEqual([
      ...[422, 'Invalid request.\n\n"sha" wasn\'t supplied.'],
    ]);
    expect(shop.world.commits(REPO)).toHaveLength(1);
  });

  test("rules on the branch are conflicts here", async () => {
    shop.world.protectBranch(REPO, "main");
    const words = "Could not create file: Changes must be made through a pull request.";
    const classic = await put("a.md");
    expect([classic.status, classic.json.message]).toEqual([409, words]);
    shop.world.as("writer").push(REPO, {}, "Branch", "topic");
    shop.world.addRuleset(REPO, { branches: ["topic"], rules: [{ type: "update" }] });
    const ruled = await put("a.md", { branch: "topic" });
    expect([ruled.status, ruled.json.message]).toEqual([
      ...[409, expect.stringContaining("Repository rule violations found")],
    ]);
  });

  test("a branch that is not there, contents that are no base64, workflows and bad paths are refused", async () => {
    const none = await put("a.md", { branch: "none", sha: "x" });
    expect([none.status, none.json.message]).toEqual([404, "Branch none not found"]);
    expect((await put("a.md", { content: "%%" })).status).toBe(422);
    expect((await put(".github/workflows/ci.yml")).status).toBe(403);
    expect((await put("a//b.md")).status).toBe(422);
    expect(shop.world.commits(REPO)).toHaveLength(1);
  });

  test("a file is deleted with the sha it has", async () => {
    const path = `${HOME}/contents/README.md`;
    const drop = (body: object) => shop.rest("DELETE", path, { message: "Drop", ...body });
    expect((await drop({ sha: "0".repeat(40) })).status).toBe(409);
    expect((await drop({})).status).toBe(422);
    const dropped = await drop({ sha: sha() });
    expect([dropped.status, dropped.json.content]).toEqual([200, null]);
    expect(shop.world.paths(REPO)).toEqual([]);
    expect((await drop({ sha: "0".repeat(40) })).status).toBe(404);
  });
});
