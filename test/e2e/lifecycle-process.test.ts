/** `milepost serve` as a process of its own: how it starts, and how it ends. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "#test";
import { type LifecycleWorld, until, usualOptions, withWorld } from "./lifecycle-world.ts";

const main = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));

interface Process {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
}

/** In a folder without a `.env`, killed when the test is over. */
async function withProcess(
  { sandbox, app }: LifecycleWorld,
  run: (process: Process) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "milepost-serve-"));
  const { webhookSecret } = usualOptions(sandbox, app);
  const env = {
    ...{ NODE_ENV: "production", APP_ID: String(app.appId), PRIVATE_KEY: app.privateKey },
    ...{ WEBHOOK_SECRET: webhookSecret, PORT: "0", HOST: "127.0.0.1", METRICS_PORT: "0" },
    ...{ GHE_PROTOCOL: "http", GHE_HOST: new URL(sandbox.url).host },
  };
  const child = spawn(process.execPath, [main, "serve"], { cwd: folder, env });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      output += chunk;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  try {
    await run({ child, output: () => output, ended });
  } finally {
    child.kill("SIGKILL");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs until a job of it waits for GitHub. */
async function startBusy({ sandbox, app, ...world }: LifecycleWorld, { output }: Process) {
  const repository = world.createRepository("plan");
  await until("its address", () => output().includes("listens at"));
  const [url = ""] = /http:\S+webhooks/.exec(output()) ?? [];
  sandbox.setWebhookUrl(app, url);
  const held = sandbox.faults.hold({ api: "graphql" }, "always");
  sandbox.install(app, { account: "acme", repositories: [repository] });
  await until("a job", () => held.struck > 0);
  return { repository, held, url };
}

test("a signal ends it when what runs is finished, with code 0", async () => {
  await withWorld(async (world) => {
    await withProcess(world, async (process) => {
      const { repository, held, url } = await startBusy(world, process);
      process.child.kill("SIGTERM");
      await until("its word", () => process.output().includes("Ending"));
      const { origin } = new URL(url);
      expect((await fetch(`${origin}/readyz`)).status).toBe(503);
      expect((await fetch(url, { method: "POST" })).status).toBe(503);
      held.release();
      expect(await process.ended).toBe(0);
      expect(world.statusOf(repository)).toContain("0 of 4");
      const lines = process.output().split("\n");
      const json = lines.filter((line) => line.startsWith("{")).map((line) => JSON.parse(line));
      expect(json.find(({ msg }) => msg === "written")).toMatchObject({
        repository,
        change: "create-issue",
      });
    });
  });
});

test("a second signal ends it at once, with code 1", async () => {
  await withWorld(async (world) => {
    await withProcess(world, async (process) => {
      await startBusy(world, process);
      process.child.kill("SIGINT");
      await until("its word", () => process.output().includes("Ending"));
      process.child.kill("SIGINT");
      expect(await process.ended).toBe(1);
    });
  });
});
