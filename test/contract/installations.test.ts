import { expect, test } from "#test";
import { RetryableError } from "../../src/engine/errors.ts";
import type { RepositoryAddress } from "../../src/engine/ports.ts";
import { createBotIdReader } from "../../src/github/bot-id.ts";
import { createInstallations } from "../../src/github/installations.ts";
import { octokitFor, scope, useScriptedGithub } from "./scripted-github.ts";

useScriptedGithub();

const [pushed, changed] = ["2025-11-09T08:00:00Z", "2025-11-10T08:00:00Z"];

const repository = (name: string, archived = false) => ({
  ...{ id: name.charCodeAt(0), name, archived, owner: { login: "acme" } },
  ...{ pushed_at: pushed, updated_at: changed },
});

/** As `list` tells of it: "a" has the number 97. */
const listed = (installation: number, name: string) => ({
  ...{ installation, owner: "acme", name, id: name.charCodeAt(0), lastActiveAt: changed },
});

async function list(): Promise<readonly RepositoryAddress[]> {
  const connect = octokitFor({ readRetries: 0 });
  const found: RepositoryAddress[] = [];
  for await (const one of createInstallations(await connect(0), connect).list()) found.push(one);
  return found;
}

test("lists the repositories of all installations, page by page", async () => {
  const next = '<https://api.github.com/installation/repositories?page=2>; rel="next"';
  scope()
    .get("/app/installations?per_page=100")
    .reply(200, [
      { id: 1, suspended_at: null },
      { id: 2, suspended_at: "2025-11-01T00:00:00Z" },
    ]);
  scope()
    .get("/installation/repositories?per_page=100")
    .reply(
      200,
      { total_count: 3, repositories: [repository("a"), repository("old", true)] },
      { link: next },
    );
  scope()
    .get("/installation/repositories?page=2")
    .reply(200, { total_count: 3, repositories: [repository("b")] });
  expect(await list()).toEqual([listed(1, "a"), listed(1, "b")]);
});

test("goes on when one installation is gone", async () => {
  scope()
    .get("/app/installations?per_page=100")
    .reply(200, [{ id: 1 }, { id: 2 }]);
  scope().get("/installation/repositories?per_page=100").reply(404, { message: "Not Found" });
  scope()
    .get("/installation/repositories?per_page=100")
    .reply(200, { total_count: 1, repositories: [repository("b")] });
  expect(await list()).toEqual([listed(2, "b")]);
});

test("goes on when one installation lets nobody in from our address", async () => {
  scope()
    .get("/app/installations?per_page=100")
    .reply(200, [{ id: 1 }, { id: 2 }]);
  scope()
    .get("/installation/repositories?per_page=100")
    .reply(403, { message: "the organization has an IP allow list enabled" });
  scope()
    .get("/installation/repositories?per_page=100")
    .reply(200, { total_count: 1, repositories: [repository("b")] });
  expect(await list()).toEqual([listed(2, "b")]);
});

test("says when the list itself cannot be read", async () => {
  scope().get("/app/installations?per_page=100").reply(502, "");
  await expect(list()).rejects.toThrow(RetryableError);
});

test("looks the bot up once", async () => {
  scope().get("/users/milepost%5Bbot%5D").reply(200, { node_id: "BOT_1" });
  const read = createBotIdReader("milepost");
  const octokit = await octokitFor()(1);
  expect([await read(octokit), await read(octokit)]).toEqual(["BOT_1", "BOT_1"]);
});
