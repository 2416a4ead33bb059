import { describe, expect, test } from "#test";
import { REPO, startWorkshop } from "./app-client.ts";

async function play() {
  const shop = await startWorkshop(({ world }) => {
    world.as("writer").createMilestone(REPO, { title: "M1" });
    world.as("writer").createIssue(REPO, { title: "One", milestone: 1, body: "@reader" });
  });
  const { rest, graphql, world, sandbox, hooks } = shop;
  world.as("triager").createIssue(REPO, { title: "Two", body: "see #1", labels: ["bug"] });
  await rest("POST", `/repos/${REPO}/issues/2/comments`, { body: "from the App" });
  world.as("triager").addBlockedBy(REPO, 2, 1);
  world.as("writer").push(REPO, { "a.md": "text" }, "closes #1");
  const read = await graphql(`{repository(owner:"acme",name:"app"){id defaultBranchRef{target{oid}}
    issues(first:9){nodes{id databaseId updatedAt timelineItems(first:9){nodes{__typename ... on Node{id}}}} pageInfo{endCursor}}}}`);
  await sandbox.settled();
  const deliveries = hooks.received.map(({ headers, text }) => [
    headers["x-github-delivery"],
    text,
  ]);
  const { notifications } = { notifications: world.notifications() };
  await shop.stop();
  return { read, deliveries, notifications, calls: sandbox.calls.all() };
}

describe("determinism", () => {
  test("the same script gives the same ids, shas, cursors, calls and deliveries", async () => {
    const first = await play();
    const second = await play();
    expect(second).toEqual(first);
    expect(first.deliveries.length).toBeGreaterThan(6);
    expect(first.read.errors).toBeUndefined();
  });

  test("shas are Git's own", async () => {
    const shop = await startWorkshop();
    const [commit] = shop.world.commits(REPO);
    expect(commit?.files.get("README.md")?.sha).toBe("e965047ad7c57865823c7d992b1d046ea66edf78");
    expect(commit?.treeSha).toBe("dc0a29da1d9b3f68dcd56af0e34f8df4fbf8b24f");
    await shop.stop();
  });
});
