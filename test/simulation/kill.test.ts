/** Real processes on a real Redis, killed at random moments while people work: nothing is lost by it. */
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "#test";
import { type Sandbox, startSandbox } from "../../sandbox/start-sandbox.ts";
import { describeWithRedis } from "../backends/describe-with-redis.ts";
import { type RedisServer, startRedis } from "../backends/redis-server.ts";
import { checkEnd } from "./check-end.ts";
import { People } from "./people.ts";
import { createPlanRepository } from "./plan-repository.ts";
import { ProcessWorld } from "./process-world.ts";
import { createRandom } from "./random.ts";
import { type Act, isDeadly, type Story, writeStory } from "./story.ts";
import { statusIssue } from "./tested-world.ts";
import { WorkerPool } from "./worker-pool.ts";

const names = ["one", "two", "three", "four", "five", "six"];
const repositories = names.map((name) => `acme/${name}`);
const workers = 2;
const rounds = 14;
/** Acts on one fact must not fall into one second. */
const gap = 1_100;
const patience = 60_000;

describeWithRedis("workers that are killed", () => {
  let redis: RedisServer;
  let sandbox: Sandbox;
  let pool: WorkerPool;

  beforeAll(async () => {
    redis = await startRedis();
    sandbox = await startSandbox({ now: Date.now, deliveryDelay: () => 0 });
  });
  afterAll(async () => {
    await pool?.stop();
    await sandbox.stop();
    await redis.stop();
  });

  function install() {
    const settings = { commitsEvery: "0", labelsBlocked: true };
    for (const repository of repositories) createPlanRepository(sandbox, repository, settings);
    const [slug, webhookSecret] = ["milepost", "secret"];
    const deliver = (request: Request) => pool.deliver(request);
    const app = sandbox.registerApp({ slug, webhookSecret, deliver });
    const { appId, privateKey } = app;
    const baseUrl = `${sandbox.url}/api/v3`;
    pool = new WorkerPool({ appId, privateKey, webhookSecret, baseUrl, redisUrl: redis.url });
    const installation = sandbox.install(app, { account: "acme", repositories: names });
    const token = sandbox.createToken(installation);
    return repositories.map((repository) => {
      const shared = { sandbox, installation: installation.id, token, slug };
      return new ProcessWorld({ ...shared, repository });
    });
  }

  function actsOf(seed: number): readonly Act[] {
    const stories = [seed, seed + 1, seed + 2].map(writeStory);
    const acts = stories.flatMap((story) => story.steps.map(({ act }) => inWordsOf(story, act)));
    return acts.filter((act) => !isDeadly(act)).slice(0, rounds);
  }

  /** Stories that follow one another in one repository must not say the same twice. */
  function inWordsOf({ seed }: Story, act: Act): Act {
    const distinct = (text: string) => `${text} of story ${seed}`;
    if ("line" in act) return { ...act, line: distinct(act.line) };
    if (!("orders" in act)) return act;
    const orders = act.orders.map((order) =>
      "text" in order ? { ...order, text: distinct(order.text) } : order,
    );
    return { ...act, orders };
  }

  /** GitHub fails too, and events get lost. */
  function beginTrouble() {
    const random = createRandom(7);
    const often = (probability: number) => ({ when: () => random.chance(probability) });
    const { faults } = sandbox;
    faults.fail({ kind: "read" }, { status: 502 }, often(0.03));
    faults.fail({ kind: "write" }, { status: 502, performed: true }, often(0.05));
    faults.drop({}, "after", often(0.02));
    faults.loseDeliveries({}, often(0.1));
    faults.doubleDeliveries({}, often(0.1));
  }

  /** The faults of the end, which must go away by themselves. */
  async function waitForPeace(check: () => Promise<readonly string[]>): Promise<readonly string[]> {
    const begin = Date.now();
    for (;;) {
      const found = await check().catch((error: Error) => [error.message]);
      if (found.length === 0 || Date.now() - begin > patience) return found;
      await sleep(1_000);
    }
  }

  test(
    "leave surfaces that are true, and each command run once",
    async () => {
      const random = createRandom(20_251_110);
      const worlds = install();
      await Promise.all(Array.from({ length: workers }, () => pool.start()));
      const areReady = async () => worlds.filter((world) => !statusIssue(world)).map(() => "none");
      expect(await waitForPeace(areReady)).toEqual([]);
      await sleep(gap);
      beginTrouble();

      const people = worlds.map((world) => new People(world));
      const acts = worlds.map((_, index) => actsOf(1 + index * 3));
      let replacement: Promise<void> = Promise.resolve();
      for (let round = 0; round < rounds; round += 1) {
        for (const [index, one] of people.entries()) {
          const act = acts[index]?.[round];
          if (act) one.perform(act);
        }
        await sleep(random.between(0, gap));
        if (round % 2 === 1) {
          await replacement;
          replacement = pool.killAndReplace(random.between(0, workers - 1));
        }
        await sleep(gap);
      }
      await replacement;
      sandbox.faults.clear();

      const check = async () => {
        const ends = worlds.map(async (world, index) => {
          const one = people[index];
          return one ? checkEnd(world, one) : [];
        });
        return (await Promise.all(ends)).flat();
      };
      expect(await waitForPeace(check)).toEqual([]);
      // Workers do die here, and a repository whose job was struck twice is right to say so.
      const isMeant = (error: string) => error.startsWith("workers died while they synced");
      expect(pool.errors.filter((error) => !isMeant(error))).toEqual([]);
      expect(pool.kills).toBeGreaterThan(3);
    },
    5 * 60_000,
  );
});
