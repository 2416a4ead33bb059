/**
 * `npm run bench:serve`: how many webhooks a second the server takes, beside a bare Probot app that does
 * nothing with them, each in a process of its own, in turns; and the memory of the idle server.
 */
import { createHmac } from "node:crypto";
import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { privateKey, startFakeGithub, webhookSecret } from "./fake-github.ts";
import { type RunningApp, serveApart } from "./served-app.ts";

const connections = 20;
const secondsPerTurn = 1;
const turns = 9;
const leastRatio = 0.8;
const mostIdleMegabytes = 150;

const body = JSON.stringify({
  action: "closed",
  installation: { id: 1 },
  repository: { name: "plan", full_name: "acme/plan", owner: { login: "acme" } },
  issue: { number: 1, node_id: "I_1", body: "word ".repeat(1_000) },
  sender: { type: "User", login: "maintainer" },
});
const signature = createHmac("sha256", webhookSecret).update(body).digest("hex");

const github = await startFakeGithub();
// A server that has never been started before compiles all of its code.
await (await start("milepost")).stop();
const milepost = await start("milepost");
const bare = await start("bare");
await sleep(2_000);
await printIdleMemory(milepost);
for (const { url } of [milepost, bare]) await load(url, 1);
const pairs: (readonly [ours: Turn, theirs: Turn])[] = [];
for (let turn = 0; turn < turns; turn += 1) {
  const ours = await load(milepost.url, secondsPerTurn);
  pairs.push([ours, await load(bare.url, secondsPerTurn)]);
}
printRates(median(pairs));
for (const server of [milepost, bare]) await server.stop();
await github.close();

function start(which: "milepost" | "bare"): Promise<RunningApp> {
  const baseUrl = `http://127.0.0.1:${github.port}`;
  return serveApart({ which, appId: 1, privateKey, webhookSecret, baseUrl });
}

async function printIdleMemory(server: RunningApp): Promise<void> {
  const megabytes = Math.round((await server.usage()).rssBytes / 1_048_576);
  console.log(
    `The idle server takes ${megabytes} MB of memory (RSS; at most ${mostIdleMegabytes} wanted).`,
  );
}

interface Turn {
  readonly perSecond: number;
  /** 99 of 100 answers came within so many milliseconds. */
  readonly p99: number;
}

async function load(url: string, seconds: number): Promise<Turn> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  const end = performance.now() + seconds * 1_000;
  const send = async () => {
    while (performance.now() < end) {
      const start = performance.now();
      await deliver(url, agent);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: connections }, send));
  agent.destroy();
  times.sort((a, b) => a - b);
  return {
    perSecond: Math.round(times.length / seconds),
    p99: times[Math.floor(times.length * 0.99)] ?? 0,
  };
}

function deliver(url: string, agent: Agent): Promise<void> {
  const headers = {
    "content-type": "application/json",
    "x-github-event": "issues",
    "x-github-delivery": crypto.randomUUID(),
    "x-hub-signature-256": `sha256=${signature}`,
  };
  return new Promise((resolve, reject) => {
    const options = { method: "POST", headers, agent };
    const call = request(`${url}/api/github/webhooks`, options, (answer) => {
      answer.resume();
      answer.once("end", () => {
        if (answer.statusCode === 200) resolve();
        else reject(new Error(`A webhook was answered ${answer.statusCode}.`));
      });
    });
    call.once("error", reject);
    call.end(body);
  });
}

/** The pair in the middle by its ratio: other work on the machine then strikes both of it, or neither. */
function median(all: typeof pairs): (typeof pairs)[number] {
  const sorted = all.toSorted((a, b) => ratioOf(a) - ratioOf(b));
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (!middle) throw new Error("There is no turn.");
  return middle;
}

function ratioOf([ours, theirs]: (typeof pairs)[number]): number {
  return ours.perSecond / theirs.perSecond;
}

function printRates(pair: (typeof pairs)[number]): void {
  const [ours, theirs] = pair;
  console.log(
    `Intake: ${ours.perSecond} webhooks/s, ${ratioOf(pair).toFixed(2)} times a bare Probot app's ${theirs.perSecond} (at least ${leastRatio} wanted; the middle one of ${turns} turns).`,
  );
  console.log(
    `99 of 100 answers within ${ours.p99.toFixed(0)} ms, a bare Probot app's within ${theirs.p99.toFixed(0)} ms, over ${connections} connections.`,
  );
}
