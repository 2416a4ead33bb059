import { beforeAll, describe, expect, test } from "#test";
import type { CommandOutcome, ThreadContext } from "../../src/commands/command.ts";
import { findInvocations } from "../../src/commands/invocation.ts";
import { mayRun } from "../../src/commands/permission.ts";
import { readLine } from "../../src/commands/read-line.ts";
import { createRegistry } from "../../src/commands/registry.ts";
import { defaultConfig } from "../../src/config/defaults.ts";
import type { Access } from "../../src/domain/access.ts";
import type { Plan } from "../../src/domain/plan.ts";
import { createLinks } from "../../src/render/links.ts";
import { withPlayground } from "../e2e/model-playground.ts";
import { readCommandCases } from "./conversation-schema.ts";
import { smallPlan } from "./world.ts";

const cases = readCommandCases();
const registry = createRegistry(defaultConfig);
const bodies = new Map<number, string>();
let plan: Plan;

beforeAll(async () => {
  await withPlayground({ spec: smallPlan, files: {} }, async (playground) => {
    const { sandbox, seeded } = playground;
    for (const { number, body } of sandbox.world.issues(seeded.nameWithOwner)) {
      bodies.set(number, body);
    }
    const computed = playground.plan();
    if (computed === null) throw new Error("the small plan was not computed");
    plan = computed;
  });
});

function runPure(line: string, on: number): CommandOutcome {
  const [invocation] = findInvocations(line, "/");
  if (!invocation) throw new Error(`${line} is no command`);
  const read = readLine(invocation, registry, plan, defaultConfig);
  if (read.kind !== "command") {
    return { kind: "refused", says: read.kind === "foreign" ? "" : read.says };
  }
  const { command, aim } = read;
  const issue = plan.items.get(aim.targets?.[0] ?? on);
  if (!issue) throw new Error(`no issue ${on}`);
  const context: ThreadContext = {
    plan,
    config: defaultConfig,
    actor: { login: "triager", access: "triage" },
    today: "2025-11-10",
    links: createLinks("status-issue", plan),
    bodyOf: (number) => bodies.get(number) ?? "",
    needsOf: () => null,
    lastSteps: null,
    stillHolds: () => true,
  };
  return command.run(aim.text, { ...context, issue });
}

const lines = [...cases].flatMap(([name, { grammar }]) =>
  grammar.map((row) => [name, row.line, row] as const),
);

describe("how a line is read", () => {
  test.each(lines)("/%s: %s", (_name, _line, { line, on, edits, refused, already, answered }) => {
    const outcome = runPure(line, on);
    if (edits) {
      expect(outcome).toMatchObject({ kind: "done" });
      expect(outcome.kind === "done" && outcome.edits.map(({ kind }) => kind)).toEqual(edits);
    }
    for (const [kind, text] of Object.entries({ refused, already, answered })) {
      if (text === undefined) continue;
      expect({ kind: outcome.kind, says: outcome.says }).toEqual({
        kind,
        says: expect.stringContaining(text),
      });
    }
    expect([edits, refused, already, answered].filter((one) => one !== undefined)).toHaveLength(1);
  });
});

const access: Readonly<Record<string, Access>> = {
  reader: "read",
  triager: "triage",
  writer: "write",
  maintainer: "maintain",
};

describe("who may give a command", () => {
  const rows = [...cases].flatMap(([name, { permission }]) => [
    ...permission.refused.map((who) => [name, who, false] as const),
    ...permission.allowed.map((who) => [name, who, true] as const),
  ]);

  test.each(rows)("/%s: a %s: %s", (name, who, isAllowed) => {
    const command = registry.find(name);
    if (!command) throw new Error(`no command ${name}`);
    const people = { author: "author", assignees: ["assignee"] };
    const actor = { login: who, access: access[who] ?? "read" };
    expect(mayRun(command.permission, actor, people)).toBe(isAllowed);
  });
});

test.each(registry.commands.map((command) => [command.name, command] as const))(
  "the examples of /%s are its own",
  (_name, command) => {
    expect(command.examples.length).toBeGreaterThan(0);
    for (const { line } of command.examples) {
      const [invocation] = findInvocations(line, "/");
      expect(registry.find(invocation?.name ?? "")).toBe(command);
    }
  },
);
