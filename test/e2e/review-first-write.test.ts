import { Probot } from "probot";
import { expect, test } from "#test";
import { startSandbox } from "../../sandbox/start-sandbox.ts";
import { createChangeApplier } from "../../src/github/apply-change.ts";
import { createOctokitClass } from "../../src/github/octokit.ts";

test("a write may be what asks for a new token: the token does not wait behind the write", async () => {
  const sandbox = await startSandbox();
  try {
    sandbox.world.createRepository({ owner: "acme", name: "plan" });
    const app = sandbox.registerApp({ slug: "milepost", webhookUrl: "", webhookSecret: "s" });
    const { id } = sandbox.install(app, { account: "acme", repositories: "all" });
    const probot = await new Probot({
      appId: app.appId,
      privateKey: app.privateKey,
      secret: "s",
      baseUrl: sandbox.url,
      Octokit: createOctokitClass({ writeIntervalMilliseconds: 0 }),
      logLevel: "fatal",
    }).ready();
    const applier = createChangeApplier((installation) => probot.auth(installation));
    const address = { installation: id, owner: "acme", name: "plan" };
    const applied = await applier.apply(address, { kind: "create-issue", title: "t", body: "b" });
    expect(applied).toMatchObject({ kind: "issue-created", number: 1 });
  } finally {
    await sandbox.stop();
  }
});
