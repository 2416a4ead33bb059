import { describe, expect, test } from "#test";
import {
  composeReply,
  type LineResult,
  reactionTo,
  type TargetResult,
} from "../../src/commands/reply.ts";
import { createLinks } from "../../src/render/links.ts";
import { item, plan } from "../domain/project-builder.ts";

const silent: TargetResult = { kind: "done", edits: [], says: null };
const told: TargetResult = { kind: "done", edits: [], says: "M3 now waits for it." };
const already: TargetResult = { kind: "already", says: "It is so already." };
const refused: TargetResult = { kind: "refused", says: "There is no milestone M9." };

function line(source: string, ...results: readonly TargetResult[]): LineResult {
  const targets = results.map((result, index) => ({ issue: index + 1, result }));
  return { source, isDryRun: false, targets };
}

function reply(...lines: readonly LineResult[]): string | null {
  const links = createLinks("status-issue", plan([item(1), item(2), item(3)]));
  return composeReply(lines, { links, describe: (edits) => edits.map(({ kind }) => kind) });
}

describe("the reply to a comment", () => {
  test("is none where the reaction says it all", () => {
    expect(reply(line("/start", silent), line("/points 3", silent))).toBeNull();
    expect(reply()).toBeNull();
  });

  test("to one command is what it says", () => {
    expect(reply(line("/blocks M3", told))).toBe("M3 now waits for it.");
  });

  test("to several tells line by line, the silent ones too", () => {
    expect(reply(line("/start", silent), line("/move M9", refused))).toBe(
      "- `/start`: Done.\n- `/move M9`: There is no milestone M9.",
    );
  });

  test("names together the issues of which the same is to be said", () => {
    expect(reply(line("/start on #1-3", silent, already, silent))).toBe(
      [
        "- [#1], [#3]: Done.",
        "- [#2]: It is so already.",
        "",
        "[#1]: ../issues/1",
        "[#2]: ../issues/2",
        "[#3]: ../issues/3",
      ].join("\n"),
    );
  });

  test("names no issue where all say the same", () => {
    expect(reply(line("/start on #1-2", already, already))).toBe("It is so already.");
  });

  test("keeps an answer of several lines within its entry of the list", () => {
    const long: TargetResult = { kind: "answered", says: "First.\n\nSecond." };
    expect(reply(line("/why", long), line("/start", silent))).toBe(
      "- `/why`: First.\n\n  Second.\n- `/start`: Done.",
    );
  });

  test("shows a line that holds Markdown as code", () => {
    const text = reply(line("/note `a` | <b> @ada", already), line("/start", silent));
    expect(text).toContain("- <code>/note");
    expect(text).not.toContain("<b>");
  });

  test("to a dry run tells what would be done, and that nothing is", () => {
    const move: TargetResult = {
      kind: "done",
      edits: [{ kind: "set-milestone", issue: 1, milestone: 2 }],
      says: "Moved.",
    };
    const text = reply({ ...line("/move M2", move), isDryRun: true });
    expect(text).toBe("Dry run, nothing is changed. It would do this: set-milestone.");
  });
});

describe("the reaction to a comment", () => {
  test.each([
    ["rocket", [line("/start", silent), line("/why", already)]],
    ["confused", [line("/start", silent), line("/move M9", refused)]],
    ["confused", [line("/move M3", { kind: "superseded", says: "Superseded." })]],
    ["eyes", [{ ...line("/start", silent), isDryRun: true }]],
    ["rocket", [{ ...line("/start", silent), isDryRun: true }, line("/stop", silent)]],
  ] as const)("is %s", (expected, lines) => {
    expect(reactionTo(lines)).toBe(expected);
  });
});
