import { afterAll, beforeAll, describe, expect, test } from "#test";
import { REPO, startWorkshop, type Workshop } from "./app-client.ts";

const ISSUES = `/repos/${REPO}/issues`;

describe("REST", () => {
  let shop: Workshop;
  beforeAll(async () => {
    shop = await startWorkshop(({ world }) => {
      const writer = world.as("writer");
      writer.createMilestone(REPO, { title: "M1", dueOn: "2025-12-01" });
      for (let count = 1; count <= 230; count += 1) {
        writer.createIssue(REPO, { title: `Issue ${count}`, milestone: count % 2 ? 1 : undefined });
      }
    });
  });
  afterAll(() => shop.stop());

  test("lists are paged to the end by their Link header, over 100", async () => {
    let next: string | undefined = `/api/v3${ISSUES}?per_page=100&state=all`;
    const numbers: number[] = [];
    while (next !== undefined) {
      const { json, headers } = await shop.rest("GET", next);
      numbers.push(...json.map((issue: { number: number }) => issue.number));
      const link: string | undefined = /<([^>]*)>; rel="next"/.exec(headers.get("link") ?? "")?.[1];
      next = link?.replace(shop.sandbox.url, "");
    }
    expect(new Set(numbers).size).toBe(230);
    expect(numbers[0]).toBe(230);
  });

  test("since, state and milestone filter", async () => {
    const since = shop.world.issue(REPO, 221).updatedAt;
    const later = await shop.rest("GET", `${ISSUES}?per_page=100&since=${since}`);
    expect(later.json).toHaveLength(10);
    const inMilestone = await shop.rest("GET", `${ISSUES}?per_page=100&milestone=1&page=2`);
    expect(inMilestone.json).toHaveLength(15);
    const closed = await shop.rest("GET", `${ISSUES}?state=closed`);
    expect(closed.json).toHaveLength(0);
  });

  test("an issue is made, changed, closed with a reason, and read back", async () => {
    const made = await shop.rest("POST", ISSUES, { title: "New", labels: ["fresh"], milestone: 1 });
    expect([made.status, made.json.milestone.title]).toEqual([201, "M1"]);
    expect(made.json).toMatchObject({
      user: { login: "planner[bot]" },
      labels: [{ name: "fresh" }],
    });
    const path = `${ISSUES}/${made.json.number}`;
    const patch = { state: "closed", state_reason: "not_planned", body: "Why", milestone: null };
    expect((await shop.rest("PATCH", path, patch)).status).toBe(200);
    const { json } = await shop.rest("GET", path);
    expect(json).toMatchObject({
      state: "closed",
      state_reason: "not_planned",
      body: "Why",
      milestone: null,
    });
  });

  test("a body of 65,536 characters fits, one more does not", async () => {
    const fits = await shop.rest("PATCH", `${ISSUES}/1`, { body: "x".repeat(65_536) });
    expect(fits.status).toBe(200);
    const { status, json } = await shop.rest("PATCH", `${ISSUES}/1`, { body: "x".repeat(65_537) });
    expect(status).toBe(422);
    expect(json.errors[0].message).toBe("body is too long (maximum is 65536 characters)");
    const comment = await shop.rest("POST", `${ISSUES}/1/comments`, { body: "x".repeat(65_537) });
    expect(comment.status).toBe(422);
  });

  test("dependencies take database ids and are listed from both ends", async () => {
    const blocker = shop.world.issue(REPO, 2);
    const path = `${ISSUES}/3/dependencies/blocked_by`;
    const added = await shop.rest("POST", path, { issue_id: blocker.id });
    expect([added.status, added.json.issue_dependencies_summary.blocked_by]).toEqual([201, 1]);
    expect((await shop.rest("GET", path)).json).toMatchObject([{ number: 2 }]);
    const blocking = await shop.rest("GET", `${ISSUES}/2/dependencies/blocking`);
    expect(blocking.json).toMatchObject([{ number: 3 }]);
    expect((await shop.rest("POST", path, { issue_id: blocker.id })).status).toBe(422);
    expect((await shop.rest("DELETE", `${path}/${blocker.id}`)).status).toBe(200);
    expect((await shop.rest("GET", path)).json).toEqual([]);
  });

  test("sub-issues have one parent", async () => {
    const child = shop.world.issue(REPO, 5);
    const add = (parent: number) =>
      shop.rest("POST", `${ISSUES}/${parent}/sub_issues`, { sub_issue_id: child.id });
    expect((await add(4)).json.sub_issues_summary).toEqual({
      total: 1,
      completed: 0,
      percent_completed: 0,
    });
    const introduction = "An error occurred while adding the sub-issue to the parent issue.";
    expect((await add(6)).json.message).toBe(`${introduction} Sub issue may only have one parent`);
    const parent = await shop.rest("GET", `${ISSUES}/5/parent`);
    expect(parent.json.number).toBe(4);
  });

  test("a reaction set twice answers 201, then 200, and exists once", async () => {
    const made = await shop.rest("POST", `${ISSUES}/7/comments`, { body: "Hello" });
    const path = `${ISSUES}/comments/${made.json.id}/reactions`;
    expect((await shop.rest("POST", path, { content: "eyes" })).status).toBe(201);
    const again = await shop.rest("POST", path, { content: "eyes" });
    expect(again.status).toBe(200);
    expect((await shop.rest("GET", path)).json).toHaveLength(1);
    expect((await shop.rest("DELETE", `${path}/${again.json.id}`)).status).toBe(204);
  });

  test("milestones and labels are made, changed and deleted", async () => {
    const milestone = { title: "M2", due_on: "2026-01-31T23:00:00Z", description: "Second" };
    const made = await shop.rest("POST", `/repos/${REPO}/milestones`, milestone);
    expect(made.json).toMatchObject({ number: 2, due_on: "2026-01-31T00:00:00Z", open_issues: 0 });
    const path = `/repos/${REPO}/milestones/2`;
    const closed = await shop.rest("PATCH", path, { state: "closed", title: "M2 done" });
    expect(closed.json).toMatchObject({ state: "closed", title: "M2 done" });
    const double = await shop.rest("POST", `/repos/${REPO}/milestones`, { title: "M1" });
    expect(double.json.errors[0].code).toBe("already_exists");
    expect((await shop.rest("DELETE", path)).status).toBe(204);
    expect((await shop.rest("GET", path)).status).toBe(404);
    const label = await shop.rest("POST", `/repos/${REPO}/labels`, {
      name: "area: x",
      color: "ff0000",
    });
    expect(label.status).toBe(201);
    const renamed = await shop.rest("PATCH", `/repos/${REPO}/labels/area%3A%20x`, {
      new_name: "area: y",
    });
    expect(renamed.json).toMatchObject({ id: label.json.id, name: "area: y" });
    expect((await shop.rest("DELETE", `/repos/${REPO}/labels/area%3A%20y`)).status).toBe(204);
  });

  test("files are read whole: contents, blob by real sha, branch", async () => {
    const file = await shop.rest("GET", `/repos/${REPO}/contents/README.md`);
    expect(Buffer.from(file.json.content, "base64").toString()).toBe("Hello\n");
    expect(file.json.sha).toBe("e965047ad7c57865823c7d992b1d046ea66edf78");
    const blob = await shop.rest("GET", `/repos/${REPO}/git/blobs/${file.json.sha}`);
    expect(blob.json).toMatchObject({ size: 6, encoding: "base64" });
    const ref = await shop.rest("GET", `/repos/${REPO}/git/ref/heads/main`);
    expect(ref.json.object.sha).toBe(shop.world.commits(REPO)[0]?.sha);
  });

  test("all files are listed at once: a folder before what is in it, with modes and sizes", async () => {
    const commit = shop.world.as("acme").push(
      REPO,
      {
        "docs/deep/a.md": "A\n",
        "docs/link.md": { mode: "120000", content: "deep/a.md" },
      },
      "More",
    );
    const path = `/repos/${REPO}/git/trees/${commit.sha}`;
    const { json } = await shop.rest("GET", `${path}?recursive=0`);
    expect(json).toMatchObject({ sha: commit.treeSha, truncated: false });
    const lines = json.tree.map((item: Record<string, unknown>) =>
      [item.mode, item.type, item.path, item.size].join(" "),
    );
    expect(lines).toEqual(
      expect.arrayContaining([
        "100644 blob README.md 6",
        "040000 tree docs ",
        "040000 tree docs/deep ",
        "100644 blob docs/deep/a.md 2",
        "120000 blob docs/link.md 9",
      ]),
    );
    const shallow = await shop.rest("GET", path);
    const paths = shallow.json.tree.map((item: { path: string }) => item.path);
    expect(paths).toContain("docs");
    expect(paths).not.toContain("docs/deep");
  });

  test("a deleted issue is gone, an unknown one not found, an unknown route says so", async () => {
    shop.world.as("acme").deleteIssue(REPO, 200);
    expect((await shop.rest("GET", `${ISSUES}/200`)).status).toBe(410);
    expect((await shop.rest("GET", `${ISSUES}/9999`)).status).toBe(404);
    const unknown = await shop.rest("GET", "/gists");
    expect([unknown.status, unknown.json.message]).toEqual([
      404,
      expect.stringContaining("GET /gists is not implemented"),
    ]);
  });

  test("a locked issue takes no comment and no reaction of an App", async () => {
    shop.world.as("writer").lockIssue(REPO, 9);
    const comment = await shop.rest("POST", `${ISSUES}/9/comments`, { body: "Hello" });
    expect(comment.status).toBe(403);
    expect((await shop.rest("POST", `${ISSUES}/9/reactions`, { content: "eyes" })).status).toBe(
      403,
    );
    expect(() => shop.world.as("writer").comment(REPO, 9, "I may")).not.toThrow();
  });

  test.each(["{", "[1", '"text"', "null"])("the body %s is refused, not a crash", async (body) => {
    expect((await shop.rest("POST", ISSUES, body)).status).toBe(400);
  });

  test("every answer carries a request id and the rate limit", async () => {
    const { headers } = await shop.rest("GET", `/repos/${REPO}`);
    expect(headers.get("x-github-request-id")).toBeTruthy();
    expect(Number(headers.get("x-ratelimit-remaining"))).toBeLessThan(5000);
    expect((await shop.rest("GET", "/rate_limit")).json.resources.graphql.limit).toBe(5000);
  });

  test("the call log names routes by template and prices reads and writes", async () => {
    const mark = shop.sandbox.calls.mark();
    await shop.rest("GET", `${ISSUES}/1`);
    await shop.rest("POST", `${ISSUES}/1/comments`, { body: "one" });
    expect(shop.sandbox.calls.since(mark)).toMatchObject([
      {
        kind: "read",
        name: "GET /repos/{owner}/{repo}/issues/{issue_number}",
        status: 200,
        cost: 1,
        repository: REPO,
      },
      {
        kind: "write",
        name: "POST /repos/{owner}/{repo}/issues/{issue_number}/comments",
        status: 201,
        cost: 5,
      },
    ]);
  });

  test("with issues switched off, issues are out of reach", async () => {
    const quiet = await startWorkshop(({ world }) => {
      world.createRepository({ owner: "acme", name: "quiet", hasIssues: false });
    });
    quiet.sandbox.addRepository(quiet.installation, "quiet");
    const { status, json } = await quiet.rest("GET", "/repos/acme/quiet/issues");
    await quiet.stop();
    expect([status, json.message]).toEqual([403, "Resource not accessible by integration"]);
  });
});
