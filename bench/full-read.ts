/**
 * `npm run bench`: a repository of 10,000 issues and 20,000 dependencies over HTTP: what the first sync
 * costs, what one event costs afterwards, and the memory of this process, sandbox and App together.
 */
import { startSandbox } from "../sandbox/start-sandbox.ts";
import { startServer } from "../src/app/server.ts";

const size = 10_000;
const secret = "bench";
const owner = "example";
const repository = `${owner}/large`;

const sandbox = await startSandbox({ now: "2025-01-01T00:00:00Z" });
seed();
const app = sandbox.registerApp({ slug: "milepost", webhookUrl: "", webhookSecret: secret });
const ignore = () => undefined;
const log = { debug: ignore, info: ignore, warn: ignore, error: ignore };
const server = await startServer({
  appId: app.appId,
  privateKey: app.privateKey,
  webhookSecret: secret,
  baseUrl: sandbox.url,
  host: "127.0.0.1",
  port: 0,
  writeIntervalMilliseconds: 0,
  log,
});
sandbox.setWebhookUrl(app, `${server.url}/api/github/webhooks`);
await measure("first sync", () => {
  sandbox.install(app, { account: owner, repositories: [repository] });
});
await measure("one event", () => {
  sandbox.world.as("maintainer").closeIssue(repository, 1);
});
await server.stop();
await sandbox.stop();

function seed(): void {
  sandbox.world.withoutWebhooks(() => {
    sandbox.world.createRepository({ owner, name: "large" });
    const person = sandbox.world.as("maintainer");
    const { number: milestone } = person.createMilestone(repository, { title: "M1 All of it" });
    for (let number = 1; number <= size; number += 1) {
      person.createIssue(repository, { title: `Issue ${number}`, milestone });
      if (number > 2) person.addBlockedBy(repository, number, number - 1);
      if (number > 7) person.addBlockedBy(repository, number, number - 7);
    }
  });
}

async function measure(what: string, act: () => void): Promise<void> {
  const mark = sandbox.calls.mark();
  const start = performance.now();
  act();
  for (let before = -1; before !== sandbox.calls.mark(); ) {
    before = sandbox.calls.mark();
    await sandbox.settled();
    await server.idle();
  }
  const calls = sandbox.calls.since(mark);
  const of = (kind: string) => calls.filter((call) => call.kind === kind).length;
  const cost = calls.reduce((sum, call) => sum + call.cost, 0);
  const memory = Math.round(process.memoryUsage().rss / 1_048_576);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(
    `${what.padEnd(11)} ${of("read")} reads, ${of("write")} writes, ${cost} points, ${seconds} s, ${memory} MB`,
  );
}
