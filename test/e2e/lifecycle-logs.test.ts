/** What the log says, and what it never says. */
import { expect, test } from "#test";
import type { Log } from "../../src/engine/ports.ts";
import { type LifecycleWorld, usualOptions, withWorld } from "./lifecycle-world.ts";

interface Line {
  readonly level: string;
  readonly message: string;
  readonly [field: string]: unknown;
}

function capture(): { readonly log: Log; readonly lines: Line[] } {
  const lines: Line[] = [];
  const at = (level: string) => (fields: object, message: string) => {
    lines.push({ ...(JSON.parse(JSON.stringify(fields)) as object), level, message });
  };
  const [debug, info, warn, error] = ["debug", "info", "warn", "error"].map(at);
  if (!debug || !info || !warn || !error) throw new Error("four levels");
  return { lines, log: { debug, info, warn, error } };
}

const canaries = {
  title: "Canary-title",
  body: "Canary-body",
  comment: "Canary-comment",
  note: "Canary-note",
  document: "Canary-document",
};

const document = `# ${canaries.document}\n\n<!-- milepost:totals -->\n<!-- milepost:end -->\n`;

/** Everything that holds private text, going well and going wrong. */
async function playTrouble({ sandbox, app, person, ...world }: LifecycleWorld): Promise<void> {
  const plan = world.createRepository("plan");
  const files = { "plan.md": document, ".github/milepost.yml": "documents: [plan.md]\n" };
  person.push(plan, files, "settings");
  person.editIssue(plan, 1, { title: canaries.title, body: canaries.body });
  sandbox.install(app, { account: "acme", repositories: [plan] });
  await world.settle();
  person.comment(plan, 1, `/hold because ${canaries.note}\n${canaries.comment}`);
  await world.settle();
  sandbox.faults.fail({ kind: "write" }, { status: 502 }, { times: 2 });
  sandbox.faults.fail({ kind: "read" }, { status: 503 }, { times: 2 });
  sandbox.faults.drop({ api: "graphql" }, "after");
  person.closeIssue(plan, 1);
  person.editIssue(plan, 2, { title: `${canaries.title} too`, body: canaries.body });
  await world.settle();
  sandbox.faults.limit({ api: "graphql" }, { kind: "secondary", retryAfterSeconds: 1 });
  person.closeIssue(plan, 2);
  await world.settle();
  person.push(plan, { ".github/milepost.yml": `documents: [${canaries.document}]\n` }, "wrong");
  await world.settle();
}

test("no token, secret or private text is logged, whatever happens", async () => {
  const { log, lines } = capture();
  await withWorld(async (world) => {
    const { webhookSecret, privateKey } = usualOptions(world.sandbox, world.app);
    const { url } = await world.start({ log, retryMilliseconds: [1, 1, 1] });
    await playTrouble(world);
    const [delivery] = world.sandbox.deliveries.filter(({ body }) => body.includes(canaries.title));
    await fetch(`${url}/api/github/webhooks`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-github-event": "issues",
        "x-github-delivery": "forged",
        "x-hub-signature-256": `sha256=${"0".repeat(64)}`,
      },
      body: delivery?.body,
    });
    const text = JSON.stringify(lines);
    const secrets = [...Object.values(canaries), webhookSecret, privateKey.split("\n")[1] ?? ""];
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    expect(/gh[a-z]_\w{8}|Bearer /.exec(text)).toBeNull();
    expect(lines.filter(({ level }) => level === "warn").length).toBeGreaterThan(1);
    expect(lines.some(({ level }) => level === "error")).toBe(true);
  });
});

test("every line of a sync says where, why and for which deliveries; every write is one", async () => {
  const { log, lines } = capture();
  await withWorld(async (world) => {
    await world.start({ log });
    const plan = world.createRepository("plan");
    world.sandbox.install(world.app, { account: "acme", repositories: [plan] });
    await world.settle();
    lines.length = 0;
    const mark = world.sandbox.calls.mark();
    world.sandbox.faults.fail({ kind: "write" }, { status: 502 });
    world.person.closeIssue(plan, 1);
    await world.settle();
    const closed = world.sandbox.deliveries.findLast(({ action }) => action === "closed");
    const isOfProbot = /^(GitHub request|\w+ event received)/;
    const about = lines.filter(
      ({ message, delivery }) => !isOfProbot.test(message) && delivery === undefined,
    );
    expect(about.length).toBeGreaterThan(1);
    for (const line of about) {
      expect(line).toMatchObject({
        ...{ repository: plan, cause: "issues.closed", deliveries: [closed?.id] },
      });
    }
    const writes = world.sandbox.calls.since(mark).filter(({ kind }) => kind === "write");
    const written = lines.filter(({ message }) => message === "written");
    expect(written).toHaveLength(writes.filter(({ status }) => status === 200).length);
  });
});
