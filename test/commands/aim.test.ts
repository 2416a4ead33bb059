import fc from "fast-check";
import { describe, expect, test } from "#test";
import { takeAim } from "../../src/commands/aim.ts";
import type { Command } from "../../src/commands/command.ts";
import { item, plan as planOf } from "../domain/project-builder.ts";

const plan = planOf([
  ...Array.from({ length: 30 }, (_, index) => item(index + 1)),
  item(31, { title: "DB-4: x" }),
]);

function aim(
  text: string,
  takesText: Command["takesText"],
  kind: Command["aim"] = "issue",
): unknown {
  const result = takeAim({ name: "x", aim: kind, takesText }, { words: text, text }, plan);
  if (result.kind === "mistake") return result.says.replaceAll("&#8203;", "");
  return [result.text, result.targets, ...(result.isDryRun ? ["dry"] : [])];
}

describe("a command without free text", () => {
  test.each([
    ["#1 on #12", "#1", [12]],
    ["on #12", "", [12]],
    ["#1 ON #12, #20-22 and 24", "#1", [12, 20, 21, 22, 24]],
    ["on DB-4", "", [31]],
    ["x on https://github.com/o/r/issues/3", "x", [3]],
    ["based on #1 on #2", "based on #1", [2]],
    ["#1 on #12 because", "#1 on #12 because", null],
    ["Focus on 2026", "Focus on 2026", null],
    ["Based on ES-6", "Based on ES-6", null],
    ['"Based on #5"', '"Based on #5"', null],
    ["on", "on", null],
    ["person #5", "person #5", null],
    ["", "", null],
  ])("aims at the end: %s", (text, words, targets) => {
    expect(aim(text, false)).toEqual([words, targets]);
  });
});

describe("a command with free text", () => {
  test.each([
    ["on #12 we wait", "we wait", [12]],
    ["on #12, #13: we wait", "we wait", [12, 13]],
    ["on #12", "", [12]],
    ["on 3 approvals", "on 3 approvals", null],
    ["on ES-6", "on ES-6", null],
    ["waits on #12", "waits on #12", null],
    ["because it waits on #12", "because it waits on #12", null],
  ])("aims directly behind its name: %s", (text, words, targets) => {
    expect(aim(text, true)).toEqual([words, targets]);
  });
});

describe("a command that takes free text in one of its forms", () => {
  const takesText = (text: string) => text.startsWith("add");

  test.each([
    ["done 2 on #12", "done 2", [12]],
    ["on #12 done 2", "done 2", [12]],
    ["add what waits on #12", "add what waits on #12", null],
    ["on #12 add what waits on #13", "add what waits on #13", [12]],
  ])("aims at both ends but for that form: %s", (text, words, targets) => {
    expect(aim(text, takesText)).toEqual([words, targets]);
  });
});

describe("a command with a reason", () => {
  test.each([
    ["M3 on #12 because it waits on #13", "M3 because it waits on #13", [12]],
    ["M3 on #12", "M3", [12]],
    ["on #12, #13 M3 because x", "M3 because x", [12, 13]],
    ["M3 because it waits on #13", "M3 because it waits on #13", null],
    ["on #12 because x", "because x", [12]],
    ["Work on 2026 because x", "Work on 2026 because x", null],
  ])("aims before it: %s", (text, words, targets) => {
    expect(aim(text, "because")).toEqual([words, targets]);
  });
});

test.each([
  [false, "x on #99"],
  [true, "on #99 x"],
  ["because", "x on #99 because y"],
] as const)("an aim at what is no issue is a mistake", (takesText, text) => {
  expect(aim(text, takesText)).toBe(
    "#99 is no issue of this repository that I can see: it may be a pull request or deleted.",
  );
});

test("an aim at another repository is a mistake", () => {
  expect(aim("on o/x#3", false)).toBe(
    "A command can be aimed only at issues of this repository: give it in the other repository.",
  );
});

test("a command that is about no issue can't be aimed", () => {
  expect(aim("#1 on #2", false, "thread")).toBe(
    '`/x` can\'t be aimed with "on": it is not about one issue.',
  );
  expect(aim("#1", false, "thread")).toEqual(["#1", null]);
});

describe("a dry run", () => {
  test.each<[string, Command["takesText"], string, readonly number[] | null]>([
    ["--dry-run #1 on #2", false, "#1", [2]],
    ["#1 on #2 --dry-run", false, "#1", [2]],
    ["#1 —dry-run", false, "#1", null],
    ["--DRY-RUN", false, "", null],
    ["on #2 text --dry-run", true, "text", [2]],
    ["M3 because x --dry-run", "because", "M3 because x", null],
  ])("is asked for by the first or the last word: %s", (text, takesText, words, targets) => {
    expect(aim(text, takesText)).toEqual([words, targets, "dry"]);
  });

  test.each(["use --dry-run here", "x--dry-run", "--dry-running", "dry-run"])(
    "is not asked for by %s",
    (text) => {
      expect(aim(text, true)).toEqual([text, null]);
    },
  );
});

test("whatever a text holds, it is taken or given back", () => {
  const piece = fc.constantFrom(
    "on",
    "#1",
    "#99",
    " ",
    "  ",
    "because",
    "--dry-run",
    "x",
    "DB-4",
    "o/r#3",
    ":",
    "12",
    "\u200b",
  );
  const text = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(" "));
  fc.assert(
    fc.property(text, fc.constantFrom(true, false, "because" as const), (words, takesText) => {
      const result = takeAim({ name: "x", aim: "issue", takesText }, { words, text: words }, plan);
      if (result.kind === "mistake") return;
      const count = (of: string) => of.split(/\s+/).filter((one) => one === "x").length;
      expect(count(result.text)).toBe(count(words));
      const inOneLine = (of: string) => of.replace(/\s+/g, " ").trim();
      if (result.targets === null && !result.isDryRun) {
        expect(inOneLine(result.text)).toBe(inOneLine(words));
      }
    }),
    { numRuns: 1000 },
  );
});
