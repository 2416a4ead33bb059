import { afterEach, describe, expect, test } from "#test";
import { type Sandbox, type SandboxOptions, startSandbox } from "../../sandbox/start-sandbox.ts";
import { call, REPO, signJwt } from "./app-client.ts";

describe("rate limits", () => {
  let sandbox: Sandbox;
  afterEach(() => sandbox.stop());

  async function start(options: SandboxOptions) {
    sandbox = await startSandbox(options);
    sandbox.world.createRepository({ owner: "acme", name: "app" });
    sandbox.world.as("writer").createIssue(REPO, { title: "One" });
    const app = sandbox.registerApp({
      ...{ slug: "planner", webhookUrl: "http://127.0.0.1:9/", webhookSecret: "s" },
      events: [],
    });
    const { id } = sandbox.install(app, { account: "acme", repositories: "all" });
    const made = await call(
      sandbox,
      signJwt(app),
      "POST",
      `/app/installations/${id}/access_tokens`,
    );
    const token: string = made.json.token;
    const read = () => call(sandbox, token, "GET", `/repos/${REPO}/issues/1`);
    const write = () => call(sandbox, token, "PATCH", `/repos/${REPO}/issues/1`, { title: "One" });
    const query = () => call(sandbox, token, "POST", "/graphql", { query: "{viewer{login}}" });
    const limits = () => call(sandbox, token, "GET", "/rate_limit");
    return { read, write, query, limits };
  }

  test("an hour's points used up refuse every call until the clock reaches the reset", async () => {
    const { read, query, limits } = await start({ enforceLimits: { pointsPerHour: 3 } });
    for (const remaining of ["2", "1", "0"]) {
      const answer = await read();
      expect([answer.status, answer.headers.get("x-ratelimit-remaining")]).toEqual([
        200,
        remaining,
      ]);
    }
    const refused = await read();
    expect([refused.status, refused.headers.get("x-ratelimit-remaining")]).toEqual([403, "0"]);
    const told = await limits();
    expect([told.status, told.json.resources.core.remaining]).toEqual([200, 0]);
    expect((await query()).json.data.viewer.login).toBe("planner[bot]");
    await query();
    await query();
    expect((await query()).json.errors[0].type).toBe("RATE_LIMITED");
    const reset = Number(refused.headers.get("x-ratelimit-reset"));
    sandbox.clock.advance({ seconds: reset - sandbox.clock.now().getTime() / 1000 });
    expect((await read()).status).toBe(200);
  });

  test("more writes in a minute than allowed are refused with retry-after, reads are not", async () => {
    const { read, write } = await start({ enforceLimits: { writesPerMinute: 2 } });
    expect([(await write()).status, (await write()).status]).toEqual([200, 200]);
    const refused = await write();
    expect(refused.status).toBe(403);
    expect(refused.json.message).toContain("secondary rate limit");
    expect((await read()).status).toBe(200);
    sandbox.clock.advance({ seconds: Number(refused.headers.get("retry-after")) });
    expect((await write()).status).toBe(200);
  });

  test("GitHub's own numbers: 80 writes a minute", async () => {
    const { write } = await start({ enforceLimits: true });
    for (let one = 0; one < 80; one += 1) expect((await write()).status).toBe(200);
    expect((await write()).status).toBe(403);
  });

  test("unless told, nothing is refused", async () => {
    const { write } = await start({});
    for (let one = 0; one < 81; one += 1) expect((await write()).status).toBe(200);
  });
});
