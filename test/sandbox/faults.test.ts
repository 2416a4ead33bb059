import { afterEach, beforeEach, describe, expect, test } from "#test";
import { call, REPO, startWorkshop, type Workshop } from "./app-client.ts";

const ISSUES = `/repos/${REPO}/issues`;
const ROUTE = "/repos/{owner}/{repo}/issues";
const CREATE = 'mutation Make($id:ID!){createIssue(input:{repositoryId:$id,title:"x"}){issue{id}}}';

describe("faults of calls", () => {
  let shop: Workshop;
  beforeEach(async () => {
    shop = await startWorkshop(({ world }) => {
      world.createRepository({ owner: "acme", name: "other" });
      world.as("writer").createIssue(REPO, { title: "One" });
    });
    shop.sandbox.addRepository(shop.installation, "other");
    await shop.sandbox.settled();
    shop.hooks.received.length = 0;
  });
  afterEach(() => shop.stop());
  const count = () => shop.world.issues(REPO).length;
  const make = () => shop.rest("POST", ISSUES, { title: "x" });
  const query = (text: string, variables: object = {}) =>
    call(shop.sandbox, shop.token, "POST", "/graphql", { query: text, variables });
  const repositoryId = () => ({ id: shop.world.repository(REPO).nodeId });

  test.each([500, 502, 503, 504] as const)("%i is answered once, unperformed", async (status) => {
    const fault = shop.sandbox.faults.fail({ method: "POST", route: ROUTE }, { status });
    expect((await make()).status).toBe(status);
    expect(count()).toBe(1);
    expect((await make()).status).toBe(201);
    expect([fault.seen, fault.struck, count()]).toEqual([2, 1, 2]);
  });

  test("an answer lost after the write leaves what was written", async () => {
    shop.sandbox.faults.fail({ kind: "write" }, { status: 502, performed: true });
    expect((await make()).status).toBe(502);
    expect(count()).toBe(2);
    expect(await shop.events()).toEqual(["issues.opened"]);
    expect(shop.sandbox.calls.all().at(-1)).toMatchObject({ kind: "write", status: 502 });
  });

  test("every third call fails, until the fault is removed", async () => {
    const fault = shop.sandbox.faults.fail({ route: ROUTE }, { status: 500 }, { every: 3 });
    const statuses = async (calls: number) => {
      const found: number[] = [];
      for (let one = 0; one < calls; one += 1) found.push((await shop.rest("GET", ISSUES)).status);
      return found;
    };
    expect(await statuses(7)).toEqual([200, 200, 500, 200, 200, 500, 200]);
    fault.remove();
    expect(await statuses(3)).toEqual([200, 200, 200]);
    expect([fault.seen, fault.struck]).toEqual([7, 2]);
    const later = { skip: 1, times: 2 };
    shop.sandbox.faults.fail({ route: /issues$/ }, { status: 500 }, later);
    expect(await statuses(4)).toEqual([200, 500, 500, 200]);
  });

  test("a fault of one repository leaves the other alone, over both APIs", async () => {
    const fault = shop.sandbox.faults.fail({ repository: "Acme/Other" }, { status: 502 }, "always");
    const read =
      "query Read($owner:String!,$name:String!){repository(owner:$owner,name:$name){id}}";
    expect((await shop.rest("GET", ISSUES)).status).toBe(200);
    expect((await shop.rest("GET", "/repos/acme/other/issues")).status).toBe(502);
    expect((await query(read, { owner: "acme", name: "app" })).status).toBe(200);
    expect((await query(read, { owner: "acme", name: "other" })).status).toBe(502);
    expect((await query('{repository(owner:"acme",name:"other"){id}}')).status).toBe(502);
    const other = { id: shop.world.repository("acme/other").nodeId };
    expect((await query(CREATE, other)).status).toBe(502);
    expect((await query(CREATE, repositoryId())).status).toBe(200);
    expect(fault.struck).toBe(4);
  });

  test.each(["Make", "createIssue"])("a GraphQL operation is named %s", async (operation) => {
    shop.sandbox.faults.fail({ operation }, { status: 504 });
    expect((await query("{viewer{login}}")).status).toBe(200);
    const { status, json } = await query(CREATE, repositoryId());
    expect([status, json.data]).toEqual([504, null]);
    expect(json.errors[0].message).toContain("This may be the result of a timeout");
    expect((await query(CREATE, repositoryId())).status).toBe(200);
  });

  test.each([
    ["before", 1],
    ["after", 2],
  ] as const)("a connection cut %s performing leaves %i issues", async (when, left) => {
    const fault = shop.sandbox.faults.drop({ kind: "write" }, when);
    await expect(make()).rejects.toThrow("fetch failed");
    expect([count(), fault.struck]).toEqual([left, 1]);
    expect(shop.sandbox.calls.all().at(-1)).toMatchObject({ kind: "write", status: 0 });
    shop.sandbox.faults.drop({ operation: "createIssue" }, when);
    await expect(query(CREATE, repositoryId())).rejects.toThrow("fetch failed");
    expect(count()).toBe(2 * left - 1);
  });

  test("a call is kept waiting until the test lets it go", async () => {
    const hold = shop.sandbox.faults.hold({ method: "POST", route: ROUTE });
    const making = make();
    const overtaking = await shop.rest("POST", `${ISSUES}/1/comments`, { body: "first" });
    expect([overtaking.status, count()]).toEqual([201, 1]);
    hold.release();
    expect([(await making).status, count(), hold.struck]).toEqual([201, 2, 1]);
  });

  test("a delayed call is performed all the same", async () => {
    const fault = shop.sandbox.faults.delay({ route: ROUTE, method: "POST" }, 5);
    expect([(await make()).status, count(), fault.struck]).toEqual([201, 2, 1]);
  });

  test("stopping lets go of what is kept waiting", async () => {
    shop.sandbox.faults.hold({ method: "POST" });
    const making = make().then(
      () => "ended",
      () => "ended",
    );
    await shop.rest("GET", ISSUES);
    await shop.stop();
    expect(await making).toBe("ended");
  });

  test("a hook acts between a read and a write", async () => {
    const before = shop.world.issue(REPO, 1).body;
    const hook = shop.sandbox.faults.before({ method: "PATCH" }, () => {
      shop.world.as("writer").editIssue(REPO, 1, { body: "A person was faster" });
    });
    const { json } = await shop.rest("PATCH", `${ISSUES}/1`, { body: "From the App" });
    expect([before, json.body, hook.struck]).toEqual(["", "From the App", 1]);
    await shop.sandbox.settled();
    const edits = shop.hooks.received.map(({ payload }) => payload.changes.body.from);
    expect(edits).toEqual(["", "A person was faster"]);
  });

  test("a push between a read and a commit makes the commit stale", async () => {
    shop.sandbox.faults.before({ operation: "createCommitOnBranch" }, () => {
      shop.world.as("writer").push(REPO, { "a.md": "1" }, "Between");
    });
    const input = {
      branch: { repositoryNameWithOwner: REPO, branchName: "main" },
      expectedHeadOid: shop.world.commits(REPO)[0]?.sha,
      message: { headline: "docs" },
      fileChanges: { additions: [{ path: "b.md", contents: "" }] },
    };
    const commit =
      "mutation($input:CreateCommitOnBranchInput!){createCommitOnBranch(input:$input){commit{oid}}}";
    const { errors } = await shop.graphql(commit, { input });
    expect(errors[0].type).toBe("STALE_DATA");
    expect(shop.world.commits(REPO)).toHaveLength(2);
  });

  test("a primary limit is 403 over REST and RATE_LIMITED with HTTP 200 over GraphQL", async () => {
    shop.sandbox.faults.limit({}, { kind: "primary", reset: 1_900_000_000 }, { times: 2 });
    const refused = await make();
    expect([refused.status, count()]).toEqual([403, 1]);
    expect(refused.json.message).toContain("API rate limit exceeded for installation ID");
    expect(refused.headers.get("x-ratelimit-remaining")).toBe("0");
    expect(refused.headers.get("x-ratelimit-reset")).toBe("1900000000");
    const answer = await query("{viewer{login}}");
    expect(answer.status).toBe(200);
    expect(answer.json.errors[0].type).toBe("RATE_LIMITED");
    expect(answer.headers.get("x-ratelimit-remaining")).toBe("0");
    expect((await make()).status).toBe(201);
  });

  test.each([403, 429] as const)("a secondary limit is %i with retry-after", async (status) => {
    const limit = { kind: "secondary", status, retryAfterSeconds: 7 } as const;
    shop.sandbox.faults.limit({ kind: "write" }, limit, "always");
    for (const refused of [await make(), await query(CREATE, repositoryId())]) {
      expect([refused.status, refused.headers.get("retry-after")]).toEqual([status, "7"]);
      expect(refused.json.message).toContain("secondary rate limit");
      expect(Number(refused.headers.get("x-ratelimit-remaining"))).toBeGreaterThan(0);
    }
    expect(count()).toBe(1);
  });

  test("clear ends all faults, a schedule that cannot be is refused", async () => {
    shop.sandbox.faults.fail({}, { status: 500 }, "always");
    shop.sandbox.faults.clear();
    expect((await make()).status).toBe(201);
    expect(() => shop.sandbox.faults.fail({}, { status: 500 }, { every: 0 })).toThrow("every >= 1");
  });
});

describe("faults of deliveries", () => {
  let shop: Workshop;
  beforeEach(async () => {
    shop = await startWorkshop(({ world }) => {
      for (const title of ["1", "2", "3"]) world.as("writer").createIssue(REPO, { title });
    });
  });
  afterEach(() => shop.stop());
  const comment = (...bodies: string[]) => {
    for (const body of bodies) shop.world.as("reader").comment(REPO, 1, body);
  };
  const heard = async () => {
    await shop.sandbox.settled();
    return shop.hooks.received.map(({ payload }) => payload.comment?.body ?? payload.action);
  };
  const EVENT = { event: "issue_comment" } as const;

  test("a lost delivery never comes and is not in GitHub's log", async () => {
    const fault = shop.sandbox.faults.loseDeliveries({ ...EVENT, repository: REPO });
    const before = shop.sandbox.deliveries.length;
    comment("a", "b");
    expect(await heard()).toEqual(["b"]);
    expect(shop.sandbox.deliveries.length - before).toBe(1);
    expect([fault.seen, fault.struck]).toEqual([2, 1]);
  });

  test("one that was attempted can be delivered again", async () => {
    shop.sandbox.faults.loseDeliveries(EVENT, "next", { attempted: true });
    comment("a", "b");
    expect(await heard()).toEqual(["b"]);
    const list = await call(shop.sandbox, shop.jwt, "GET", "/app/hook/deliveries");
    const failed = list.json.find((item: { status: string }) => item.status !== "OK");
    expect(failed).toMatchObject({ event: "issue_comment", action: "created", status_code: 0 });
    await call(shop.sandbox, shop.jwt, "POST", `/app/hook/deliveries/${failed.id}/attempts`);
    expect(await heard()).toEqual(["b", "a"]);
  });

  test("a doubled delivery comes twice under one id", async () => {
    shop.sandbox.faults.doubleDeliveries({ ...EVENT, action: "created", app: "planner" });
    comment("a", "b");
    expect(await heard()).toEqual(["a", "a", "b"]);
    const [first, second] = shop.hooks.received.map(({ headers }) => headers["x-github-delivery"]);
    expect(first).toBe(second);
  });

  test("a late delivery is overtaken by so many others", async () => {
    shop.sandbox.faults.delayDeliveries(EVENT, 2);
    comment("a");
    shop.world.as("writer").closeIssue(REPO, 2);
    expect(await heard()).toEqual(["closed"]);
    comment("b", "c");
    expect(await heard()).toEqual(["closed", "b", "a", "c"]);
  });

  test("removing a fault sends what it holds back", async () => {
    const fault = shop.sandbox.faults.delayDeliveries(EVENT, 100, "always");
    comment("a", "b");
    expect(await heard()).toEqual([]);
    fault.remove();
    expect(await heard()).toEqual(["a", "b"]);
  });

  test("deliveries of a group come last one first", async () => {
    const fault = shop.sandbox.faults.reorderDeliveries(EVENT, 3);
    comment("a", "b", "c", "d");
    expect(await heard()).toEqual(["c", "b", "a", "d"]);
    expect(fault.struck).toBe(3);
  });

  test("faults of other events, repositories and Apps do not strike", async () => {
    const { faults } = shop.sandbox;
    faults.loseDeliveries({ event: "push" }, "always");
    faults.loseDeliveries({ repository: "acme/other" }, "always");
    faults.loseDeliveries({ app: "someone" }, "always");
    faults.loseDeliveries({ ...EVENT, action: "edited" }, "always");
    comment("a");
    expect(await heard()).toEqual(["a"]);
  });
});
