import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { fixDocument } from "../../src/lint/fix-document.ts";
import { formats } from "../../src/lint/formats/format.ts";
import { lintDocument } from "../../src/lint/lint-document.ts";
import type { Rule } from "../../src/lint/rule.ts";

/** Finds each "bad" and makes it "good"; the second sees it as a whole line. */
const badWord: Rule = {
  ...{ id: "bad-word", severity: "error", meaning: "A word is bad.", example: "bad" },
  ...{ offline: true, fixes: true },
  check: ({ text }) =>
    [...text.matchAll(/bad(?!-w)/g)].map(({ index }) => {
      const line = text.slice(0, index).split(/\r\n|\n|\r/).length;
      const edits = [{ start: index, end: index + 3, text: "good" }];
      return { line, lines: [line], message: "It is bad.", claims: ["bad", "good"], edits };
    }),
};
const online: Rule = { ...badWord, id: "online", offline: false };
const lint = (text: string, rules = [badWord, online]) =>
  lintDocument({ path: "docs/a,b.md", text, plan: null }, rules);
const at = (text: string) => lint(text).map(({ rule, line }) => `${rule} ${line}`);

describe("switching rules off", () => {
  test.each([
    ["nothing", "bad\n\nbad", ["bad-word 1", "bad-word 3"]],
    ["all from a line on", "bad\n\n<!-- milepost:lint off -->\n\nbad", ["bad-word 1"]],
    ["one rule by name", "<!-- milepost:lint off bad-word -->\n\nbad", []],
    ["another rule by name", "<!-- milepost:lint off online -->\n\nbad", ["bad-word 3"]],
    [
      "up to where it is on again",
      "<!-- milepost:lint off -->\nbad\n<!-- milepost:lint on -->\n\nbad",
      ["bad-word 5"],
    ],
    [
      "the next line alone",
      "<!-- milepost:lint-next-line off bad-word -->\nbad\nbad",
      ["bad-word 3"],
    ],
    ["nothing within code", "`<!-- milepost:lint off -->`\n\nbad", ["bad-word 3"]],
    [
      "nothing by an unknown name",
      "<!-- milepost:lint off bad-wrod -->\n\nbad",
      ["lint-switch 1", "bad-word 3"],
    ],
    [
      "nothing by another verb",
      "<!-- milepost:lint disable -->\n\nbad",
      ["lint-switch 1", "bad-word 3"],
    ],
  ])("%s", (_, text, expected) => {
    expect(at(text)).toEqual(expected);
  });

  test("an unknown name is answered with the nearest one", () => {
    expect(lint("<!-- milepost:lint off bad-wrod -->")[0]?.message).toContain(
      'Did you mean "bad-word"?',
    );
  });
});

describe("mending", () => {
  const fix = (text: string) => fixDocument({ path: "a.md", text, plan: null }, [badWord]);

  test("what is switched off is not mended", () => {
    expect(fix("bad\n\n<!-- milepost:lint off -->\n\nbad\n").text).toBe(
      "good\n\n<!-- milepost:lint off -->\n\nbad\n",
    );
  });

  test("edits that overlap are made one after the other, and what edits bring up is mended too", () => {
    const chained: Rule = {
      ...badWord,
      check: ({ text }) => {
        const next = { start: 0, end: text.length, text: `${text.slice(0, -1)}.`.slice(0, 4) };
        const finding = { line: 1, lines: [1], message: "Shorten.", claims: ["a", "b"] };
        return text.length > 4
          ? [
              { ...finding, edits: [next] },
              { ...finding, edits: [next] },
            ]
          : [];
      },
    };
    expect(fixDocument({ path: "a", text: "abcdef", plan: null }, [chained])).toEqual({
      text: "abcd",
      fixed: 1,
    });
  });

  test("bytes outside the edits stay, whatever they are, and a second run changes nothing", () => {
    const part = fc.oneof(fc.constantFrom("bad", "\r\n", "\t", "- [x] #4 ", "\udc80"), fc.string());
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = parts.join("");
        const mended = fix(text).text;
        if (!text.includes("milepost:lint"))
          expect(mended).toBe(text.replaceAll(/bad(?!-w)/g, "good"));
        expect(fix(mended)).toEqual({ text: mended, fixed: 0 });
      }),
    );
  });
});

describe("formats", () => {
  const findings = lint("# 100%\n\nthis is bad\u001b[31m\n");

  test("a terminal gets place, message, excerpt and claims, and no control character", () => {
    expect(formats.text(findings)).toBe(
      "docs/a,b.md:3: error: It is bad. [bad-word]\n  | this is bad�[31m\n  = bad ≠ good\n\n1 finding: 1 error, 0 warnings, 0 for information.",
    );
    expect(formats.text([])).toBe("Nothing contradicts itself.");
  });

  test("programs get all of it", () => {
    expect(JSON.parse(formats.json(findings))).toEqual({
      version: 1,
      findings: [
        {
          ...{ path: "docs/a,b.md", line: 3, lines: [3], rule: "bad-word", severity: "error" },
          ...{ message: "It is bad.", excerpt: "this is bad\u001b[31m", claims: ["bad", "good"] },
          fixes: true,
        },
      ],
    });
  });

  test("an Actions log gets one command a line, with commas and line breaks escaped", () => {
    expect(formats.github(findings)).toBe(
      "::error file=docs/a%2Cb.md,line=3,title=bad-word::It is bad.%0Abad ≠ good",
    );
    expect(formats.github([])).toBe("");
  });

  test("SARIF names the rule by its place in the list, and every line with its file", () => {
    const { version, runs } = JSON.parse(formats.sarif(findings));
    expect([version, runs.length]).toEqual(["2.1.0", 1]);
    expect(runs[0].tool.driver).toMatchObject({ name: "Milepost", rules: [{ id: "bad-word" }] });
    const place = { artifactLocation: { uri: "docs/a%2Cb.md" }, region: { startLine: 3 } };
    expect(runs[0].results).toEqual([
      {
        ...{ ruleId: "bad-word", ruleIndex: 0, level: "error", relatedLocations: [] },
        message: { text: "It is bad. bad ≠ good" },
        locations: [{ physicalLocation: place }],
      },
    ]);
  });
});
