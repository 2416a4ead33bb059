import { describe, expect, test } from "#test";
import { renderConfigProblems } from "../../src/render/config-problems.ts";
import { findingText } from "../../src/render/finding-text.ts";
import { createLinks } from "../../src/render/links.ts";
import { findRoots } from "../../src/render/roots.ts";
import { buildPlan } from "./plan-builder.ts";

describe("problems of the configuration", () => {
  const error = (line: number, key: string, message: string) => ({ line, column: 1, key, message });

  test("are a warning that names file, line, key and what is allowed", () => {
    expect(renderConfigProblems([error(3, "unit", 'is "hour": allowed are issues, hours.')])).toBe(
      [
        "> [!WARNING]",
        "> **.github/milepost.yml has 1 error.** Until it is corrected, Milepost changes nothing else here or in documents.",
        ">",
        '> - Line 3, unit: is "hour": allowed are issues, hours.',
      ].join("\n"),
    );
  });

  test("are nothing where there are none, and are inert", () => {
    expect(renderConfigProblems([])).toBe("");
    const text = renderConfigProblems([error(1, "", "<b>@octo</b>\n> [!NOTE]\n#1")]);
    expect(text.split("\n")).toHaveLength(4);
    expect(text).toContain("> - Line 1: &lt;b>@&#8203;octo&lt;/b>");
  });

  test("name another file that they are in", () => {
    const file = "acme/standards:.github/milepost.yml";
    const text = renderConfigProblems([
      error(1, "", "Own."),
      { ...error(3, "unit", "Far."), file },
    ]);
    expect(text.split("\n").slice(1)).toEqual([
      "> **Milepost's settings have 2 errors.** Until they are corrected, Milepost changes nothing else here or in documents.",
      ">",
      "> - Line 1: Own.",
      "> - acme/standards:.github/milepost.yml, line 3, unit: Far.",
    ]);
  });

  test("beyond twenty are a number", () => {
    const errors = Array.from({ length: 30 }, (_, index) => error(index + 1, "k", "wrong"));
    expect(renderConfigProblems(errors)).toContain("> - and 10 more");
  });
});

describe("a finding", () => {
  test("links the issues it concerns, and no other number", () => {
    const plan = buildPlan({ items: [{ number: 1 }, { number: 12 }] });
    const links = createLinks("status-issue", plan);
    const message = "#1 waits for #12 *and* #123, see octo/other#1: <b>";
    const finding = {
      rule: "x",
      severity: "info",
      issues: [1, 12],
      milestone: null,
      message,
    } as const;
    expect(findingText(finding, links)).toBe(
      "[#1] waits for [#12] \\*and\\* #&#8203;123, see octo/other#&#8203;1: &lt;b>",
    );
  });
});

describe("roots", () => {
  test("of a chain of 20,000 are found without recursion", () => {
    const items = Array.from({ length: 20_000 }, (_, index) => ({
      number: index + 1,
      waitsFor: index === 0 ? [] : [index],
    }));
    expect(findRoots(buildPlan({ items })).get(20_000)).toEqual({
      issues: [1],
      isBehindCycle: false,
    });
  });

  test("behind a cycle are named, and the cycle too", () => {
    const roots = findRoots(
      buildPlan({
        items: [
          { number: 1, waitsFor: [2, 3] },
          { number: 2, waitsFor: [1] },
          { number: 3 },
          { number: 4, waitsFor: [1, 5] },
          { number: 5 },
          { number: 6, waitsFor: [3, 5] },
          { number: 7, waitsFor: [6] },
        ],
      }),
    );
    expect(roots.get(1)).toEqual({ issues: [3], isBehindCycle: true });
    expect(roots.get(4)).toEqual({ issues: [5], isBehindCycle: true });
    expect(roots.get(7)).toEqual({ issues: [3, 5], isBehindCycle: false });
  });
});
