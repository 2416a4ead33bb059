import { describe, expect, test } from "#test";
import { lintDocument } from "../../src/lint/lint-document.ts";

const plan = "# Plan\n\n## Parser (2/3)\n- [x] #4 Tokens\n- [x] #5 Tree\n- [x] #6 Errors\n";
const found = (text: string) =>
  lintDocument({ path: "plan.md", text }, null).findings.map(({ rule, line }) => `${rule} ${line}`);

describe("turning rules off", () => {
  test("without a switch the rule finds its line", () => {
    expect(found(plan)).toEqual(["count-vs-list 3"]);
  });

  test.each([
    ["on top", `<!-- milepost-lint off count-vs-list -->\n\n${plan}`],
    ["on top, among others", `<!-- milepost-lint off mojibake, count-vs-list -->\n${plan}`],
    ["on top behind a byte order mark", `\ufeff\n<!-- milepost-lint off all -->\r\n${plan}`],
    [
      "before its line",
      plan.replace("##", "<!-- milepost-lint off-next-line count-vs-list -->\n##"),
    ],
  ])("a switch %s turns it off", (_, text) => {
    expect(found(text)).toEqual([]);
  });

  test.each([
    ["another rule", `<!-- milepost-lint off mojibake -->\n${plan}`, ["count-vs-list 4"]],
    [
      "another line",
      plan.replace("# Plan", "<!-- milepost-lint off-next-line all -->\n# Plan"),
      ["count-vs-list 4"],
    ],
    [
      "code",
      plan.replace("##", "```\n<!-- milepost-lint off-next-line all -->\n```\n##"),
      ["count-vs-list 6"],
    ],
  ])("a switch for %s turns nothing off", (_, text, findings) => {
    expect(found(text)).toEqual(findings);
  });

  test.each([
    [
      "a rule that is not there",
      "off count-vs-lists",
      'There is no rule "count-vs-lists". Did you mean "count-vs-list"?',
    ],
    ["no rule", "off", "Name the rules to turn off behind this, or `all`."],
    ["no verb", "count-vs-list", "This turns nothing off."],
  ])("a switch with %s is a finding that says what to write", (_, words, message) => {
    const text = `<!-- milepost-lint ${words} -->\n${plan}`;
    const { findings } = lintDocument({ path: "plan.md", text }, null);
    expect(findings.map(({ rule }) => rule)).toEqual(["lint-switch", "count-vs-list"]);
    expect(findings[0]?.message).toContain(message);
  });

  test("a switch for the document that stands too late is a finding", () => {
    expect(found(`${plan}\n<!-- milepost-lint off all -->\n`)).toEqual([
      "count-vs-list 3",
      "lint-switch 8",
    ]);
  });
});
