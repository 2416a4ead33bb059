import { describe, expect, test } from "#test";
import { readBlockersInWords, readBlockersOf } from "../../src/facts/body-words.ts";
import { observedIssue } from "../engine/observation-builder.ts";

const blockersIn = (body: string) => readBlockersInWords(body, "o/r");

describe("dependencies in words", () => {
  test.each([
    ["Blocked by #12", [12]],
    ["blocked by: #12, #13 and o/x#4", [12, 13, "o/x#4"]],
    ["This DEPENDS ON #404-406.", [404, 405, 406]],
    ["**Blocked by** #12", [12]],
    ["**Depends on:** #12", [12]],
    ["_Blocked by_ #12", [12]],
    ["- [ ] depends on #12", [12]],
    ["Some prose.\r\n\r\nBlocked by #1\r\nDepends on #2", [1, 2]],
    ["Blocked by #1. Depends on #1, #2", [1, 2]],
    ["Blocked by https://github.com/o/r/issues/9", [9]],
    ["Does not matter. Blocked by #3", [3]],
    ["Do not merge, blocked by #3", [3]],
  ])("are read from %p", (body, expected) => {
    expect(blockersIn(body)).toEqual(expected);
  });

  test.each([
    "not blocked by #12",
    "Not **blocked by** #12",
    "isn't blocked by #12",
    "isn’t blocked by #12",
    "is not really blocked by #12",
    "never blocked by #12",
    "No longer blocked by #12",
    "no longer depends on #12",
    "unblocked by #12",
    "~~Blocked by #12~~",
    "#13 is blocked by #12",
    "#13 depends on #12",
    "`Blocked by #12`",
    "```\nBlocked by #12\n```",
    "    Blocked by #12",
    "> Blocked by #12",
    "<!-- Blocked by #12 -->",
    "<!-- Blocked by #12",
    "![Blocked by #12](x.png)",
    "Blocked by the weather, see #12",
    "Blocked by",
    "",
  ])("are not read from %p", (body) => {
    expect(blockersIn(body)).toEqual([]);
  });

  test("are a hundred at most", () => {
    const ranges = Array.from(
      { length: 7000 },
      (_, index) => `#${index * 100 + 1}-${index * 100 + 100}`,
    );
    expect(blockersIn(`Blocked by ${ranges.join(" ")}`)).toHaveLength(100);
  });

  test.each([
    ["phrases", "blocked by ".repeat(5900)],
    ["phrases with blanks", `blocked by${" ".repeat(60_000)}x`],
    ["negations", `${"not ".repeat(15_000)}blocked by #1`],
  ])("come to an end in a body of %s", (_, body) => {
    expect(blockersIn(body)).toEqual([]);
  });

  test("are those of the issue and the repository as they are now", () => {
    const issue = observedIssue(1, { body: "Blocked by a/b#2" });
    expect(readBlockersOf(issue, "o/r")).toEqual(["a/b#2"]);
    expect(readBlockersOf(issue, "a/b")).toEqual([2]);
    expect(readBlockersOf({ ...issue, body: "" }, "a/b")).toEqual([]);
  });
});
