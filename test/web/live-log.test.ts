/** How the live log joins webhooks, calls and what the App says into rounds. */
import { afterEach, beforeEach, expect, test } from "#test";
import { type Sandbox, startSandbox } from "../../sandbox/start-sandbox.ts";
import { LiveLog } from "../../sandbox/web/live-log/live-log.ts";
import type { Round } from "../../sandbox/web/live-log/round.ts";

const repository = "example/garden";

let sandbox: Sandbox;
let log: LiveLog;

beforeEach(async () => {
  sandbox = await startSandbox();
  sandbox.world.createRepository({ owner: "example", name: "garden" });
  sandbox.world.as("maintainer").createIssue(repository, { title: "Dig" });
  // Nobody listens there: each delivery fails.
  const app = sandbox.registerApp({
    ...{ slug: "helper", webhookSecret: "secret" },
    webhookUrl: "http://127.0.0.1:1/",
  });
  sandbox.install(app, { account: "example", repositories: "all" });
  log = new LiveLog(sandbox);
});
afterEach(() => sandbox.stop());

const closeIssue = () => sandbox.world.as("maintainer").closeIssue(repository, 1);
const lastDelivery = () => sandbox.deliveries.at(-1)?.id ?? "";
const call = (kind: "read" | "write") =>
  sandbox.calls.add({ kind, name: "query Read", status: 200, cost: 3, at: sandbox.clock.iso() });

function taken(causes: string): void {
  log.tell({ about: "delivery", delivery: lastDelivery(), verdict: { kind: "taken", causes } });
}

function ignored(because: string): void {
  log.tell({ about: "delivery", delivery: lastDelivery(), verdict: { kind: "ignored", because } });
}

function onlyRound(): Round {
  expect(log.rounds).toHaveLength(1);
  const [round] = log.rounds;
  if (round === undefined) throw new Error("There is no round.");
  return round;
}

test("a round holds its cause, its webhooks, the calls and the end", () => {
  closeIssue();
  taken("reads #1");
  call("read");
  call("write");
  log.tell({ about: "work", result: { kind: "wrote", what: ["status issue"] } });
  const { cause, webhooks, calls, end } = onlyRound();
  expect(cause).toBe("maintainer: closed #1");
  expect(webhooks).toMatchObject([
    { name: "issues.closed #1", sender: "maintainer", verdict: { causes: "reads #1" } },
  ]);
  expect(calls.map((entry) => entry.call.kind)).toEqual(["read", "write"]);
  expect(end?.result).toEqual({ kind: "wrote", what: ["status issue"] });
});

test("what the App writes belongs to the round that caused it", () => {
  closeIssue();
  taken("reads #1");
  call("write");
  sandbox.world.as("helper[bot]").comment(repository, 1, "Done.");
  ignored("own write");
  expect(onlyRound().webhooks.map(({ verdict }) => verdict?.kind)).toEqual(["taken", "ignored"]);
  expect(onlyRound().end).toBeUndefined();
});

test("an answer in a conversation is something written, whatever the App says of its surfaces", () => {
  closeIssue();
  taken("looks for commands");
  call("write");
  log.tell({ about: "work", result: { kind: "nothing", because: "all is said" } });
  expect(onlyRound().end?.result).toEqual({ kind: "wrote", what: ["an answer"] });
});

test("a webhook that the App ignores ends its round with the reason", () => {
  closeIssue();
  ignored("not of interest");
  expect(onlyRound().end?.result).toEqual({ kind: "nothing", because: "not of interest" });
});

test("a lost webhook is named, and its round is over", () => {
  sandbox.faults.loseDeliveries({});
  closeIssue();
  const { webhooks, end } = onlyRound();
  expect(webhooks).toMatchObject([{ name: "issues.closed #1", delivery: undefined }]);
  expect(end?.result).toMatchObject({ because: "the webhook was lost on its way" });
});

test("a webhook that nobody answers ends its round", async () => {
  closeIssue();
  expect(onlyRound().end).toBeUndefined();
  await sandbox.settled();
  await Promise.resolve();
  expect(onlyRound().end?.result).toMatchObject({ because: "nobody answered the webhook" });
});

test("what happens after the end begins a new round, named by what it is", () => {
  call("read");
  log.tell({ about: "work", result: { kind: "failed", because: "502", retrySeconds: 1 } });
  call("read");
  log.tell({ about: "work", result: { kind: "nothing", because: "all is said" } });
  call("read");
  expect(log.rounds.map(({ cause }) => cause)).toEqual([
    ...["First look at the plan", "Another try", "A look without being told"],
  ]);
});

test("an App that dies leaves its work unfinished", () => {
  closeIssue();
  taken("reads #1");
  log.tell({ about: "life", what: "Helper was killed" });
  expect(log.rounds.map(({ end }) => end?.result.kind)).toEqual(["failed", "life"]);
});

test("pages are told of what they may show, and the log of everything", () => {
  const stirs: string[] = [];
  const stop = log.listen((stir) => stirs.push(stir));
  closeIssue();
  taken("reads #1");
  call("read");
  call("write");
  expect(stirs).toEqual(["world", "log", "log", "world"]);
  stop();
  call("write");
  expect(stirs).toHaveLength(4);
});

test("old rounds are forgotten", () => {
  for (let count = 0; count < 205; count += 1) {
    log.tell({ about: "life", what: `life ${count}` });
  }
  expect(log.rounds).toHaveLength(200);
  expect(log.rounds.at(-1)?.id).toBe(205);
});
