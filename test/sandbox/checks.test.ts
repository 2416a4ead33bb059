import { afterEach, beforeEach, describe, expect, test } from "#test";
import { call, REPO, startWorkshop, type Workshop } from "./app-client.ts";

const RUNS = `/repos/${REPO}/check-runs`;
const note = (line: number) => ({
  ...{ path: "plan.md", start_line: line, end_line: line, annotation_level: "warning" },
  message: `Line ${line}`,
});
const output = (count: number) => ({
  ...{ title: "Plan", summary: "Some lines", annotations: [...Array(count).keys()].map(note) },
});

describe("check runs", () => {
  let shop: Workshop;
  let sha: string;
  beforeEach(async () => {
    shop = await startWorkshop(
      ({ world }) => {
        world.as("writer").push(REPO, { "plan.md": "A\n" }, "Plan", "plan/docs");
        world.as("writer").createPullRequest(REPO, { title: "P", head: "plan/docs", base: "main" });
      },
      { checks: "write" },
    );
    sha = shop.world.commits(REPO, "plan/docs")[0]?.sha ?? "";
  });
  afterEach(() => shop.stop());
  const create = (body: object = {}) =>
    shop.rest("POST", RUNS, { name: "Plan", head_sha: sha, ...body });

  test("a run begins queued, goes on, and ends with a conclusion", async () => {
    const made = await create();
    expect(made.json).toMatchObject({ status: "queued", conclusion: null, completed_at: null });
    const path = `${RUNS}/${made.json.id}`;
    const going = await shop.rest("PATCH", path, { status: "in_progress" });
    expect(going.json.status).toBe("in_progress");
    const done = await shop.rest("PATCH", path, { conclusion: "failure", output: output(1) });
    expect(done.json).toMatchObject({
      ...{ status: "completed", conclusion: "failure", head_sha: sha },
      ...{ output: { title: "Plan", annotations_count: 1 }, app: { slug: "planner" } },
      pull_requests: [{ number: 1, head: { sha } }],
    });
    expect(done.json.completed_at).toBe(shop.sandbox.clock.iso());
    expect(await shop.events()).toEqual([
      ...["check_run.created", "check_run.completed", "check_suite.completed"],
    ]);
    expect(shop.hooks.received[2]?.payload.check_suite).toMatchObject({
      ...{ head_branch: "plan/docs", conclusion: "failure", latest_check_runs_count: 1 },
    });
  });

  test("fifty annotations a call are taken and added up, one more is refused", async () => {
    const { id } = (await create({ output: output(50) })).json;
    const more = await shop.rest("PATCH", `${RUNS}/${id}`, { output: output(50) });
    expect(more.json.output.annotations_count).toBe(100);
    for (const refused of [
      await create({ output: output(51) }),
      await shop.rest("PATCH", `${RUNS}/${id}`, { output: output(51) }),
    ]) {
      expect([refused.status, refused.json.message]).toEqual([
        ...[422, "Invalid request.\n\nNo more than 50 items are allowed; 51 were supplied."],
      ]);
    }
    const list = await shop.rest("GET", `${RUNS}/${id}/annotations?per_page=100`);
    expect(list.json).toHaveLength(100);
    expect(list.json[0]).toMatchObject({
      path: "plan.md",
      start_line: 0,
      annotation_level: "warning",
    });
  });

  test.each([
    ["an unknown commit", { head_sha: "0".repeat(40) }, /No commit found for SHA/],
    ["no conclusion when completed", { status: "completed" }, /"conclusion" wasn't supplied/],
    ["an unknown conclusion", { conclusion: "fine" }, /fine is not a member of/],
    ["an output without a summary", { output: { title: "T" } }, /"summary" wasn't supplied/],
    [
      "an annotation without a level",
      { output: { title: "T", summary: "S", annotations: [{}] } },
      /"annotation_level"/,
    ],
    [
      "a text that is too long",
      { output: { title: "T", summary: "x".repeat(65_536) } },
      /Only 65535/,
    ],
  ])("%s is refused", async (_, body, message) => {
    const { status, json } = await create(body);
    expect([status, json.message]).toEqual([422, expect.stringMatching(message)]);
    expect(await shop.events()).toEqual([]);
  });

  test("runs are listed for a commit or branch, the latest of each name", async () => {
    const ids = [];
    for (const name of ["Plan", "Plan", "Links"]) ids.push((await create({ name })).json.id);
    const list = async (query = "", ref = sha) =>
      (
        await shop.rest("GET", `/repos/${REPO}/commits/${ref}/check-runs${query}`)
      ).json.check_runs.map(({ id }: { id: number }) => id);
    expect(await list()).toEqual([ids[2], ids[1]]);
    expect(await list("", "plan/docs")).toEqual([ids[2], ids[1]]);
    expect(await list("?filter=all")).toEqual([ids[2], ids[1], ids[0]]);
    expect(await list("?check_name=Links")).toEqual([ids[2]]);
    expect(await list("?status=completed")).toEqual([]);
    expect(await list("", "main")).toEqual([]);
    const none = await shop.rest("GET", `/repos/${REPO}/commits/none/check-runs`);
    expect(none.status).toBe(422);
  });

  test("a push asks each App that may write checks for its own", async () => {
    const pushed = shop.world.as("writer").push(REPO, { "plan.md": "B\n" }, "More", "plan/docs");
    expect(await shop.events()).toEqual([
      "push",
      "check_suite.requested",
      "pull_request.synchronize",
    ]);
    expect(shop.hooks.received[1]?.payload).toMatchObject({
      check_suite: {
        head_sha: pushed.sha,
        head_branch: "plan/docs",
        before: sha,
        status: "queued",
      },
    });
    shop.hooks.received.length = 0;
    shop.sandbox.setPermissions(shop.installation, { checks: "read" });
    shop.world.as("writer").push(REPO, { "plan.md": "C\n" }, "More", "plan/docs");
    expect(await shop.events()).not.toContain("check_suite.requested");
  });

  test("a person asks for a run once more, and only its App is told", async () => {
    const other = shop.sandbox.registerApp({
      ...{ slug: "other", webhookUrl: shop.hooks.url, webhookSecret: "s" },
      permissions: { checks: "write" },
    });
    shop.sandbox.install(other, { account: "acme", repositories: "all" });
    const { id } = (await create()).json;
    await shop.sandbox.settled();
    shop.hooks.received.length = 0;
    shop.world.as("writer").rerequestCheckRun(id);
    shop.world.as("writer").rerequestCheckSuite(id);
    expect(await shop.events()).toEqual(["check_run.rerequested", "check_suite.rerequested"]);
    expect(() => shop.world.as("reader").rerequestCheckRun(id)).toThrow('needs "write"');
  });

  test("without the permission checks are out of reach, another App's are not changed", async () => {
    const { id } = (await create()).json;
    shop.sandbox.setPermissions(shop.installation, { checks: "read" });
    expect((await create()).status).toBe(403);
    expect((await shop.rest("GET", `${RUNS}/${id}`)).status).toBe(200);
    shop.sandbox.setPermissions(shop.installation, { checks: "none" });
    const refused = await shop.rest("GET", `${RUNS}/${id}`);
    expect([refused.status, refused.json.message]).toEqual([
      ...[403, "Resource not accessible by integration"],
    ]);
    const other = shop.sandbox.registerApp({
      ...{ slug: "other", webhookUrl: shop.hooks.url, webhookSecret: "s" },
      permissions: { checks: "write" },
    });
    const token = shop.sandbox.createToken(
      shop.sandbox.install(other, { account: "acme", repositories: "all" }),
    );
    const path = `${RUNS}/${id}`;
    const { status, json } = await call(shop.sandbox, token, "PATCH", path, {
      conclusion: "success",
    });
    expect([status, json.message]).toEqual([
      ...[403, expect.stringContaining("can only be modified by the GitHub App that created it")],
    ]);
  });

  test("a finished run can be started again", async () => {
    const { id } = (await create({ conclusion: "success" })).json;
    const { json } = await shop.rest("PATCH", `${RUNS}/${id}`, { status: "in_progress" });
    expect(json).toMatchObject({ status: "in_progress", conclusion: null, completed_at: null });
  });
});
