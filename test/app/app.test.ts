import type { Probot } from "probot";
import { expect, test } from "#test";
import { createApp } from "../../src/app/app.ts";
import type { RepositoryAddress } from "../../src/engine/ports.ts";

const log = { debug() {}, info() {}, warn() {}, error() {} };

interface World {
  readonly acts: string[];
  readonly webhooks: (readonly [event: string, result: string, reason?: string])[];
  receive(name: string, payload: object): Promise<void>;
}

/** An App that writes down what it does with each delivery, in order. */
function createWorld(isTaking = true): World {
  const acts: string[] = [];
  const webhooks: World["webhooks"] = [];
  const receivers: ((delivery: object) => Promise<void>)[] = [];
  const probot = {
    onAny: (receive: (delivery: object) => Promise<void>) => receivers.push(receive),
  };
  createApp({
    ...{ slug: "milepost", log },
    queue: {
      request: async ({ name: repository }: RepositoryAddress) => {
        if (!isTaking) throw new Error("Redis is away");
        acts.push(`request ${repository}`);
      },
    },
    cache: { forget: async ({ name: repository }) => void acts.push(`drop ${repository}`) },
    selections: { forget: (installation: number) => acts.push(`forget ${installation}`) },
    onWebhook: (...webhook) => webhooks.push(webhook),
    syncInstallation: (installation) => acts.push(`list ${installation}`),
  })(probot as unknown as Probot);
  return {
    ...{ acts, webhooks },
    async receive(name, payload) {
      for (const receive of receivers) await receive({ id: "d-1", name, payload });
    },
  };
}

async function actsOn(name: string, payload: object): Promise<readonly string[]> {
  const world = createWorld();
  await world.receive(name, payload);
  return world.acts;
}

const edited = {
  action: "edited",
  installation: { id: 7 },
  repository: { name: "a", owner: { login: "acme" } },
};

test("an installation that changes may have another selection, before its repositories are read", async () => {
  const acts = await actsOn("installation_repositories", {
    action: "added",
    installation: { id: 7 },
    repositories_added: [{ full_name: "acme/a" }, { full_name: "acme/b" }],
  });
  expect(acts).toEqual(["forget 7", "request a", "request b"]);
});

test("other events leave the selection known", async () => {
  expect(await actsOn("milestone", edited)).toEqual(["request a"]);
});

test("what an account takes away is not kept", async () => {
  const removed = await actsOn("installation_repositories", {
    action: "removed",
    installation: { id: 7 },
    repositories_removed: [{ full_name: "acme/a" }],
  });
  expect(removed).toEqual(["forget 7", "drop a"]);
  const uninstalled = await actsOn("installation", {
    action: "deleted",
    installation: { id: 7 },
    repositories: [{ full_name: "acme/a" }, { full_name: "acme/b" }],
  });
  expect(uninstalled).toEqual(["forget 7", "drop a", "drop b"]);
});

test.each(["unsuspend", "new_permissions_accepted"])(
  "installation.%s names no repositories: they are listed",
  async (action) => {
    const acts = await actsOn("installation", { action, installation: { id: 7 } });
    expect(acts).toEqual(["forget 7", "list 7"]);
  },
);

test("every delivery is counted: what is queued, what is ignored and why, what failed", async () => {
  const world = createWorld();
  await world.receive("milestone", edited);
  await world.receive("star", { action: "created" });
  expect(world.webhooks).toEqual([
    ["milestone", "queued"],
    ["star", "ignored", "Milepost does not act on star events"],
  ]);
});

test("a delivery that the queue does not take is refused, so that GitHub logs it as failed", async () => {
  const world = createWorld(false);
  await expect(world.receive("milestone", edited)).rejects.toThrow("takes nothing");
  expect(world.webhooks).toEqual([["milestone", "failed", "the queue took nothing"]]);
});
