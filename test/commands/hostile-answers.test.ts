import { describe, expect, test } from "#test";
import { wordCommands } from "../../src/commands/words/word-commands.ts";
import { workCommands } from "../../src/commands/work/work-commands.ts";
import { hostilePlan, hostileTexts } from "../render/hostile-plan.ts";
import { parseActs } from "../render/parsed.ts";
import { answerTo } from "./ask.ts";
import { openThread } from "./observed-thread.ts";

const ownTargets =
  /^(?:\.\.\/(?:issues|milestone)\/\d+|https:\/\/redirect\.github\.com\/octo\/engine\/issues\/5)$/;
const neverOurs = ["image", "footnoteReference", "footnoteDefinition", "code", "thematicBreak"];

function expectInert(markdown: string, ownHtml: RegExp) {
  const acts = parseActs(markdown);
  for (const target of acts.targets) expect(target).toMatch(ownTargets);
  for (const html of acts.html) expect(html).toMatch(ownHtml);
  for (const type of neverOurs) expect(acts.types).not.toContain(type);
  expect(acts.text).not.toMatch(/@octo|gh-7|www\.evil|https:\/\/|:tada:/i);
}

const folding = /^(?:<br>|<details><summary>[\w ]+<\/summary>|<\/details>)$/;

describe.each(hostileTexts.map((text) => [JSON.stringify(text).slice(0, 40), text] as const))(
  "the text %s",
  (_, text) => {
    const plan = hostilePlan(text);
    const inOneLine = text.replace(/[\r\n]/g, " ");

    test("does nothing in an answer", () => {
      const lines = [
        "/next",
        "/status",
        "/status 2",
        "/next 2",
        "/why milestone 1",
        "/why milestone 2",
      ];
      const questions = [...plan.items.keys()].map((number) => `/why #${number}`);
      for (const line of [...lines, ...questions]) {
        const { outcome, definitions } = answerTo(line, { plan, thread: 1 });
        expect([line, outcome.kind]).toEqual([line, "answered"]);
        expectInert(`${outcome.says}\n\n${definitions}`, folding);
      }
    });

    test("does nothing as an argument that is refused", () => {
      for (const name of ["why", "next", "status", "help"]) {
        const { outcome, definitions } = answerTo(`/${name} ${inOneLine}`, { plan, thread: 1 });
        expectInert(
          `${outcome.says}\n\n${definitions}`,
          /^(?:<\/?code>|<br>|<\/?details>|<details><summary>[\w ]+<\/summary>)$/,
        );
      }
    });

    test("does nothing where a command on the issue tells of it", () => {
      const given = {
        issues: [
          { number: 1, body: `- [ ] ${inOneLine}`, assignees: [text] },
          { number: 2, body: `- [ ] ${inOneLine}` },
        ],
      };
      const { give } = openThread([...workCommands, ...wordCommands], given);
      const told: (string | null)[] = [];
      const lines = [
        `/note on #2 ${inOneLine}`,
        `/alias on #2 ${inOneLine.slice(0, 40)}`,
        "/note on #2",
        "/alias on #2",
        `/alias ${inOneLine.slice(0, 40)}`,
        "/start",
        "/stop",
        `/start ${inOneLine}`,
        `/hold on #2 ${inOneLine}`,
        "/start on #2",
        "/task done 9",
        `/task ${inOneLine}`,
        `/task add ${inOneLine}`,
        "/task promote 1",
      ];
      for (const line of lines) told.push(give(line).says);
      for (const says of told) {
        if (says !== null) expectInert(says, /^<\/?code>$/);
      }
    });
  },
);
