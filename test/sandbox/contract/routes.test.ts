import { afterAll, beforeAll, describe, expect, test } from "#test";
import { REST_ROUTES } from "../../../sandbox/rest/routes.ts";
import { REPO, startWorkshop, type Workshop } from "../app-client.ts";
import { answerContract, compile, problemsOf } from "./open-api.ts";
import { fullIssue, ROUTE_CALLS, type RouteCall } from "./route-calls.ts";

const NAMES = REST_ROUTES.map(({ method, template }) => `${method} ${template}`);

/** Answers GitHub gives that its description does not list for the route, and why we give them. */
const UNDOCUMENTED: Readonly<Record<string, string>> = {
  "GET /app/hook/deliveries/{delivery_id} 404":
    "only bad requests are described; a delivery of nobody is not found",
  "DELETE /repos/{owner}/{repo}/issues/{issue_number}/reactions/{reaction_id} 404":
    "only the success is described; what is not there is not found everywhere else",
  "DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions/{reaction_id} 404":
    "only the success is described; what is not there is not found everywhere else",
};

/** What is wrong with an answer, by the description. */
function problemsOfAnswer(
  method: string,
  template: string,
  status: number,
  body: unknown,
): readonly string[] {
  const contract = answerContract(method, template, status);
  const name = `${method} ${template} ${status}`;
  if (contract === undefined) {
    return UNDOCUMENTED[name] === undefined ? [`${name} is not documented`] : [];
  }
  if (contract !== "no body") return problemsOf(contract, body);
  // Refusals without a described body have the one of all refusals.
  return body === undefined || status >= 400 || Object.keys(Object(body)).length === 0
    ? []
    : [`${name} has no body`];
}

describe("REST answers fit GitHub's description", () => {
  let shop: Workshop;
  beforeAll(async () => {
    shop = await startWorkshop(({ world }) => {
      world.createRepository({ owner: "acme", name: "lib" });
      world.as("acme").createIssue("acme/lib", { title: "In the library" });
      world.as("acme").createMilestone(REPO, { title: "M1", dueOn: "2025-12-01" });
      world.as("acme").push(REPO, { "docs/a.md": "A" }, "Docs");
      world.createRepository({ owner: "acme", name: "former" });
      world.as("acme").renameRepository("acme/former", "latter");
    });
    shop.sandbox.addRepository(shop.installation, "lib");
    shop.sandbox.addRepository(shop.installation, "latter");
    await shop.sandbox.settled();
  });
  afterAll(() => shop.stop());

  async function answerOf(method: string, { path, body, asApp = false }: RouteCall) {
    const headers = { authorization: `Bearer ${asApp ? shop.jwt : shop.token}` };
    const payload = typeof body === "string" || body === undefined ? body : JSON.stringify(body);
    const request = { method, headers, body: payload, redirect: "manual" } as const;
    const answer = await fetch(shop.sandbox.url + path, request);
    const text = await answer.text();
    return { status: answer.status, body: text === "" ? undefined : JSON.parse(text) };
  }

  test("every route has calls, and every call a route", () => {
    expect(Object.keys(ROUTE_CALLS).sort()).toEqual([...NAMES].sort());
  });

  test.each(NAMES)("%s", async (name) => {
    const [method = "", template = ""] = name.split(" ");
    for (const call of (await ROUTE_CALLS[name]?.(shop)) ?? []) {
      const { status, body } = await answerOf(method, call);
      expect({ call, status, body }).toMatchObject({ status: call.status });
      const problems = problemsOfAnswer(method, template, status, body);
      expect({ call, problems }).toEqual({ call, problems: [] });
    }
  });

  test("an answer with a field of the wrong type would fail, whichever field it is", async () => {
    const path = `/repos/${REPO}/issues/${fullIssue(shop).number}`;
    const contract = answerContract("GET", "/repos/{owner}/{repo}/issues/{issue_number}", 200);
    if (typeof contract !== "function") throw new Error("no contract");
    const { body } = await answerOf("GET", { path, status: 200 });
    expect(problemsOf(contract, body)).toEqual([]);
    const unnoticed = Object.keys(body).filter((field) => {
      const value = body[field] !== null && typeof body[field] === "object" ? 7 : { wrong: true };
      return problemsOf(contract, { ...body, [field]: value }).length === 0;
    });
    expect(unnoticed).toEqual([]);
    const { id, ...withoutId } = body;
    expect(problemsOf(contract, withoutId)).toHaveLength(1);
    expect(
      problemsOf(contract, { ...body, milestone: { ...body.milestone, title: 1 } }),
    ).not.toEqual([]);
  });

  test("a nullable field may be null, another may not", () => {
    const issue = { $ref: "#/components/schemas/milestone" };
    const contract = compile("milestone", issue);
    const problems = problemsOf(contract, { due_on: null, title: null });
    expect(problems.some((problem) => problem.startsWith("/title"))).toBe(true);
    expect(problems.some((problem) => problem.startsWith("/due_on"))).toBe(false);
  });
});
