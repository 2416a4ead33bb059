import { describe, expect, test } from "#test";
import { toCheckReport } from "../../src/engine/checks/check-report.ts";
import type { FileReport, ReportedFinding } from "../../src/lint/lint-document.ts";

const finding = (severity: ReportedFinding["severity"], line = 1): ReportedFinding => ({
  ...{ rule: "count-vs-list", severity, line, lines: [line], excerpt: "", claims: ["2", "3"] },
  message: "Two counts differ.",
});
const report = (...findings: readonly ReportedFinding[]): FileReport => ({
  path: "a.md",
  findings,
});

describe("what a check says", () => {
  test.each([
    ["success", [], "No findings"],
    ["neutral", [finding("info"), finding("warning")], "1 warning, 1 remark"],
    ["failure", [finding("error"), finding("error"), finding("info")], "2 errors, 1 remark"],
  ] as const)("is %s by the worst finding", (conclusion, findings, title) => {
    expect(toCheckReport("abc", [report(...findings)], [])).toMatchObject({ conclusion, title });
  });

  test("is never a success where a document was not read", () => {
    const { conclusion, summary } = toCheckReport("abc", [], ["big.md"]);
    expect(conclusion).toBe("neutral");
    expect(summary).toContain("big.md: not read");
  });

  test("shows errors first where there are more findings than anybody reads, and how many are left", () => {
    const many = Array.from({ length: 250 }, (_, line) => finding("info", line + 1));
    const { annotations, summary } = toCheckReport("abc", [report(...many, finding("error"))], []);
    expect(annotations).toHaveLength(200);
    expect(annotations[0]).toMatchObject({ level: "failure", details: "2\n3" });
    expect(summary).toContain("51 further findings");
  });

  test("has a key that changes with anything it says, and with nothing else", () => {
    const key = (...findings: ReportedFinding[]) =>
      toCheckReport("abc", [report(...findings)], []).key;
    expect(key(finding("error"))).toBe(key(finding("error")));
    expect(key(finding("error"))).not.toBe(key(finding("error", 2)));
  });

  test("keeps hostile names and texts from acting", () => {
    const hostile = { ...finding("error"), message: `${"x".repeat(1_999)}😀 y` };
    const path = "docs/@octocat <img src=x> #12.md";
    const said = toCheckReport("abc", [{ path, findings: [hostile] }], []);
    expect(said.summary).not.toMatch(/@octocat|<img|#12/);
    expect(said.annotations[0]?.message.isWellFormed()).toBe(true);
    expect(said.annotations[0]?.message.length).toBeLessThanOrEqual(2_001);
  });
});
