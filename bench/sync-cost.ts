/**
 * `npm run bench:sync`: what the first sync of a repository costs and what one event costs afterwards, in calls
 * and in the server's own time, for a small repository and a large one. GitHub is the sandbox over HTTP, in
 * another process than the server. Own time is that of all threads: it holds the collection of garbage, and the
 * compiling of what runs often, which is why a server's first events cost several times what the later ones do:
 * those are printed, too. What asking the server takes is measured, and taken off.
 */
import { startSandbox } from "../sandbox/start-sandbox.ts";
import { generateRepository, usualRow } from "./generated-repository.ts";
import { type RunningApp, serveApart } from "./served-app.ts";

const sizes = [400, 10_000] as const;
const events = 31;
/** As many as it takes until compiling is over, nearly: of a server that runs for months, an hour or two. */
const warmUps = 120;
/** To know what a question takes. */
const asks = 50;
/** Of the first so many the median is shown too. */
const earlyOnes = 5;
/** A read looks back a minute: what changed within it is read again. */
const secondsBetween = 120;
const mostWarmMilliseconds = 50;
const owner = "example";
const webhookSecret = "bench";

const files = {
  ".github/milepost.yml": "documents: [docs/plan.md]\ncommits: {every: 0}\n",
  "docs/plan.md": `# Plan

<!-- milepost:status-line milestone="M1 Part 1" -->
<!-- milepost:end -->

<!-- milepost:ready milestone="M1 Part 1" -->
<!-- milepost:end -->

We are at <!-- milepost:count milestone="M1 Part 1" --><!-- milepost:end -->.
`,
};

const sandbox = await startSandbox({ now: "2025-01-01T00:00:00Z" });
const app = sandbox.registerApp({ slug: "milepost", webhookUrl: "", webhookSecret });
for (const size of sizes) sandbox.world.withoutWebhooks(() => seed(size));

const warm: Cost[] = [];
for (const size of sizes) warm.push(await measureSize(size));
await sandbox.stop();

const [small, large] = warm.map(({ cpuMilliseconds }) => cpuMilliseconds);
if (small !== undefined && large !== undefined) {
  console.log(
    `An event in ${sizes[1]} issues takes ${large.toFixed(0)} ms of the server's own time (less than ${mostWarmMilliseconds} wanted), ${(large / small).toFixed(1)} times what it takes in ${sizes[0]}.`,
  );
}

interface Cost {
  readonly reads: number;
  readonly writes: readonly string[];
  readonly points: number;
  readonly cpuMilliseconds: number;
}

/** As `npm run bench:plan` has it, but for epics and the history of moves. */
function seed(size: number): void {
  const name = `r${size}`;
  const repository = `${owner}/${name}`;
  const { issues, repository: observed } = generateRepository({ size, milestonesInARow: usualRow });
  sandbox.world.createRepository({ owner, name, files });
  const person = sandbox.world.as("maintainer");
  for (const { title, description } of observed.milestones) {
    person.createMilestone(repository, { title, description });
  }
  const labels = [...issues.values()].flatMap((issue) => issue.labels.map(({ name }) => name));
  for (const label of new Set(labels)) person.createLabel(repository, label);
  for (const { title, body, milestone, labels } of issues.values()) {
    const names = labels.map((label) => label.name);
    person.createIssue(repository, {
      title,
      body,
      milestone: milestone ?? undefined,
      labels: names,
    });
  }
  for (const { number, state, blockedBy } of issues.values()) {
    if (state === "closed") person.closeIssue(repository, number);
    for (const { reference } of blockedBy) {
      person.addBlockedBy(repository, number, Number(reference));
    }
  }
}

/** In a process that knows no other repository. */
async function measureSize(size: number): Promise<Cost> {
  const repository = `${owner}/r${size}`;
  const { appId, privateKey } = app;
  const baseUrl = sandbox.url;
  const served = { appId, privateKey, webhookSecret, baseUrl, writeIntervalMilliseconds: 0 };
  const server = await serveApart({ which: "milepost", ...served });
  sandbox.setWebhookUrl(app, `${server.url}/api/github/webhooks`);
  const asking = await costOfAsking(server);
  const first = await costOf(server, asking, () => {
    sandbox.install(app, { account: owner, repositories: [repository] });
  });
  print(size, "first sync", first);
  const costs: Cost[] = [];
  const open = sandbox.world.issues(repository).filter(({ state, author }) => {
    return state === "open" && author.type !== "Bot";
  });
  for (const { number } of open.slice(0, warmUps + events)) {
    const person = sandbox.world.as("maintainer");
    sandbox.clock.advance({ seconds: secondsBetween });
    costs.push(await costOf(server, asking, () => person.closeIssue(repository, number)));
  }
  print(size, "early ones", medianOf(costs.slice(0, earlyOnes)));
  const median = medianOf(costs.slice(warmUps));
  print(size, "one event", median);
  const { rssBytes } = await server.usage();
  console.log(`${String(size).padStart(6)} issues: ${Math.round(rssBytes / 1_048_576)} MB (RSS)`);
  await server.stop();
  return median;
}

/** Milliseconds, of one question. */
async function costOfAsking(server: RunningApp): Promise<number> {
  const before = await server.usage();
  for (let asked = 1; asked < asks; asked += 1) await server.usage();
  const after = await server.usage();
  return (after.cpuMilliseconds - before.cpuMilliseconds) / asks;
}

async function costOf(server: RunningApp, asking: number, act: () => void): Promise<Cost> {
  const mark = sandbox.calls.mark();
  const before = await server.usage();
  act();
  let after = before;
  let asked = 0;
  for (let calls = -1; calls !== sandbox.calls.mark(); asked += 1) {
    calls = sandbox.calls.mark();
    await sandbox.settled();
    after = await server.usage();
  }
  const calls = sandbox.calls.since(mark);
  return {
    reads: calls.filter(({ kind }) => kind === "read").length,
    writes: calls.filter(({ kind }) => kind === "write").map(({ name }) => name),
    points: calls.reduce((sum, { cost }) => sum + cost, 0),
    cpuMilliseconds: after.cpuMilliseconds - before.cpuMilliseconds - asked * asking,
  };
}

function medianOf(costs: readonly Cost[]): Cost {
  const sorted = costs.toSorted((a, b) => a.cpuMilliseconds - b.cpuMilliseconds);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (!middle) throw new Error("No event was measured.");
  return middle;
}

function print(size: number, what: string, { reads, writes, points, cpuMilliseconds }: Cost): void {
  const written = writes.length === 0 ? "" : ` (${writes.join(", ")})`;
  console.log(
    `${String(size).padStart(6)} issues: ${what.padEnd(10)} ${reads} reads, ${writes.length} writes${written}, ${points} points, ${cpuMilliseconds.toFixed(0)} ms of its own`,
  );
}
