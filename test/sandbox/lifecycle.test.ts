import { afterEach, beforeEach, describe, expect, test } from "#test";
import { call, REPO, startWorkshop, type Workshop } from "./app-client.ts";

const OLD = `/repos/${REPO}`;
const NEW = "/repos/umbrella/app";
const FORBIDDEN = "Resource not accessible by integration";

describe("a repository that changes hands", () => {
  let shop: Workshop;
  let token: string;
  beforeEach(async () => {
    shop = await startWorkshop(({ world }) => {
      world.createRepository({ owner: "umbrella", name: "own", isOrganization: true });
      world.as("writer").createIssue(REPO, { title: "One" });
    });
    const { sandbox, app } = shop;
    const other = sandbox.install(app, { account: "umbrella", repositories: "all" });
    token = sandbox.createToken(other);
    await sandbox.settled();
    shop.hooks.received.length = 0;
  });
  afterEach(() => shop.stop());
  const transfer = () => shop.world.as("acme").transferRepository(REPO, "umbrella");
  const asNew = (method: string, path: string, body?: object) =>
    call(shop.sandbox, token, method, path, body);

  test("keeps its ids and its issues under a new address", async () => {
    const before = shop.world.repository(REPO);
    const { id, nodeId } = before;
    const issue = shop.world.issue(REPO, 1).nodeId;
    transfer();
    expect((await asNew("GET", NEW)).json).toMatchObject({
      ...{ id, node_id: nodeId, full_name: "umbrella/app", owner: { type: "Organization" } },
    });
    const query = "query($id:ID!){node(id:$id){... on Issue{number repository{nameWithOwner}}}}";
    const { json } = await asNew("POST", "/graphql", { query, variables: { id: issue } } as object);
    expect(json.data.node).toEqual({ number: 1, repository: { nameWithOwner: "umbrella/app" } });
  });

  test("its old address leads to the new one for whoever may see it there, and to nothing for others", async () => {
    const { id } = shop.world.repository(REPO);
    transfer();
    const headers = { authorization: `token ${token}` };
    for (const [method, status] of [
      ["GET", 301],
      ["PATCH", 307],
    ] as const) {
      const path = `${OLD}/issues/1`;
      const request = { method, headers, redirect: "manual" } as const;
      const answer = await fetch(shop.sandbox.url + path, request);
      const to = `${shop.sandbox.url}/repositories/${id}/issues/1`;
      expect([answer.status, answer.headers.get("location")]).toEqual([status, to]);
    }
    expect((await asNew("GET", `${OLD}/issues/1`)).json.title).toBe("One");
    expect((await shop.rest("GET", `${OLD}/issues/1`)).status).toBe(404);
    const query = '{repository(owner:"acme",name:"app"){nameWithOwner}}';
    const found = await asNew("POST", "/graphql", { query });
    expect(found.json.data.repository.nameWithOwner).toBe("umbrella/app");
    expect((await shop.graphql(query)).errors[0].type).toBe("NOT_FOUND");
  });

  test("the old owner's Apps hear of the loss, the new owner's of the transfer, then of what happens", async () => {
    transfer();
    shop.world.as("writer").comment("umbrella/app", 1, "here");
    expect(await shop.events()).toEqual([
      ...["installation_repositories.removed", "installation_repositories.added"],
      ...["repository.transferred", "issue_comment.created"],
    ]);
    const [removed, added, transferred] = shop.hooks.received.map(({ payload }) => payload);
    expect(removed).toMatchObject({
      ...{ installation: { account: { login: "acme" } }, repositories_added: [] },
      repositories_removed: [{ full_name: "umbrella/app" }],
    });
    expect(added).toMatchObject({
      ...{ installation: { account: { login: "umbrella" } }, repository_selection: "all" },
    });
    expect(transferred).toMatchObject({
      ...{ repository: { full_name: "umbrella/app" }, organization: { login: "umbrella" } },
      ...{ changes: { owner: { from: { user: { login: "acme" } } } }, sender: { login: "acme" } },
    });
  });

  test("needs its name to be free, and an administrator", () => {
    shop.world.createRepository({ owner: "umbrella", name: "app" });
    expect(transfer).toThrow("name already exists");
    const maintainer = shop.world.as("maintainer");
    expect(() => maintainer.transferRepository(REPO, "someone")).toThrow('needs "admin"');
  });

  test("its old name can be taken by a new repository", async () => {
    transfer();
    const { id } = shop.world.createRepository({ owner: "acme", name: "app" });
    shop.sandbox.addRepository(shop.installation, "app");
    expect((await shop.rest("GET", OLD)).json.id).toBe(id);
    expect((await asNew("GET", NEW)).json.id).not.toBe(id);
  });
});

describe("an installation's life", () => {
  let shop: Workshop;
  beforeEach(async () => {
    shop = await startWorkshop(({ world }) => {
      for (const name of ["lib", "far"]) world.createRepository({ owner: "acme", name });
      world.as("writer").createIssue(REPO, { title: "One" });
    });
    shop.sandbox.addRepository(shop.installation, "lib");
    await shop.sandbox.settled();
    shop.hooks.received.length = 0;
  });
  afterEach(() => shop.stop());
  const path = () => `/app/installations/${shop.installation.id}/access_tokens`;
  const ask = (body?: object) => call(shop.sandbox, shop.jwt, "POST", path(), body);
  const using = (token: string, method: string, where: string, body?: object) =>
    call(shop.sandbox, token, method, where, body);

  test("suspended, it gets no token, its tokens are refused, nothing is delivered; then all is back", async () => {
    shop.sandbox.suspend(shop.installation);
    const message = "This installation has been suspended";
    for (const answer of [await ask(), await shop.rest("GET", OLD)]) {
      expect([answer.status, answer.json.message]).toEqual([403, message]);
    }
    const query = await call(shop.sandbox, shop.token, "POST", "/graphql", {
      query: "{viewer{login}}",
    });
    expect([query.status, query.json.message]).toEqual([403, message]);
    shop.world.as("writer").comment(REPO, 1, "unheard");
    shop.sandbox.unsuspend(shop.installation);
    expect((await shop.rest("GET", OLD)).status).toBe(200);
    expect(await shop.events()).toEqual(["installation.suspend", "installation.unsuspend"]);
  });

  test("deleted, its tokens are unknown and it is not found", async () => {
    const { token } = (await ask({ repositories: ["app"] })).json;
    shop.sandbox.uninstall(shop.installation);
    expect((await using(token, "GET", OLD)).status).toBe(401);
    expect((await shop.rest("GET", OLD)).status).toBe(401);
    expect((await ask()).status).toBe(404);
    expect(await shop.events()).toEqual(["installation.deleted"]);
  });

  test("what it is found by: repository, owner, and no other", async () => {
    const { id } = shop.installation;
    for (const where of [`${OLD}/installation`, "/users/acme/installation"]) {
      expect((await call(shop.sandbox, shop.jwt, "GET", where)).json.id).toBe(id);
    }
    const other = await call(shop.sandbox, shop.jwt, "GET", "/orgs/nobody/installation");
    expect(other.status).toBe(404);
  });

  test.each([
    ["names", () => ({ repositories: ["lib"] })],
    ["ids", () => ({ repository_ids: [shop.world.repository("acme/lib").id] })],
  ])(
    "a token for some repositories, by their %s, reaches those only, over both APIs",
    async (_, body) => {
      const { status, json } = await ask(body());
      expect([status, json.repository_selection]).toEqual([201, "selected"]);
      expect(json.repositories.map(({ name }: { name: string }) => name)).toEqual(["lib"]);
      expect((await using(json.token, "GET", "/repos/acme/lib")).status).toBe(200);
      expect((await using(json.token, "GET", OLD)).status).toBe(404);
      const query =
        '{a:repository(owner:"acme",name:"lib"){id} b:repository(owner:"acme",name:"app"){id}}';
      const { data, errors } = (await using(json.token, "POST", "/graphql", { query })).json;
      expect([data.a === null, data.b, errors[0].type]).toEqual([false, null, "NOT_FOUND"]);
      const list = await using(json.token, "GET", "/installation/repositories");
      expect(list.json).toMatchObject({ total_count: 1, repository_selection: "selected" });
      shop.sandbox.removeRepository(shop.installation, "lib");
      expect((await using(json.token, "GET", "/repos/acme/lib")).status).toBe(404);
    },
  );

  test("a token with fewer permissions has those and metadata, and loses what the installation loses", async () => {
    const { json } = await ask({ permissions: { issues: "read" } });
    expect(json.permissions).toEqual({ issues: "read", metadata: "read" });
    expect((await using(json.token, "GET", `${OLD}/issues`)).status).toBe(200);
    const written = await using(json.token, "PATCH", `${OLD}/issues/1`, { title: "x" });
    expect([written.status, written.json.message]).toEqual([403, FORBIDDEN]);
    expect((await using(json.token, "GET", `${OLD}/contents/README.md`)).status).toBe(403);
    shop.sandbox.setPermissions(shop.installation, { issues: "none" });
    expect((await using(json.token, "GET", `${OLD}/issues`)).status).toBe(403);
    expect(await shop.events()).toEqual(["installation.new_permissions_accepted"]);
  });

  test("a token is not made for more than the installation has", async () => {
    const reach =
      "There is at least one repository that does not exist or is not accessible to the parent installation.";
    for (const repositories of [["far"], ["lib", "none"]]) {
      const { status, json } = await ask({ repositories });
      expect([status, json.message]).toEqual([422, reach]);
    }
    for (const permissions of [{ checks: "write" }, { metadata: "write" }]) {
      const { status, json } = await ask({ permissions });
      expect([status, json.message]).toEqual([
        ...[422, "The permissions requested are not granted to this installation."],
      ]);
    }
  });
});

describe("the log of deliveries", () => {
  let shop: Workshop;
  beforeEach(async () => {
    shop = await startWorkshop(({ world }) => {
      world.as("writer").createIssue(REPO, { title: "One" });
    });
  });
  afterEach(() => shop.stop());
  const LOG = "/app/hook/deliveries";
  const get = (path: string) => call(shop.sandbox, shop.jwt, "GET", path);
  const comment = (body: string) => shop.world.as("reader").comment(REPO, 1, body);

  test("says of each what it was about, newest first, and pages by cursor", async () => {
    for (const body of ["a", "b", "c"]) comment(body);
    await shop.sandbox.settled();
    const { json, headers } = await get(`${LOG}?per_page=2`);
    expect(json).toMatchObject([
      { event: "issue_comment", action: "created", status: "OK", redelivery: false },
      { repository_id: shop.world.repository(REPO).id, installation_id: shop.installation.id },
    ]);
    const next = /<([^>]*)>; rel="next"/.exec(headers.get("link") ?? "")?.[1] ?? "";
    const rest = await get(next.replace(shop.sandbox.url, ""));
    expect(rest.json.map(({ event }: { event: string }) => event)).toEqual([
      ...["issue_comment", "installation"],
    ]);
    expect(rest.headers.get("link")).toBeNull();
  });

  test("one of them is read with what was sent", async () => {
    comment("Hello");
    await shop.sandbox.settled();
    const [{ id, guid }] = (await get(LOG)).json;
    const { json } = await get(`${LOG}/${id}`);
    expect(json).toMatchObject({ id, guid, url: shop.hooks.url, status_code: 200 });
    expect(json.request.payload.comment.body).toBe("Hello");
    expect(json.request.headers["x-github-delivery"]).toBe(guid);
    expect((await get(`${LOG}/99999`)).status).toBe(404);
  });

  test("failures are those answered with 400 and more; nobody's answer is none of them", async () => {
    shop.sandbox.faults.loseDeliveries({}, "next", { attempted: true });
    comment("unanswered");
    comment("heard");
    await shop.sandbox.settled();
    expect((await get(`${LOG}?status=failure`)).json).toEqual([]);
    expect((await get(`${LOG}?status=success`)).json).toHaveLength(2);
    const all = (await get(LOG)).json;
    const codes = all.map(({ status_code }: { status_code: number }) => status_code);
    expect(codes).toEqual([200, 0, 200]);
    expect(all[1].status).not.toBe("OK");
  });

  test("a redelivery is another attempt with the same guid, and an entry of its own", async () => {
    shop.sandbox.faults.loseDeliveries({}, "next", { attempted: true });
    comment("lost");
    await shop.sandbox.settled();
    const [lost] = (await get(LOG)).json;
    const again = await call(shop.sandbox, shop.jwt, "POST", `${LOG}/${lost.id}/attempts`);
    expect(again.status).toBe(202);
    await shop.sandbox.settled();
    const [first, second] = (await get(LOG)).json;
    expect(first).toMatchObject({
      guid: lost.guid,
      redelivery: true,
      status: "OK",
      action: "created",
    });
    expect(second).toEqual(lost);
    expect(first.id).not.toBe(lost.id);
    const ids = shop.hooks.received.map(({ headers }) => headers["x-github-delivery"]);
    expect(ids).toEqual([lost.guid]);
  });

  test("another App's deliveries are not its own", async () => {
    const other = shop.sandbox.registerApp({ slug: "other", webhookUrl: "", webhookSecret: "s" });
    shop.sandbox.install(other, { account: "acme", repositories: "all" });
    await shop.sandbox.settled();
    const id = shop.sandbox.deliveries.length;
    expect((await get(`${LOG}/${id}`)).status).toBe(404);
    const again = await call(shop.sandbox, shop.jwt, "POST", `${LOG}/${id}/attempts`);
    expect(again.status).toBe(404);
  });
});
