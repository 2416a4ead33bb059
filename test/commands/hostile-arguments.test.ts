/** Texts of people in the answers of commands that change the plan: they act on nothing. */
import { describe, expect, test } from "#test";
import { dependencyCommands } from "../../src/commands/dependencies/dependency-commands.ts";
import { describeEdits } from "../../src/commands/describe-edit.ts";
import { estimateCommands } from "../../src/commands/estimates/estimate-commands.ts";
import { dimensionCommands } from "../../src/commands/labels/dimension-commands.ts";
import { scopeCommands } from "../../src/commands/scope/scope-commands.ts";
import { defaultConfig } from "../../src/config/defaults.ts";
import { createLinks } from "../../src/render/links.ts";
import { hostileTexts } from "../render/hostile-plan.ts";
import { parseActs } from "../render/parsed.ts";
import { openThread } from "./observed-thread.ts";

const commands = [
  ...dependencyCommands,
  ...scopeCommands,
  ...estimateCommands,
  ...dimensionCommands(defaultConfig.labels),
];

const neverOurs = ["image", "footnoteReference", "footnoteDefinition", "code", "thematicBreak"];

function expectInert(markdown: string): void {
  const acts = parseActs(markdown);
  expect(acts.targets).toEqual([]);
  for (const html of acts.html) expect(html).toMatch(/^<\/?code>$/);
  for (const type of neverOurs) expect(acts.types).not.toContain(type);
  expect(acts.text).not.toMatch(/@octo|gh-7|www\.evil|https:\/\/|:tada:/i);
}

describe.each(hostileTexts.map((text) => [JSON.stringify(text).slice(0, 40), text] as const))(
  "the text %s",
  (_, text) => {
    const inOneLine = text.replace(/[\r\n]/g, " ");
    const open = () =>
      openThread(commands, {
        issues: [
          { number: 1, milestone: 2, body: text },
          { number: 2, labels: [{ id: "L", name: `cluster: ${text}` }] },
          { number: 3, parent: 1, milestone: 2 },
        ],
        milestones: [
          { number: 2, title: text, description: `Needs: #2-3, ${inOneLine}` },
          { number: 3, title: `${text} again`, state: "closed" },
        ],
      });

    test("does nothing as an argument", () => {
      const { give } = open();
      for (const { name } of commands) {
        for (const line of [
          `/${name} ${inOneLine}`,
          `/${name} #2 ${inOneLine}`,
          `/${name} M3 because ${inOneLine}`,
        ]) {
          const { says } = give(line);
          if (says !== null) expectInert(says);
        }
      }
    });

    test("does nothing as a milestone's title or an issue's label", () => {
      const { give } = open();
      const lines = [
        "/move 2",
        "/move 3",
        "/move",
        "/blocks milestone 2",
        "/blocks milestone 2 on #2",
        "/unblock milestone 2 on #2",
        "/blocks milestone 3",
        "/cluster",
        "/move none",
        "/drop because x",
      ];
      for (const line of lines) {
        const { says, edits } = give(line);
        if (says !== null) expectInert(says);
        const { plan } = open();
        const links = createLinks("status-issue", plan());
        for (const sentence of describeEdits(plan(), links, edits)) expectInert(sentence);
      }
    });
  },
);
