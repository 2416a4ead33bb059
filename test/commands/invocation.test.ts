/** Where a text gives a command: `corpus/<case>.md` is a comment, `corpus/<case>.json` what it asks for. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "#test";
import {
  findInvocations,
  type Invocation,
  mayAskForSomething,
  mayHoldCommand,
} from "../../src/commands/invocation.ts";

const folder = new URL("corpus/", import.meta.url);
const cases = readdirSync(folder)
  .filter((name) => name.endsWith(".md"))
  .map((name) => name.replace(/\.md$/, ""));

type Expected = Pick<Invocation, "line" | "name" | "words"> & Partial<Invocation>;

function expectedIn(name: string): readonly Expected[] {
  return JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8"));
}

const read = (name: string) => readFileSync(new URL(`${name}.md`, folder), "utf8");

describe("the commands of a comment", () => {
  test.each(cases)("%s", (name) => {
    const found = findInvocations(read(name), "/").map(
      ({ source: _, ...invocation }) => invocation,
    );
    const expected = expectedIn(name).map((one) => ({ text: one.words, ...one }));
    expect(found).toEqual(expected);
  });

  test.each(cases)("%s: no command is missed by the quick look", (name) => {
    if (expectedIn(name).length === 0) return;
    expect(mayHoldCommand(read(name), "/")).toBe(true);
    expect(mayAskForSomething(read(name))).toBe(true);
  });

  test("are the same with line ends of Windows", () => {
    for (const name of cases.filter((one) => !one.includes("line"))) {
      const windows = findInvocations(read(name).replace(/\r?\n/g, "\r\n"), "/");
      expect([name, windows]).toEqual([name, findInvocations(read(name), "/")]);
    }
  });

  test("are told as people wrote them", () => {
    const [first] = findInvocations("a\n  /Note  `x` <!-- y -->  ", "/");
    expect(first?.source).toBe("/Note  `x` <!-- y -->");
  });
});

describe("another prefix", () => {
  test.each([
    ["/mp-", "/mp-start\n/start\n/milepost stop"],
    ["!", "!start\n/start\n/milepost stop"],
    ["+", "+start\n++start\n/milepost stop"],
    [".", ".start\nxstart\n/milepost stop"],
  ])("%s is the only one beside the long one", (prefix, text) => {
    const names = findInvocations(text, prefix).map(({ name }) => name);
    expect(names).toEqual(["start", "stop"]);
  });

  test("is looked for quickly too", () => {
    expect(mayHoldCommand("a\n/start", "!")).toBe(false);
    expect(mayHoldCommand("a\n!start", "!")).toBe(true);
    expect(mayHoldCommand("a\n/milepost\tstart", "!")).toBe(true);
    expect(mayAskForSomething("Thanks.\nSee `/start`.")).toBe(false);
  });
});
