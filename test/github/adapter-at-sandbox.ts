/** The adapter as an App against a sandbox over HTTP, with one repository of a private account. */
import { Probot } from "probot";
import { type Sandbox, startSandbox } from "../../sandbox/start-sandbox.ts";
import type { Applied, Change } from "../../src/engine/change.ts";
import type { Reading, ReadRequest, RepositoryAddress } from "../../src/engine/ports.ts";
import { createChangeApplier } from "../../src/github/apply-change.ts";
import { createBotIdReader } from "../../src/github/bot-id.ts";
import { createOctokitClass } from "../../src/github/octokit.ts";
import { createPeople } from "../../src/github/people.ts";
import { createRepositoryReader } from "../../src/github/repository-reader.ts";

export const repo = "acme/plan";
const slug = "milepost";

interface RepositoryOptions {
  readonly isPrivate?: boolean;
}

export type Bench = Awaited<ReturnType<typeof startBench>>;

async function startBench(options: RepositoryOptions) {
  const sandbox = await startSandbox();
  sandbox.world.createRepository({ owner: "acme", name: "plan", ...options });
  const app = sandbox.registerApp({ slug, webhookUrl: "", webhookSecret: "s" });
  const { id } = sandbox.install(app, { account: "acme", repositories: "all" });
  const probot = await new Probot({
    appId: app.appId,
    privateKey: app.privateKey,
    secret: "s",
    baseUrl: sandbox.url,
    Octokit: createOctokitClass({ writeIntervalMilliseconds: 0, retryUnitMilliseconds: 1 }),
    logLevel: "fatal",
  }).ready();
  const octokitFor = (installation: number) => probot.auth(installation);
  const address: RepositoryAddress = { installation: id, owner: "acme", name: "plan" };
  const reader = createRepositoryReader({ octokitFor, readBotId: createBotIdReader(slug) });
  const applier = createChangeApplier(octokitFor);
  const clock = { now: () => sandbox.clock.iso() };
  return {
    ...{ sandbox, world: sandbox.world, address, reader },
    people: createPeople({ octokitFor, clock }),
    now: clock.now,
    issues: openIssues(sandbox),
    apply: (change: Change): Promise<Applied> => applier.apply(address, change),
    read: (request: Partial<ReadRequest> = {}): Promise<Reading> =>
      reader.readRepository(address, { since: null, issues: [], paths: [], ...request }),
  };
}

/** Three issues, by the maintainer. */
function openIssues({ world }: Sandbox) {
  const open = (title: string) => world.as("maintainer").createIssue(repo, { title });
  return { first: open("First"), second: open("Second"), third: open("Third") };
}

export async function withBench(
  run: (bench: Bench) => Promise<void>,
  options: RepositoryOptions = {},
): Promise<void> {
  const bench = await startBench(options);
  try {
    await run(bench);
  } finally {
    await bench.sandbox.stop();
  }
}

/** The texts of these nodes, as a read brings them. */
export async function readTexts(bench: Bench, ...ids: string[]) {
  return (await bench.read({ texts: ids })).texts;
}

/** An issue, read anew. */
export async function readIssue(bench: Bench, number: number) {
  const { issues } = await bench.read();
  return issues.find((issue) => issue.number === number);
}
