import { expect, test } from "@jest/globals";
import type { Probot } from "probot";
import { createApp } from "../../src/app/app.ts";
import type { RepositoryAddress } from "../../src/engine/ports.ts";

const log = { debug() {}, info() {}, warn() {}, error() {} };

/** What the App does with one delivery, in order. */
async function actsOn(name: string, payload: object): Promise<readonly string[]> {
  const acts: string[] = [];
  const queue = {
    request: async ({ name: repository }: RepositoryAddress) => {
      acts.push(`request ${repository}`);
    },
    start() {},
    idle: async () => undefined,
    stop: async () => undefined,
  };
  const selections = { forget: (installation: number) => acts.push(`forget ${installation}`) };
  const receivers: ((delivery: object) => Promise<void>)[] = [];
  const probot = {
    onAny: (receive: (delivery: object) => Promise<void>) => receivers.push(receive),
  };
  createApp({ slug: "milepost", queue, selections, log })(probot as unknown as Probot);
  for (const receive of receivers) await receive({ id: "d-1", name, payload });
  return acts;
}

test("an installation that changes may have another selection, before its repositories are read", async () => {
  const acts = await actsOn("installation_repositories", {
    action: "added",
    installation: { id: 7 },
    repositories_added: [{ full_name: "acme/a" }, { full_name: "acme/b" }],
  });
  expect(acts).toEqual(["forget 7", "request a", "request b"]);
});

test("other events leave the selection known", async () => {
  const acts = await actsOn("milestone", {
    action: "edited",
    installation: { id: 7 },
    repository: { name: "a", owner: { login: "acme" } },
  });
  expect(acts).toEqual(["request a"]);
});
