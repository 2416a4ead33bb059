import { describe, expect, test } from "#test";
import { createRegistry } from "../../src/commands/registry.ts";
import { commandNames } from "../../src/config/command-names.ts";
import { defaultConfig } from "../../src/config/defaults.ts";
import { parseActs } from "../render/parsed.ts";
import { buildPlan } from "../render/plan-builder.ts";
import { ask } from "./ask.ts";
import { openThread } from "./observed-thread.ts";

const { commands } = createRegistry(defaultConfig);

/** What must have been said before, so that an example has something to do. */
const before: Readonly<Record<string, string>> = {
  "/unblock #406": "/blocked-by #406",
  "/unblock all on #410": "/blocked-by #404 on #410",
  "/unblock M3 on #407": "/blocks M3 on #407",
  "/parent none on #404-407": "/child #404-407 on #69",
  "/points none": "/points 3",
  "/estimate none": "/estimate 3d",
  "/stop": "/start",
  "/resume": "/hold x",
  "/task undo 2": "/task done 2",
  "/task done 1 on #412": "/task on #412 add x",
  "/note none": "/note x",
  "/alias none": "/alias x",
  "/undo": "/note x",
  "/cluster none on #411": "/cluster x on #411",
  "/phase none on #411": "/phase x on #411",
  "/priority none on #411": "/priority x on #411",
};

function openRepository() {
  const others = [12, 69, 311, 404, 405, 406, 407, 408, 409, 410, 411, 412];
  return openThread(commands, {
    issues: [
      { number: 1, milestone: 4, body: "- [ ] one\n- [ ] two\n- [ ] three" },
      ...others.map((number) => ({ number, milestone: 2 })),
    ],
    milestones: [2, 3, 4, 5].map((number) => ({ number })),
  });
}

describe.each(commands.map((command) => [command.name, command] as const))(
  "/%s",
  (_, { name, aliases, summary, rules, examples }) => {
    test("has help in whole sentences, and examples", () => {
      for (const sentence of [summary, ...rules, ...examples.map(({ effect }) => effect)]) {
        expect(sentence).toMatch(/^[\p{Lu}#`"].*\.$/u);
      }
      expect(examples.length).toBeGreaterThan(0);
      for (const { line } of examples) {
        expect([name, ...aliases]).toContain(/^\/([a-z-]+)/.exec(line)?.[1]);
      }
    });

    test("has help that refers to no issue", () => {
      const registry = createRegistry(defaultConfig);
      const says = ask(`/help ${name}`, { plan: buildPlan({}), known: registry });
      expect(says).toContain(summary.slice(0, 10));
      expect(parseActs(says).text).not.toMatch(/#\d/);
    });

    test.each(examples.map(({ line }) => line))(
      "the example %s works, and changes nothing the second time",
      (line) => {
        const { give } = openRepository();
        const preparation = before[line];
        if (preparation !== undefined) expect(give(preparation).kind).toBe("done");
        const first = give(line);
        expect([line, first.says, first.kind]).toEqual([
          line,
          first.says,
          expect.stringMatching(/^(?:done|answered)$/),
        ]);
        expect(give(line).edits).toEqual([]);
      },
    );
  },
);

describe("the names of commands", () => {
  const builtIn = createRegistry({ ...defaultConfig, labels: new Map() });

  test("are those that the settings know", () => {
    const names = builtIn.commands.flatMap(({ name, aliases }) => [name, ...aliases]);
    expect(names.toSorted()).toEqual(commandNames.toSorted());
  });

  test("each find their command, unless that is switched off", () => {
    for (const name of commandNames) {
      expect(builtIn.find(name)).toBeDefined();
      const commands = { prefix: "/", disable: [name.toUpperCase()] };
      const without = createRegistry({ ...defaultConfig, commands });
      expect(without.find(name)).toBeUndefined();
      expect(without.isDisabled(name)).toBe(true);
    }
  });
});
