import fc from "fast-check";
import { expect, test } from "#test";
import type { CommandOutcome, OpenContext } from "../../src/commands/command.ts";
import { createRegistry } from "../../src/commands/registry.ts";
import { defaultConfig } from "../../src/config/defaults.ts";
import { createLinks } from "../../src/render/links.ts";
import { modelPlan } from "../render/model-plan.ts";
import { today } from "../render/plan-builder.ts";

const { commands } = createRegistry(defaultConfig);

const word = fc.constantFrom(
  "#408",
  "#404-407",
  "on",
  "because",
  "none",
  "all",
  "M3",
  "add",
  "done",
  "promote",
  "2",
  "→",
  '"',
  "`x`",
  "--dry-run",
  "owner/repo#3",
);
const text = fc
  .array(fc.oneof(word, fc.string({ unit: "binary", maxLength: 12 })), { maxLength: 8 })
  .map((words) => words.join(" ").trim());

function contextOf(issue: number): OpenContext {
  return {
    plan: modelPlan,
    config: defaultConfig,
    actor: { login: "ada", access: "admin" },
    today,
    links: createLinks("status-issue", modelPlan),
    bodyOf: () => "- [ ] a\n- [x] b",
    needsOf: () => "#407",
    lastSteps: null,
    stillHolds: () => true,
    issue: modelPlan.items.get(issue) ?? null,
  };
}

test.each(commands.map((command) => [command.name, command] as const))(
  "/%s answers any text in words, and changes nothing where it refuses",
  (_, command) => {
    const numbers = fc.constantFrom(69, 404, 408, 410, 33, 395, 258);
    fc.assert(
      fc.property(text, numbers, (given, number) => {
        const context = contextOf(number);
        const { issue } = context;
        if (!issue) throw new Error(`No issue ${number}`);
        const outcome: CommandOutcome = command.run(given, { ...context, issue });
        expect(outcome.says === null || outcome.says.trim() !== "").toBe(true);
        if (outcome.kind === "done") {
          expect(outcome.edits.length > 0 || outcome.syncs === true).toBe(true);
        } else {
          expect(outcome).not.toHaveProperty("edits");
        }
      }),
      { numRuns: 150 },
    );
  },
);
