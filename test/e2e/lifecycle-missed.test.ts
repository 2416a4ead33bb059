/** What webhooks did not tell. */
import { expect, test } from "#test";
import { until, withWorld } from "./lifecycle-world.ts";

const resyncMilliseconds = 300;

test("with every webhook dropped the surfaces are true within a period", async () => {
  await withWorld(async ({ sandbox, app, person, ...world }) => {
    await world.start({ resyncMilliseconds });
    const plan = world.createRepository("plan");
    const other = world.createRepository("other");
    sandbox.install(app, { account: "acme", repositories: [plan, other] });
    await world.settle();
    const lost = sandbox.faults.loseDeliveries({}, "always");
    person.addBlockedBy(plan, 2, { repo: other, number: 1 });
    const says = (repository: string, words: string) =>
      world.statusOf(repository)?.includes(words) === true;
    await until("the blocker", () => says(plan, "acme/other"));
    person.closeIssue(plan, 1);
    sandbox.world.as("admin").deleteIssue(plan, 4);
    person.closeIssue(other, 1);
    person.comment(plan, 3, "/hold for parts");
    await until("a closed issue and a deleted one", () => says(plan, "1 of 3"));
    await until("a closed issue elsewhere", () => says(other, "1 of 4"));
    await until("the blocker's end", () => !says(plan, "acme/other"));
    const third = () => sandbox.world.repository(plan).issues.get(3);
    await until("the command", () => third()?.labels.size === 1);
    expect(lost.struck).toBeGreaterThan(3);
  });
});

test("what came while no process ran is found by the next, its commands in their order", async () => {
  await withWorld(async ({ sandbox, app, person, ...world }) => {
    const first = await world.start();
    const plan = world.createRepository("plan");
    sandbox.install(app, { account: "acme", repositories: [plan] });
    await world.settle();
    await first.stop();
    person.comment(plan, 1, "/hold for parts");
    person.comment(plan, 1, "/resume");
    person.closeIssue(plan, 2);
    await sandbox.settled();
    await world.start();
    await world.settle();
    expect(world.statusOf(plan)).toContain("1 of 4");
    const issue = sandbox.world.repository(plan).issues.get(1);
    expect(issue?.labels.size).toBe(0);
    const receipts = issue?.comments.flatMap(({ reactions }) => [...reactions]);
    expect(receipts?.map(({ content }) => content)).toEqual(["rocket", "rocket"]);
    const again = sandbox.deliveries.filter(({ isRedelivery }) => isRedelivery);
    expect(again.map(({ event, status }) => [event, status])).toEqual([
      ["issue_comment", 200],
      ["issue_comment", 200],
    ]);
  });
});

test("repositories that missed deliveries are read before all others", async () => {
  await withWorld(async ({ sandbox, app, person, ...world }) => {
    const first = await world.start();
    const repositories = ["a", "b", "c"].map((name) => world.createRepository(name));
    sandbox.install(app, { account: "acme", repositories });
    await world.settle();
    await first.stop();
    person.closeIssue("acme/a", 1);
    await sandbox.settled();
    sandbox.world.withoutWebhooks(() => person.push("acme/c", { "a.txt": "later" }, "later"));
    const order: string[] = [];
    await world.start({ concurrency: 1, onSynced: ({ name }) => order.push(name) });
    await world.settle();
    expect(order[0]).toBe("a");
    expect([...new Set(order)].sort()).toEqual(["a", "b", "c"]);
  });
});
