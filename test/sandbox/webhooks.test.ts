import { createHmac } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "#test";
import {
  call,
  REPO,
  receiveHooks,
  SECRET,
  signJwt,
  startWorkshop,
  type Workshop,
} from "./app-client.ts";

describe("webhooks", () => {
  let shop: Workshop;
  beforeEach(async () => {
    shop = await startWorkshop(({ world }) => {
      const writer = world.as("writer");
      writer.createMilestone(REPO, { title: "M1" });
      for (let count = 1; count <= 4; count += 1) writer.createIssue(REPO, { title: `${count}` });
    });
  });
  afterEach(() => shop.stop());

  test("deliveries are signed over their bytes and name themselves", async () => {
    shop.world.as("reader").comment(REPO, 1, "é");
    await shop.sandbox.settled();
    const [{ headers, text, payload } = shop.hooks.received[0] as never] = shop.hooks.received;
    const signature = createHmac("sha256", SECRET).update(text).digest("hex");
    expect(headers["x-hub-signature-256"]).toBe(`sha256=${signature}`);
    expect(headers["x-github-event"]).toBe("issue_comment");
    expect(headers["x-github-delivery"]).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
    expect(payload).toMatchObject({
      action: "created",
      issue: { number: 1 },
      comment: { body: "é", user: { login: "reader" } },
      repository: { full_name: REPO },
      installation: { id: shop.installation.id },
      sender: { login: "reader", type: "User" },
    });
  });

  test("one act sends its deliveries in GitHub's order", async () => {
    const triager = shop.world.as("triager");
    triager.createIssue(REPO, {
      title: "New",
      milestone: 1,
      labels: ["bug"],
      assignees: ["writer"],
    });
    triager.addBlockedBy(REPO, 1, 2);
    triager.addSubIssue(REPO, 1, 3);
    triager.setMilestone(REPO, 5, null);
    expect(await shop.events()).toEqual([
      "issues.opened",
      "issues.labeled",
      "issues.milestoned",
      "issues.assigned",
      "issue_dependencies.blocked_by_added",
      "issue_dependencies.blocking_added",
      "sub_issues.parent_issue_added",
      "sub_issues.sub_issue_added",
      "issues.demilestoned",
    ]);
    expect(shop.hooks.received[4]?.payload).toMatchObject({
      blocked_issue: { number: 1 },
      blocking_issue: { number: 2 },
      blocking_issue_repo: { full_name: REPO },
    });
  });

  test("edits carry what was there before", async () => {
    shop.world.as("writer").editIssue(REPO, 1, { title: "One", body: "Text" });
    shop.world.as("writer").editMilestone(REPO, 1, { title: "First", dueOn: "2025-12-24" });
    shop.world.as("acme").renameRepository(REPO, "application");
    await shop.sandbox.settled();
    const changes = shop.hooks.received.map(({ payload }) => payload.changes);
    expect(changes).toEqual([
      { title: { from: "1" }, body: { from: "" } },
      { title: { from: "M1" }, due_on: { from: null } },
      { repository: { name: { from: "app" } } },
    ]);
  });

  test("the App's own writes come back to it, sent by its bot", async () => {
    await shop.rest("POST", `/repos/${REPO}/issues/1/comments`, { body: "Mine" });
    await shop.sandbox.settled();
    expect(shop.hooks.received[0]?.payload.sender).toMatchObject({
      login: "planner[bot]",
      type: "Bot",
    });
  });

  test("a push tells its files and commits", async () => {
    const before = shop.world.commits(REPO)[0]?.sha;
    const { sha } = shop.world
      .as("writer")
      .push(REPO, { "a.md": "x", "README.md": null }, "Change");
    await shop.sandbox.settled();
    expect(shop.hooks.received[0]?.payload).toMatchObject({
      ...{ ref: "refs/heads/main", before, after: sha },
      commits: [
        { id: sha, message: "Change", added: ["a.md"], modified: [], removed: ["README.md"] },
      ],
      head_commit: { id: sha },
      sender: { login: "writer" },
    });
  });

  test("a deleted label and a deleted milestone tell of every issue they leave", async () => {
    const writer = shop.world.as("writer");
    writer.addLabels(REPO, 1, ["bug"]);
    writer.setMilestone(REPO, 1, 1);
    await shop.events();
    shop.hooks.received.length = 0;
    writer.deleteLabel(REPO, "bug");
    writer.deleteMilestone(REPO, 1);
    expect(await shop.events()).toEqual([
      "label.deleted",
      "issues.unlabeled",
      "milestone.deleted",
      "issues.demilestoned",
    ]);
    expect(shop.hooks.received[1]?.payload).not.toHaveProperty("label");
  });

  test("what the rest of an issue's life sends", async () => {
    const owner = shop.world.as("acme");
    shop.world.createRepository({ owner: "acme", name: "other" });
    owner.closeIssue(REPO, 1, "not_planned");
    owner.reopenIssue(REPO, 1);
    owner.pinIssue(REPO, 1);
    owner.unpinIssue(REPO, 1);
    owner.lockIssue(REPO, 1);
    owner.transferIssue(REPO, 1, "acme/other");
    owner.deleteIssue(REPO, 2);
    owner.archiveRepository(REPO);
    expect(await shop.events()).toEqual([
      ...["issues.closed", "issues.reopened", "issues.pinned", "issues.unpinned", "issues.locked"],
      ...["issues.transferred", "issues.deleted", "repository.archived"],
    ]);
    expect(shop.hooks.received[5]?.payload.changes).toMatchObject({
      new_issue: { number: 1 },
      new_repository: { full_name: "acme/other" },
    });
  });

  test("nothing is sent while a world is built, nor for repositories outside", async () => {
    shop.world.withoutWebhooks(() => shop.world.as("writer").comment(REPO, 1, "quiet"));
    shop.world.createRepository({ owner: "acme", name: "outside" });
    shop.world.as("writer").createIssue("acme/outside", { title: "unheard" });
    expect(await shop.events()).toEqual([]);
  });

  test("an App is told only of what it subscribed to, and of a new repository when it has all", async () => {
    const hooks = await receiveHooks();
    const app = shop.sandbox.registerApp({
      ...{ slug: "all", webhookUrl: hooks.url, webhookSecret: "s" },
      events: ["push"],
    });
    shop.sandbox.install(app, { account: "acme", repositories: "all" });
    shop.world.as("writer").comment(REPO, 1, "not subscribed");
    shop.world.createRepository({ owner: "acme", name: "fresh" });
    shop.world.as("writer").push("acme/fresh", { a: "1" }, "A");
    await shop.sandbox.settled();
    const names = hooks.received.map(({ headers }) => headers["x-github-event"]);
    expect(names).toEqual(["installation", "installation_repositories", "push"]);
    expect(hooks.received[0]?.payload).toMatchObject({
      action: "created",
      repositories: [{ full_name: REPO }],
    });
    await hooks.stop();
  });

  test("a refused delivery is logged, listed as failed, and sent again only on demand", async () => {
    const hooks = await receiveHooks(500);
    const app = shop.sandbox.registerApp({
      slug: "broken",
      webhookUrl: hooks.url,
      webhookSecret: "s",
    });
    shop.sandbox.install(app, { account: "acme", repositories: "all" });
    await shop.sandbox.settled();
    expect(hooks.received).toHaveLength(1);
    expect(shop.sandbox.deliveries.at(-1)).toMatchObject({ event: "installation", status: 500 });
    const jwt = signJwt(app);
    const path = "/app/hook/deliveries";
    const { json } = await call(shop.sandbox, jwt, "GET", `${path}?status=failure`);
    expect(json).toMatchObject([{ event: "installation", action: "created", status_code: 500 }]);
    const again = await call(shop.sandbox, jwt, "POST", `${path}/${json[0].id}/attempts`);
    expect(again.status).toBe(202);
    await shop.sandbox.settled();
    const ids = hooks.received.map(({ headers }) => headers["x-github-delivery"]);
    expect(ids).toEqual([json[0].guid, json[0].guid]);
    await hooks.stop();
  });

  test("deliveries nobody answers do not hold up the sandbox", async () => {
    const app = shop.sandbox.registerApp({
      slug: "away",
      webhookUrl: "http://127.0.0.1:9/",
      webhookSecret: "s",
    });
    shop.sandbox.install(app, { account: "acme", repositories: "all" });
    await shop.sandbox.settled();
    expect(shop.sandbox.deliveries.at(-1)?.status).toBe(0);
  });
});
