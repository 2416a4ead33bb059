import { afterAll, beforeAll, describe, expect, test } from "#test";
import { call, signJwt, startWorkshop, type Workshop } from "./app-client.ts";

describe("authentication", () => {
  let shop: Workshop;
  beforeAll(async () => {
    shop = await startWorkshop(({ world }) => {
      world.createRepository({ owner: "acme", name: "other" });
    });
  });
  afterAll(() => shop.stop());

  test("an App finds itself and its installations with its own token, under both prefixes", async () => {
    for (const prefix of ["", "/api/v3"]) {
      const app = await call(shop.sandbox, shop.jwt, "GET", `${prefix}/app`);
      expect(app.json).toMatchObject({ id: shop.app.appId, slug: "planner" });
      const list = await call(shop.sandbox, shop.jwt, "GET", `${prefix}/app/installations`);
      expect(list.json).toMatchObject([{ id: shop.installation.id, account: { login: "acme" } }]);
    }
    const path = "/repos/acme/app/installation";
    expect((await call(shop.sandbox, shop.jwt, "GET", path)).json.id).toBe(shop.installation.id);
  });

  test("the client id signs as well as the App's id", async () => {
    const jwt = signJwt(shop.app, 300, shop.app.clientId);
    expect((await call(shop.sandbox, jwt, "GET", "/app")).status).toBe(200);
  });

  test.each([
    ["no token", () => undefined],
    ["an unknown token", () => "ghs_unknown"],
    ["an expired JWT", () => signJwt(shop.app, -120)],
    ["a JWT valid for an hour", () => signJwt(shop.app, 3600)],
    ["a JWT with another signature", () => `${shop.jwt.slice(0, -8)}AAAAAAAA`],
    ["a JWT of an unknown App", () => signJwt(shop.app, 300, 9)],
  ])("%s is answered 401", async (_, token) => {
    const answer = await call(shop.sandbox, token(), "GET", "/app");
    expect(answer.status).toBe(401);
    expect(answer.json).toMatchObject({ message: expect.any(String), status: "401" });
  });

  test("a token is for an hour of the real clock, whatever the sandbox's time", async () => {
    const path = `/app/installations/${shop.installation.id}/access_tokens`;
    const { status, json } = await call(shop.sandbox, shop.jwt, "POST", path);
    expect(status).toBe(201);
    const minutes = (Date.parse(json.expires_at) - Date.now()) / 60_000;
    expect(Math.round(minutes)).toBe(60);
    expect(json.token).toMatch(/^ghs_/);
  });

  test("a repository outside the installation is not found, in both APIs", async () => {
    expect((await shop.rest("GET", "/repos/acme/other")).status).toBe(404);
    const { data, errors } = await shop.graphql('{repository(owner:"acme",name:"other"){id}}');
    expect(data.repository).toBeNull();
    expect(errors[0]).toMatchObject({ type: "NOT_FOUND", path: ["repository"] });
  });

  test("an installation lists the repositories it reaches", async () => {
    const { json } = await shop.rest("GET", "/installation/repositories");
    expect(json.total_count).toBe(1);
    expect(json.repositories[0].full_name).toBe("acme/app");
  });

  test("a bot's account is found by its login", async () => {
    const { json } = await shop.rest("GET", "/users/planner%5Bbot%5D");
    expect(json).toMatchObject({ login: "planner[bot]", type: "Bot", id: expect.any(Number) });
  });

  test("people's permissions are told unfolded in user.permissions", async () => {
    const read = (login: string) =>
      shop.rest("GET", `/repos/acme/app/collaborators/${login}/permission`);
    expect((await read("triager")).json).toMatchObject({
      permission: "read",
      role_name: "triage",
      user: { permissions: { triage: true, push: false, pull: true } },
    });
    expect((await read("maintainer")).json).toMatchObject({ permission: "write" });
  });

  test.each(["nobody-at-all", "planner[bot]"])("%s is not a user", async (login) => {
    const path = `/repos/acme/app/collaborators/${encodeURIComponent(login)}/permission`;
    const { status, json } = await shop.rest("GET", path);
    expect([status, json.message]).toEqual([404, `${login} is not a user`]);
  });

  test.each([
    ["admin", "admin", [true, true, true, true, true]],
    ["maintainer", "write", [false, true, true, true, true]],
    ["writer", "write", [false, false, true, true, true]],
    ["triager", "read", [false, false, false, true, true]],
    ["reader", "read", [false, false, false, false, true]],
    ["stranger", "read", [false, false, false, false, true]],
  ])("%s of a public repository has %s, told unfolded beside it", async (login, folded, can) => {
    shop.world.as("stranger");
    const { json } = await shop.rest("GET", `/repos/acme/app/collaborators/${login}/permission`);
    const [admin, maintain, push, triage, pull] = can;
    expect([json.permission, json.user.permissions]).toEqual([
      ...[folded, { admin, maintain, push, triage, pull }],
    ]);
  });

  test("in a private repository a stranger has nothing, a custom role has its own name", async () => {
    const closed = await startWorkshop(({ world }) => {
      world.as("acme").privatizeRepository("acme/app");
      world.as("stranger");
      world.setRole("acme/app", "planner-in-chief", "triage", "Planner");
    });
    const read = async (login: string) =>
      (await closed.rest("GET", `/repos/acme/app/collaborators/${login}/permission`)).json;
    expect(await read("stranger")).toMatchObject({
      ...{ permission: "none", user: { permissions: { pull: false } } },
    });
    expect(await read("planner-in-chief")).toMatchObject({
      ...{ permission: "read", role_name: "Planner" },
      user: { role_name: "Planner", permissions: { triage: true, push: false } },
    });
    await closed.stop();
  });

  test("a permission the App lacks is refused in both APIs", async () => {
    const poor = await startWorkshop(() => {}, { issues: "read" });
    const made = await poor.rest("POST", "/repos/acme/app/issues", { title: "x" });
    expect([made.status, made.json.message]).toEqual([
      403,
      "Resource not accessible by integration",
    ]);
    const id = poor.world.repository("acme/app").nodeId;
    const { errors } = await poor.graphql(
      'mutation($id:ID!){createIssue(input:{repositoryId:$id,title:"x"}){issue{id}}}',
      { id },
    );
    expect(errors[0]).toMatchObject({
      type: "FORBIDDEN",
      message: "Resource not accessible by integration",
    });
    await poor.stop();
  });

  test("a suspended installation gets no token", async () => {
    shop.sandbox.suspend(shop.installation);
    const path = `/app/installations/${shop.installation.id}/access_tokens`;
    const { status, json } = await call(shop.sandbox, shop.jwt, "POST", path);
    expect([status, json.message]).toEqual([403, "This installation has been suspended"]);
    shop.sandbox.unsuspend(shop.installation);
    expect((await call(shop.sandbox, shop.jwt, "POST", path)).status).toBe(201);
  });
});
