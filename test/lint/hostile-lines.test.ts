import { describe, expect, test } from "#test";
import { lintDocument } from "../../src/lint/lint-document.ts";

// Each of these took minutes when a line was gone through for every issue in it; the runner's limit tells.
describe("a line that names an issue thousands of times is read all the same", () => {
  test.each([
    ["boxes in cells", "[x] #1 | ".repeat(24_000)],
    ["boxes in one entry", `- ${"[x] #1 a, #2 b — done ✅ ".repeat(12_000)}`],
    ["rows without end", `| a | b |\n|---|---|\n${"| #1 | done ".repeat(24_000)}|`],
    ["what depends on the same", `- #2 ${"waits for #1, ".repeat(16_000)}`],
  ])("%s", (_what, line) => {
    const text = `# Plan\n\n- [ ] #1 one\n\n${line}\n`;
    const { findings } = lintDocument({ path: "plan.md", text }, null);
    expect(findings.every((finding) => finding.lines.length > 0)).toBe(true);
  });

  test("and so is one with links that lead nowhere", () => {
    const text = `# Plan\n\n${"[a](#b) ".repeat(24_000)}\n`;
    const { findings } = lintDocument({ path: "plan.md", text }, null);
    expect(findings.length).toBeGreaterThan(0);
  });
});
