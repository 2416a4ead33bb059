import { expect, test } from "#test";
import { describeCall } from "../../src/github/api-call.ts";

const url = "https://api.github.com";

test.each([
  [
    "a template",
    { method: "GET", url: "/repos/{owner}/{repo}" },
    "read",
    "GET /repos/{owner}/{repo}",
  ],
  [
    "a later page",
    { method: "GET", url: `${url}/api/v3/repos/acme/secret/issues/12/comments?page=2` },
    ...(["read", "GET /repos/{owner}/{repo}/issues/{number}/comments"] as const),
  ],
  [
    "a person",
    { method: "GET", url: `${url}/repos/acme/secret/collaborators/alice/permission` },
    ...(["read", "GET /repos/{owner}/{repo}/collaborators/{username}/permission"] as const),
  ],
  [
    "a token",
    { method: "POST", url: "/app/installations/{installation_id}/access_tokens" },
    ...(["token", "POST /app/installations/{installation_id}/access_tokens"] as const),
  ],
  [
    "a mutation",
    { method: "POST", url: "/graphql", query: "\nmutation CommitFiles($input: X!) { a }" },
    ...(["write", "mutation CommitFiles"] as const),
  ],
])("%s is named without names", (_what, call, kind, name) => {
  expect(describeCall(call, "7", undefined)).toMatchObject({ kind, name, status: 0 });
});

test("what GitHub says of cost and limits is told", () => {
  const response = {
    status: 200,
    headers: { "x-ratelimit-remaining": "4990", "x-ratelimit-resource": "graphql" },
    data: { data: { rateLimit: { cost: 5 } } },
  };
  const call = {
    method: "POST",
    url: "/graphql",
    query: "query A { a }",
    request: { retryCount: 1 },
  };
  expect(describeCall(call, null, response)).toMatchObject({
    ...{ points: 5, left: { resource: "graphql", calls: 4990 }, isRepeated: true },
    installation: null,
  });
});
