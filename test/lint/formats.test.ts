import { describe, expect, test } from "#test";
import { formats } from "../../src/lint/formats/registry.ts";
import { lintDocument } from "../../src/lint/lint-document.ts";
import { rules } from "../../src/lint/rules/registry.ts";

const text =
  "# \u001b[31mPlan\n\n## Parser (2/3)\n- [x] #4 Tokens\n- [x] #5 Tree\n- [x] #6 Errors\n";
const reports = [
  lintDocument({ path: "docs/a plan, 100%.md", text }, null),
  lintDocument({ path: "docs/clean.md", text: "# Plan\n" }, null),
];
const message = reports[0]?.findings[0]?.message ?? "";

describe("the formats of a lint report", () => {
  test("text shows line, severity, rule, the line as it stands and both claims", () => {
    expect(formats.text(reports)).toBe(
      [
        "docs/a plan, 100%.md",
        `  3: error, count-vs-list: ${message}`,
        "      | ## Parser (2/3)",
        "      - 2/3 (line 3)",
        "      - 3 marked as done",
        "",
        "2 documents: 1 error.",
        "",
      ].join("\n"),
    );
  });

  test("text never steers the terminal", () => {
    const report = lintDocument(
      { path: "\u001b]0;x.md", text: "## \u001b[2J (2/3)\n- [x] #4 A\n" },
      null,
    );
    expect(report.findings).not.toEqual([]);
    expect(formats.text([report])).not.toContain("\u001b");
  });

  test("json holds every document and says what can be fixed", () => {
    const output = JSON.parse(formats.json(reports));
    expect(output).toMatchObject({
      version: 1,
      summary: { error: 1, warning: 0, info: 0 },
      documents: [
        { findings: [{ rule: "count-vs-list", line: 3, fixable: false, message }] },
        { path: "docs/clean.md", findings: [] },
      ],
    });
  });

  test("github writes one workflow command a finding, with all its special characters escaped", () => {
    expect(formats.github(reports)).toBe(
      `::error file=docs/a plan%2C 100%25.md,line=3,title=count-vs-list::${message.replaceAll("%", "%25")}\n`,
    );
  });

  test("sarif has the shape that the standard requires", () => {
    const log = JSON.parse(formats.sarif(reports));
    expect(log.version).toBe("2.1.0");
    const [run] = log.runs;
    const ids = run.tool.driver.rules.map(({ id }: { id: string }) => id);
    expect(ids).toEqual([...rules.map(({ id }) => id), "lint-switch"]);
    for (const rule of run.tool.driver.rules) {
      expect(rule.shortDescription.text).toMatch(/\.$/);
      expect(["error", "warning", "note"]).toContain(rule.defaultConfiguration.level);
    }
    expect(run.results).toHaveLength(1);
    const [result] = run.results;
    expect(ids[result.ruleIndex]).toBe(result.ruleId);
    expect(result.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: "docs/a%20plan%2C%20100%25.md" },
      region: { startLine: 3, snippet: { text: "## Parser (2/3)" } },
    });
    expect(result.message.text).toBe(message);
  });
});
