import { afterEach, describe, expect, test } from "#test";
import type { PermissionInput } from "../../sandbox/auth/permissions.ts";
import { type Sandbox, startSandbox, type World } from "../../sandbox/start-sandbox.ts";
import { REPO, startWorkshop, type Workshop } from "./app-client.ts";

const HOME = `/repos/${REPO}`;
const FORBIDDEN = "Resource not accessible by integration";

describe("permissions of an installation", () => {
  let shop: Workshop;
  afterEach(() => shop.stop());
  const start = async (permissions: PermissionInput) => {
    shop = await startWorkshop(({ world }) => {
      world.as("writer").createIssue(REPO, { title: "One" });
      world.as("writer").push(REPO, { "a.md": "A" }, "Work", "topic");
      world.as("writer").createPullRequest(REPO, { title: "P", head: "topic", base: "main" });
    }, permissions);
  };
  const error = async (query: string, variables: object = {}) =>
    (await shop.graphql(query, variables)).errors?.[0];
  const inRepository = (fields: string) => `{repository(owner:"acme",name:"app"){${fields}}}`;

  test.each([
    [{ issues: "none" }, "GET", "/issues", 403],
    [{ issues: "none" }, "GET", "/issues/1", 403],
    [{ issues: "none" }, "GET", "/milestones", 403],
    [{ issues: "none" }, "GET", "/labels", 403],
    [{ issues: "none" }, "GET", "/pulls", 200],
    [{ issues: "read" }, "GET", "/issues", 200],
    [{ issues: "read" }, "PATCH", "/issues/1", 403],
    [{ issues: "read" }, "POST", "/issues/1/comments", 403],
    [{ contents: "none" }, "GET", "/contents/README.md", 403],
    [{ contents: "none" }, "GET", "/branches/main", 403],
    [{ contents: "read" }, "GET", "/contents/README.md", 200],
    [{ contents: "read" }, "POST", "/git/refs", 403],
    [{ pull_requests: "none" }, "GET", "/pulls", 403],
    [{ pull_requests: "read" }, "POST", "/pulls", 403],
    [{ pull_requests: "read" }, "POST", "/issues/2/comments", 403],
    [{ pull_requests: "read" }, "PATCH", "/issues/2", 403],
    [{ contents: "none", issues: "none" }, "GET", "/rules/branches/main", 200],
    [{ contents: "none", issues: "none" }, "GET", "/collaborators/writer/permission", 200],
  ] as const)("with %j, REST answers %s %s with %i", async (permissions, method, path, status) => {
    await start(permissions);
    const body = method === "GET" ? undefined : { title: "x", body: "x" };
    const answer = await shop.rest(method, HOME + path, body);
    expect(answer.status).toBe(status);
    if (status === 403) expect(answer.json.message).toBe(FORBIDDEN);
  });

  test.each([
    [{ issues: "none" }, "issues(first:1){totalCount}", true],
    [{ issues: "none" }, "milestones(first:1){totalCount}", true],
    [{ issues: "none" }, "labels(first:1){totalCount}", true],
    [{ issues: "none" }, "pullRequests(first:1){totalCount}", false],
    [{ issues: "read" }, "issue(number:1){title}", false],
    [{ contents: "none" }, 'object(expression:"HEAD:README.md"){oid}', true],
    [{ contents: "none" }, "nameWithOwner isArchived", false],
    [{ pull_requests: "none" }, "pullRequest(number:2){title}", true],
  ] as const)("with %j, GraphQL's %s is refused: %p", async (permissions, fields, isRefused) => {
    await start(permissions);
    const found = await error(inRepository(fields));
    if (isRefused) expect(found).toMatchObject({ type: "FORBIDDEN", message: FORBIDDEN });
    else expect(found).toBeUndefined();
  });

  test("comments of pull requests are changed only with their own permission", async () => {
    await start({ pull_requests: "read" });
    const [onIssue, onPull] = [1, 2].map(
      (number) => shop.world.as("reader").comment(REPO, number, "x").id,
    );
    for (const [method, body] of [["PATCH", { body: "y" }], ["DELETE"]] as const) {
      const changed = await shop.rest(method, `${HOME}/issues/comments/${onPull}`, body);
      expect([changed.status, changed.json.message]).toEqual([403, FORBIDDEN]);
    }
    const path = `${HOME}/issues/comments/${onIssue}`;
    expect((await shop.rest("PATCH", path, { body: "y" })).status).toBe(200);
  });

  test("a node is out of reach without its area's permission", async () => {
    await start({ issues: "none" });
    const read = "query($id:ID!){node(id:$id){id}}";
    const refused = await error(read, { id: shop.world.issue(REPO, 1).nodeId });
    expect(refused.type).toBe("FORBIDDEN");
    expect(await error(read, { id: shop.world.issue(REPO, 2).nodeId })).toBeUndefined();
  });

  test("what the account grants later counts at once, per installation", async () => {
    await start({});
    shop.sandbox.setPermissions(shop.installation, { issues: "read" });
    expect((await shop.rest("PATCH", `${HOME}/issues/1`, { title: "x" })).status).toBe(403);
    expect(await shop.events()).toEqual(["installation.new_permissions_accepted"]);
    shop.sandbox.setPermissions(shop.installation, { issues: "write" });
    expect((await shop.rest("PATCH", `${HOME}/issues/1`, { title: "x" })).status).toBe(200);
  });

  test("events of an area without permission do not arrive", async () => {
    await start({ issues: "none", contents: "none" });
    shop.world.as("writer").comment(REPO, 1, "unheard");
    shop.world.as("writer").push(REPO, { b: "1" }, "unheard");
    shop.world.as("writer").editIssue(REPO, 2, { title: "heard" });
    expect(await shop.events()).toEqual(["pull_request.edited"]);
  });

  test("an uninstalled App has neither token nor deliveries", async () => {
    await start({});
    shop.sandbox.uninstall(shop.installation);
    shop.world.as("writer").comment(REPO, 1, "unheard");
    expect(await shop.events()).toEqual(["installation.deleted"]);
    expect((await shop.rest("GET", HOME)).status).toBe(401);
  });

  test("with issues disabled, they are out of reach over both APIs until enabled again", async () => {
    await start({});
    const { nodeId } = shop.world.issue(REPO, 1);
    const edit = 'mutation($id:ID!){updateIssue(input:{id:$id,body:"x"}){issue{id}}}';
    shop.world.as("acme").disableIssues(REPO);
    expect((await shop.rest("GET", `${HOME}/issues`)).json.message).toBe(FORBIDDEN);
    expect((await error(edit, { id: nodeId })).type).toBe("FORBIDDEN");
    shop.world.as("acme").enableIssues(REPO);
    expect(await error(edit, { id: nodeId })).toBeUndefined();
  });
});

describe("permissions of people", () => {
  let sandbox: Sandbox;
  afterEach(() => sandbox.stop());
  type Act = (world: World, login: string) => unknown;
  const acts: readonly [string, string, Act][] = [
    ["reader", "comment", (w, login) => w.as(login).comment(REPO, 1, "x")],
    ["triager", "label", (w, login) => w.as(login).addLabels(REPO, 1, ["bug"])],
    ["triager", "close", (w, login) => w.as(login).closeIssue(REPO, 1)],
    ["triager", "set a milestone", (w, login) => w.as(login).setMilestone(REPO, 1, null)],
    ["triager", "add a dependency", (w, login) => w.as(login).addBlockedBy(REPO, 1, 2)],
    ["writer", "edit another's issue", (w, login) => w.as(login).editIssue(REPO, 1, { body: "x" })],
    ["writer", "push", (w, login) => w.as(login).push(REPO, { a: "1" }, "x")],
    ["writer", "pin", (w, login) => w.as(login).pinIssue(REPO, 1)],
    [
      "writer",
      "create a milestone",
      (w, login) => w.as(login).createMilestone(REPO, { title: "x" }),
    ],
    ["writer", "transfer", (w, login) => w.as(login).transferIssue(REPO, 1, "acme/lib")],
    ["admin", "delete an issue", (w, login) => w.as(login).deleteIssue(REPO, 1)],
    ["admin", "archive", (w, login) => w.as(login).archiveRepository(REPO)],
    ["admin", "rename", (w, login) => w.as(login).renameRepository(REPO, "x")],
  ];
  const ladder = ["reader", "triager", "writer", "maintainer", "admin"];

  test.each(acts)("from %s on, people may %s", async (lowest, _, act) => {
    for (const [step, login] of ladder.entries()) {
      await sandbox?.stop();
      sandbox = await startSandbox();
      const { world } = sandbox;
      for (const name of ["app", "lib"]) world.createRepository({ owner: "acme", name });
      for (const title of ["One", "Two"]) world.as("acme").createIssue(REPO, { title });
      if (step >= ladder.indexOf(lowest)) expect(() => act(world, login)).not.toThrow();
      else expect(() => act(world, login)).toThrow(/needs "/);
    }
  });
});
