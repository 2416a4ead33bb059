import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "#test";
import { applyEdits, fixDocument } from "../../src/lint/fix-document.ts";
import { rules } from "../../src/lint/rules/registry.ts";

const encodings = new URL("../cases/encodings/", import.meta.url);
const plans = new URL("../cases/plans/", import.meta.url);
const documents = [encodings, plans].flatMap((folder) =>
  readdirSync(folder).map((name) => [name, new URL(name, folder)] as const),
);
const fix = (text: string) => fixDocument({ path: "plan.md", text }, null);

describe("--fix", () => {
  test.each(documents)("%s comes to rest", (_name, file) => {
    const fixed = fix(readFileSync(file, "utf8"));
    expect(fixed.report.findings.filter(({ edits = [] }) => edits.length > 0)).toEqual([]);
    expect(fix(fixed.text).text).toBe(fixed.text);
  });

  test("says how many characters were refilled", () => {
    const text = readFileSync(new URL("plan-47-data-quality.md", encodings), "utf8");
    expect(fix(text).notes).toEqual([
      expect.stringContaining("The fix refills 343 characters that had lost a byte."),
    ]);
  });

  const document = fc
    .array(
      fc.oneof(
        fc.constantFrom(...rules.map(({ example }) => example)),
        fc.constantFrom("\n", "\t- [ ] #9 ⚠️\r\n", "\ufeff", "\udc80", "```\n- [x] #1\n```\n"),
      ),
      { maxLength: 4 },
    )
    .map((parts) => parts.join("\n"));

  test("of lead-ins in a row that name an issue each gets a line of its own", () => {
    const text = "**Label:** a\n**Owner:** b\n**Needs:** #1\n**Size:** 2\n";
    expect(fix(text).text).toBe("**Label:** a  \n**Owner:** b  \n**Needs:** #1  \n**Size:** 2\n");
  });

  test("any document comes to rest, and without a fixable finding not a character changes", () => {
    fc.assert(
      fc.property(document, (text) => {
        const once = fix(text);
        expect(fix(once.text).text).toBe(once.text);
        if (once.fixed === 0) expect(once.text).toBe(text);
      }),
    );
  });

  test("edits change what they name and nothing else, in any order", () => {
    const edits = [
      { start: 4, end: 5, text: "" },
      { start: 0, end: 1, text: "AA" },
      { start: 2, end: 2, text: "-" },
    ];
    expect(applyEdits("abcdef", edits)).toBe("AAb-cdf");
  });
});
