import { createHmac } from "node:crypto";
import { ProbotOctokit } from "probot";
import { afterEach, describe, expect, test } from "#test";
import { createSandbox, type WorldOptions } from "../../sandbox/create-sandbox.ts";
import { startSandbox } from "../../sandbox/start-sandbox.ts";
import { VirtualTime } from "../../sandbox/virtual-time.ts";
import { REPO, SECRET } from "./app-client.ts";

const API = "https://api.github.com";
const START = "2025-11-10T09:00:00Z";

/** A sandbox without sockets with an App in the same process, which hears what comes. */
function openWorkshop(options: WorldOptions = {}, answer = () => new Response("ok")) {
  const sandbox = createSandbox(options);
  const { world } = sandbox;
  world.createRepository({ owner: "acme", name: "app", files: { "README.md": "Hello\n" } });
  for (const title of ["1", "2", "3"]) world.as("writer").createIssue(REPO, { title });
  const heard: { readonly headers: Headers; readonly body: string }[] = [];
  const deliver = async (request: Request) => {
    heard.push({ headers: request.headers, body: await request.text() });
    return answer();
  };
  const app = sandbox.registerApp({ slug: "planner", webhookSecret: SECRET, deliver });
  const installation = sandbox.install(app, { account: "acme", repositories: "all" });
  const token = sandbox.createToken(installation);
  const send = (path: string, init: RequestInit = {}) =>
    sandbox.fetch(API + path, { ...init, headers: { authorization: `token ${token}` } });
  const actions = () => heard.map(({ body }) => JSON.parse(body).action);
  return { sandbox, world, token, send, heard, actions };
}

// biome-ignore lint/suspicious/noExplicitAny: bodies are read freely in tests
const bodyOf = async (answer: Response): Promise<any> => answer.json();

/** Numbers from 0 to 1, the same ones for the same seed. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe("a sandbox without sockets", () => {
  let stop: () => Promise<void> = async () => {};
  afterEach(() => stop());
  const open = (...args: Parameters<typeof openWorkshop>) => {
    const shop = openWorkshop(...args);
    stop = shop.sandbox.stop;
    return shop;
  };

  test.each(["", "/api/v3"])("answers under %j as one with sockets does", async (prefix) => {
    const { send } = open();
    const real = await startSandbox();
    const local = await send(`${prefix}/repos/${REPO}/issues/1`);
    real.world.createRepository({ owner: "acme", name: "app", files: { "README.md": "Hello\n" } });
    real.world.as("writer").createIssue(REPO, { title: "1" });
    const app = real.registerApp({ slug: "planner", webhookSecret: SECRET });
    const token = real.createToken(real.install(app, { account: "acme", repositories: "all" }));
    const headers = { authorization: `token ${token}` };
    const remote = await fetch(`${real.url}${prefix}/repos/${REPO}/issues/1`, { headers });
    expect(await local.json()).toEqual(await remote.json());
    const names = [...local.headers.keys()];
    expect([...remote.headers.keys()]).toEqual(expect.arrayContaining(names));
    expect(local.url).toBe(`${API}${prefix}/repos/${REPO}/issues/1`);
    await real.stop();
  });

  test("runs GraphQL, and names what it does not know", async () => {
    const { send } = open();
    const body = JSON.stringify({ query: "{viewer{login}}" });
    const { data } = await bodyOf(await send("/graphql", { method: "POST", body }));
    expect(data.viewer.login).toBe("planner[bot]");
    const unknown = await send("/gists");
    expect([unknown.status, (await bodyOf(unknown)).message]).toEqual([
      ...[404, expect.stringContaining("GET /gists is not implemented")],
    ]);
  });

  test("follows redirects with their bodies, unless told not to", async () => {
    const { send, world } = open();
    world.as("acme").renameRepository(REPO, "application");
    const body = JSON.stringify({ title: "Made" });
    const made = await send(`/repos/${REPO}/issues`, { method: "POST", body });
    expect([made.status, (await bodyOf(made)).title]).toEqual([201, "Made"]);
    const read = await send(`/repos/${REPO}`);
    expect((await bodyOf(read)).name).toBe("application");
    const manual = await send(`/repos/${REPO}`, { redirect: "manual" });
    expect(manual.status).toBe(301);
  });

  test.each(["before", "after"] as const)("a connection cut %s is no answer", async (when) => {
    const { send, sandbox, world } = open();
    sandbox.faults.drop({ kind: "write" }, when);
    const body = JSON.stringify({ title: "x" });
    await expect(send(`/repos/${REPO}/issues`, { method: "POST", body })).rejects.toThrow(
      "fetch failed",
    );
    expect(world.issues(REPO)).toHaveLength(when === "after" ? 4 : 3);
  });

  test("serves Probot's own client", async () => {
    const { sandbox, token } = open();
    const octokit = new ProbotOctokit({ auth: { token }, request: { fetch: sandbox.fetch } });
    const [owner = "", repo = ""] = REPO.split("/");
    const issues = await octokit.paginate(octokit.rest.issues.listForRepo, {
      ...{ owner, repo, per_page: 2 },
    });
    expect(issues).toHaveLength(3);
    const { viewer } = await octokit.graphql<{ viewer: { login: string } }>("{viewer{login}}");
    expect(viewer.login).toBe("planner[bot]");
  });

  test("hands deliveries to a function, signed as ever", async () => {
    const { world, sandbox, heard, actions } = open();
    world.as("reader").comment(REPO, 1, "é");
    await sandbox.settled();
    expect(actions()).toEqual(["created", "created"]);
    const [, { headers, body } = { headers: new Headers(), body: "" }] = heard;
    const signature = createHmac("sha256", SECRET).update(body).digest("hex");
    expect(headers.get("x-hub-signature-256")).toBe(`sha256=${signature}`);
    expect(sandbox.deliveries.map(({ status }) => status)).toEqual([200, 200]);
  });

  test("a function that fails is an App that did not answer", async () => {
    const { sandbox } = open({}, () => {
      throw new Error("down");
    });
    await sandbox.settled();
    expect(sandbox.deliveries).toMatchObject([{ event: "installation", status: 0 }]);
  });
});

describe("a sandbox whose time is given", () => {
  const open = (options: WorldOptions = {}, answer?: () => Response) => {
    const time = new VirtualTime(START);
    const { now, schedule } = time;
    return { time, ...openWorkshop({ now, schedule, signersNow: now, ...options }, answer) };
  };

  test("has the time of the given clock, and changes of one second share it", async () => {
    const { time, world, sandbox } = open();
    expect(world.issue(REPO, 1).createdAt).toBe(START);
    expect(world.issue(REPO, 3).createdAt).toBe(START);
    await time.advance(90_000);
    world.as("writer").comment(REPO, 1, "later");
    expect(world.issue(REPO, 1).updatedAt).toBe("2025-11-10T09:01:30Z");
    expect(() => sandbox.clock.advance({ seconds: 1 })).toThrow("follows the one it was given");
  });

  test("delivers when the delay is over, and not before", async () => {
    const { time, world, actions } = open({ deliveryDelay: () => 500 });
    world.as("writer").closeIssue(REPO, 1);
    await time.advance(499);
    expect(actions()).toEqual([]);
    await time.advance(1);
    expect(actions()).toEqual(["created", "closed"]);
  });

  test("what is delayed longer is overtaken", async () => {
    const deliveryDelay = ({ action }: { action?: string }) => (action === "closed" ? 900 : 100);
    const { time, world, actions, sandbox } = open({ deliveryDelay });
    world.as("writer").closeIssue(REPO, 1);
    world.as("writer").reopenIssue(REPO, 1);
    await time.runAll();
    expect(actions()).toEqual(["created", "reopened", "closed"]);
    await sandbox.settled();
  });

  test("an App that never answers has failed after ten seconds", async () => {
    const never = new Promise<Response>(() => {});
    const { time, sandbox, world } = open();
    sandbox.registerApp({ slug: "deaf", webhookSecret: "s", deliver: () => never });
    sandbox.install(
      sandbox.registerApp({ slug: "mute", webhookSecret: "s", deliver: () => never }),
      { account: "acme", repositories: "all" },
    );
    world.as("writer").comment(REPO, 1, "x");
    const ofMute = () => sandbox.deliveries.filter(({ appId }) => appId === 1003);
    await time.advance(9_999);
    expect(ofMute().map(({ status }) => status)).toEqual([undefined, undefined]);
    await time.advance(10_001);
    expect(ofMute().map(({ status }) => status)).toEqual([0, 0]);
  });

  test("a delayed call is performed when its time has come", async () => {
    const { time, send, sandbox, world } = open();
    sandbox.faults.delay({ kind: "write" }, 3_000);
    const body = JSON.stringify({ title: "x" });
    const making = send(`/repos/${REPO}/issues`, { method: "POST", body });
    await time.advance(2_999);
    expect(world.issues(REPO)).toHaveLength(3);
    await time.advance(1);
    expect([(await making).status, world.issues(REPO).length]).toEqual([201, 4]);
  });

  test("an exceeded limit ends when its hour does", async () => {
    const { time, send } = open({ enforceLimits: { pointsPerHour: 2 } });
    const read = async () => (await send(`/repos/${REPO}`)).status;
    expect([await read(), await read(), await read()]).toEqual([200, 200, 403]);
    await time.advance(3_600_000);
    expect(await read()).toBe(200);
  });

  test("a token is good for an hour of that clock", async () => {
    const { time, send } = open();
    await time.advance(3_600_000);
    expect((await send(`/repos/${REPO}`)).status).toBe(200);
    await time.advance(1);
    expect((await send(`/repos/${REPO}`)).status).toBe(401);
  });

  test("stopped, it waits for nothing", async () => {
    const { sandbox, world, actions } = open({ deliveryDelay: () => 1_000_000 });
    world.as("writer").closeIssue(REPO, 1);
    await sandbox.stop();
    expect(actions()).toEqual([]);
    expect(sandbox.deliveries.map(({ status }) => status)).toEqual([0, 0]);
  });

  test("timers without end are noticed", async () => {
    const time = new VirtualTime(START);
    const again = () => {
      time.schedule(again, 1);
    };
    again();
    await expect(time.runAll(10)).rejects.toThrow("without end");
  });
});

describe("a seeded simulation", () => {
  /** An App that answers every webhook with a comment, people, late webhooks and failing calls. */
  async function play(seed: number) {
    const random = seeded(seed);
    const time = new VirtualTime(START);
    const { now, schedule } = time;
    const deliveryDelay = () => Math.floor(random() * 2_000);
    const shop = openWorkshop({ now, schedule, signersNow: now, deliveryDelay });
    const { sandbox, world, send, heard } = shop;
    const when = () => random() < 0.3;
    sandbox.faults.fail({ kind: "write" }, { status: 502, performed: true }, { when });
    sandbox.faults.delay({ kind: "write" }, 700, { when });
    sandbox.faults.loseDeliveries({ event: "issues" }, { when });
    sandbox.faults.doubleDeliveries({ event: "issue_comment" }, { when });
    const acts = [
      (number: number) => world.as("writer").closeIssue(REPO, number),
      (number: number) => world.as("writer").reopenIssue(REPO, number),
      (number: number) => world.as("reader").comment(REPO, number, `at ${now()}`),
      (number: number) => {
        const body = JSON.stringify({ body: `seen ${heard.length}` });
        void send(`/repos/${REPO}/issues/${number}/comments`, { method: "POST", body });
      },
    ];
    for (let step = 0; step < 40; step += 1) {
      acts[Math.floor(random() * acts.length)]?.(1 + Math.floor(random() * 3));
      await time.advance(Math.floor(random() * 1_000));
    }
    await time.runAll();
    const said = heard.map(({ headers, body }) => [headers.get("x-github-delivery"), body]);
    const log = sandbox.deliveries.map(({ id, at, status }) => [id, at, status]);
    return { said, log, calls: sandbox.calls.all(), timeline: world.timeline(REPO, 1).length };
  }

  test("plays the same way for the same seed, and another way for another", async () => {
    for (const seed of [1, 2, 3]) expect(await play(seed)).toEqual(await play(seed));
    const [one, other] = [await play(1), await play(2)];
    expect(one.said).not.toEqual(other.said);
    const statuses = new Set(one.calls.map(({ status }) => status));
    expect(statuses).toEqual(new Set([201, 502]));
    expect(one.log.length).toBeGreaterThan(20);
  });
});
