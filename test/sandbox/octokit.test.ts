import { createAppAuth } from "@octokit/auth-app";
import { ProbotOctokit } from "probot";
import { afterAll, beforeAll, describe, expect, test } from "#test";
import { REPO, startWorkshop, type Workshop } from "./app-client.ts";

describe("Probot's own client", () => {
  let shop: Workshop;
  let octokit: InstanceType<typeof ProbotOctokit>;
  beforeAll(async () => {
    shop = await startWorkshop(({ world }) => {
      for (let count = 1; count <= 120; count += 1)
        world.as("writer").createIssue(REPO, { title: `${count}` });
    });
    const { appId, privateKey } = shop.app;
    const auth = { appId, privateKey, installationId: shop.installation.id };
    octokit = new ProbotOctokit({
      ...{ authStrategy: createAppAuth, auth, baseUrl: `${shop.sandbox.url}/api/v3` },
    });
  });
  afterAll(() => shop.stop());

  test("authenticates by itself and pages through issues", async () => {
    const [owner = "", repo = ""] = REPO.split("/");
    const parameters = { owner, repo, per_page: 50 };
    const issues = await octokit.paginate(octokit.rest.issues.listForRepo, parameters);
    expect(issues).toHaveLength(120);
    const { data } = await octokit.rest.issues.createComment({
      owner,
      repo,
      issue_number: 1,
      body: "x",
    });
    expect(data.user?.login).toBe("planner[bot]");
  });

  test("sends GraphQL to the enterprise path and throws GitHub's errors", async () => {
    const { viewer } = await octokit.graphql<{ viewer: { login: string } }>("{viewer{login}}");
    expect(viewer.login).toBe("planner[bot]");
    const query = 'query{repository(owner:"acme",name:"none"){id}}';
    await expect(octokit.graphql(query)).rejects.toMatchObject({ errors: [{ type: "NOT_FOUND" }] });
  });

  test("reads an error's fields", async () => {
    const [owner = "", repo = ""] = REPO.split("/");
    const label = { owner, repo, name: "bug" };
    const made = octokit.rest.issues.createLabel(label);
    await expect(made).rejects.toMatchObject({
      status: 422,
      response: { data: { errors: [{ code: "already_exists" }] } },
    });
  });
});
