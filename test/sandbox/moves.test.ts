import { afterEach, beforeEach, describe, expect, test } from "#test";
import { call, REPO, startWorkshop, type Workshop } from "./app-client.ts";

const LIB = "acme/lib";

describe("what was moved, renamed or deleted", () => {
  let shop: Workshop;
  beforeEach(async () => {
    shop = await startWorkshop(
      ({ world }) => {
        const owner = world.as("acme");
        for (const name of ["lib", "far"]) world.createRepository({ owner: "acme", name });
        for (const repo of [REPO, LIB]) {
          owner.createMilestone(repo, { title: "M1", dueOn: "2025-12-01" });
        }
        const input = { title: "One", body: "Text", labels: ["bug"], milestone: 1 };
        owner.createIssue(REPO, { ...input, assignees: ["writer"] });
        owner.createIssue(REPO, { title: "Two" });
      },
      { administration: "write" },
    );
    shop.sandbox.addRepository(shop.installation, "lib");
    await shop.sandbox.settled();
    shop.hooks.received.length = 0;
  });
  afterEach(() => shop.stop());
  const raw = async (method: string, path: string, body?: object) => {
    const headers = { authorization: `token ${shop.token}` };
    const request = { method, headers, redirect: "manual", body: JSON.stringify(body) } as const;
    const answer = await fetch(shop.sandbox.url + path, request);
    return { status: answer.status, location: answer.headers.get("location") ?? "" };
  };
  const transfer = () => shop.world.as("acme").transferIssue(REPO, 1, LIB);
  const issueOf = async (number: number) => {
    const fields = "number title state repository{nameWithOwner}";
    const query = `{repository(owner:"acme",name:"app"){issue(number:${number}){${fields}}}}`;
    return shop.graphql(query);
  };

  test.each([
    ["GET", ""],
    ["PATCH", ""],
    ["GET", "/labels"],
    ["GET", "/dependencies/blocked_by"],
  ])("%s of a transferred issue%s leads to its new place", async (method, rest) => {
    const moved = transfer();
    for (const prefix of ["", "/api/v3"]) {
      const path = `${prefix}/repos/${REPO}/issues/1${rest}`;
      const { status, location } = await raw(method, path, method === "GET" ? undefined : {});
      const { id } = moved.repository;
      const there = `${shop.sandbox.url}${prefix}/repositories/${id}/issues/${moved.number}${rest}`;
      expect([status, location]).toEqual([301, there]);
    }
    const followed = await shop.rest("GET", `/repos/${REPO}/issues/1`);
    expect(followed.json).toMatchObject({ number: moved.number, title: "One" });
    expect(followed.json.repository_url).toContain(LIB);
  });

  test("GraphQL finds it by its former number and by its former id", async () => {
    const before = shop.world.issue(REPO, 1).nodeId;
    transfer();
    const { data } = await issueOf(1);
    const place = { title: "One", repository: { nameWithOwner: LIB } };
    expect(data.repository.issue).toMatchObject(place);
    const node = "query($id:ID!){node(id:$id){... on Issue{title repository{nameWithOwner}}}}";
    expect((await shop.graphql(node, { id: before })).data.node).toEqual(place);
  });

  test("moved twice, it is found where it is now", async () => {
    const first = transfer();
    shop.sandbox.addRepository(shop.installation, "far");
    shop.world.as("acme").transferIssue(LIB, first.number, "acme/far");
    expect((await issueOf(1)).data.repository.issue.repository.nameWithOwner).toBe("acme/far");
    const { json } = await shop.rest("GET", `/repos/${REPO}/issues/1`);
    expect(json.repository_url).toContain("acme/far");
  });

  test("one that left the installation's reach is not found", async () => {
    shop.world.as("acme").privatizeRepository("acme/far");
    shop.world.as("acme").transferIssue(REPO, 1, "acme/far");
    expect((await raw("GET", `/repos/${REPO}/issues/1`)).status).toBe(404);
    expect((await issueOf(1)).errors[0].type).toBe("NOT_FOUND");
  });

  test("it keeps its text, times, people, labels, milestone, edits and comments", () => {
    const owner = shop.world.as("acme");
    owner.editIssue(REPO, 1, { body: "Better" });
    owner.react(owner.comment(REPO, 1, "Said"), "eyes");
    owner.react(shop.world.issue(REPO, 1), "heart");
    owner.closeIssue(REPO, 1, "not_planned");
    const before = shop.world.issue(REPO, 1);
    const { createdAt, closedAt, stateReason, edits } = before;
    const moved = transfer();
    expect(moved).toMatchObject({ body: "Better", createdAt, closedAt, stateReason, edits });
    expect(moved.milestone?.repository.nameWithOwner).toBe(LIB);
    expect([...moved.labels].map(({ name }) => name)).toEqual(["bug"]);
    expect([...moved.assignees].map(({ login }) => login)).toEqual(["writer"]);
    expect(moved.comments).toMatchObject([{ body: "Said", reactions: [{ content: "eyes" }] }]);
    expect(moved.reactions).toMatchObject([{ content: "heart" }]);
    expect(shop.world.repository(LIB).milestones.get(1)).toMatchObject({
      ...{ openIssues: 0, closedIssues: 1 },
    });
    expect(shop.world.repository(REPO).milestones.get(1)).toMatchObject({
      ...{ openIssues: 0, closedIssues: 0 },
    });
  });

  test("an App transfers by GraphQL, with labels made on demand", async () => {
    shop.world.as("acme").createLabel(REPO, { name: "only here", color: "ff0000" });
    shop.world.as("acme").addLabels(REPO, 2, ["only here"]);
    const mutation = `mutation($issue:ID!,$to:ID!){transferIssue(input:{issueId:$issue,repositoryId:$to,
      createLabelsIfMissing:true}){issue{number repository{nameWithOwner} labels(first:5){nodes{name color}}}}}`;
    const issue = shop.world.issue(REPO, 2).nodeId;
    const to = shop.world.repository(LIB).nodeId;
    const { data } = await shop.graphql(mutation, { issue, to });
    expect(data.transferIssue.issue).toEqual({
      ...{ number: 1, repository: { nameWithOwner: LIB } },
      labels: { nodes: [{ name: "only here", color: "ff0000" }] },
    });
    expect(await shop.events()).toEqual(
      expect.arrayContaining(["label.created", "issues.transferred", "issues.opened"]),
    );
    const far = shop.world.repository("acme/far").nodeId;
    const refused = await shop.graphql(mutation, { issue, to: far });
    expect(refused.errors[0].type).toBe("FORBIDDEN");
  });

  test("an App deletes by GraphQL only with administration, and then it is gone", async () => {
    const mutation = "mutation($id:ID!){deleteIssue(input:{issueId:$id}){repository{name}}}";
    const id = shop.world.issue(REPO, 2).nodeId;
    shop.sandbox.setPermissions(shop.installation, { administration: "none" });
    expect((await shop.graphql(mutation, { id })).errors[0].type).toBe("FORBIDDEN");
    shop.sandbox.setPermissions(shop.installation, { administration: "write" });
    const { data } = await shop.graphql(mutation, { id });
    expect(data.deleteIssue.repository.name).toBe("app");
    expect(await shop.events()).toContain("issues.deleted");
    expect((await raw("GET", `/repos/${REPO}/issues/2`)).status).toBe(410);
    expect((await raw("GET", `/repos/${REPO}/issues/2/comments`)).status).toBe(410);
    expect((await issueOf(2)).errors[0].type).toBe("NOT_FOUND");
    expect((await shop.graphql(mutation, { id })).errors[0].type).toBe("NOT_FOUND");
  });

  test.each([
    ["GET", "", 301],
    ["GET", "/issues?state=all", 301],
    ["POST", "/issues", 307],
    ["PATCH", "/issues/1", 307],
  ])("%s of a renamed repository%s is answered %i", async (method, rest, expected) => {
    shop.world.as("acme").renameRepository(REPO, "application");
    const { id } = shop.world.repository("acme/application");
    const body = method === "GET" ? undefined : { title: "x" };
    const { status, location } = await raw(method, `/repos/${REPO}${rest}`, body);
    expect([status, location]).toEqual([expected, `${shop.sandbox.url}/repositories/${id}${rest}`]);
    const followed = await shop.rest(method, `/repos/${REPO}${rest}`, body);
    expect([200, 201]).toContain(followed.status);
  });

  test("GraphQL finds a renamed repository, unless told not to follow", async () => {
    shop.world.as("acme").renameRepository(REPO, "application");
    const query = 'query($f:Boolean){repository(owner:"acme",name:"app",followRenames:$f){name}}';
    expect((await shop.graphql(query, { f: true })).data.repository.name).toBe("application");
    expect((await shop.graphql(query, { f: false })).errors[0].type).toBe("NOT_FOUND");
  });

  test("a former name can be taken, and then means the new repository", async () => {
    const owner = shop.world.as("acme");
    owner.renameRepository(REPO, "application");
    expect(() => owner.renameRepository("acme/lib", "application")).toThrow("already exists");
    const { id } = shop.world.createRepository({ owner: "acme", name: "app" });
    shop.sandbox.addRepository(shop.installation, "app");
    expect((await shop.rest("GET", `/repos/${REPO}`)).json.id).toBe(id);
    expect((await shop.rest("GET", "/repos/acme/application")).status).toBe(200);
  });

  test("a deleted repository is not found by any name", async () => {
    shop.world.as("acme").renameRepository(REPO, "application");
    shop.world.as("acme").deleteRepository("acme/application");
    expect((await raw("GET", `/repos/${REPO}`)).status).toBe(404);
    expect((await raw("GET", "/repos/acme/application")).status).toBe(404);
    expect(await shop.events()).toEqual(["repository.renamed", "repository.deleted"]);
    const { json } = await shop.rest("GET", "/installation/repositories");
    expect(json.repositories.map(({ name }: { name: string }) => name)).toEqual(["lib"]);
  });

  test("an unknown repository id is not found", async () => {
    const { status } = await call(shop.sandbox, shop.token, "GET", "/repositories/5/issues");
    expect(status).toBe(404);
  });
});
