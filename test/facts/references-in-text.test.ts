import fc from "fast-check";
import { describe, expect, test } from "#test";
import { parseReferenceList } from "../../src/facts/references-in-text.ts";

const referencesIn = (text: string) => parseReferenceList(text, 0, "o/r").references;

describe("references in a text", () => {
  test.each([
    ["#12", [12]],
    ["#12, #13 and #14", [12, 13, 14]],
    ["#12,#13,and #14", [12, 13, 14]],
    ["#12 & #13 + #14 #15", [12, 13, 14, 15]],
    ["#404-407", [404, 405, 406, 407]],
    ["#404-#406", [404, 405, 406]],
    ["#154–156", [154, 155, 156]],
    ["#154—156, #9", [154, 155, 156, 9]],
    ["#1..3", [1, 2, 3]],
    ["#1 - #3", [1, 2, 3]],
    ["o/r#3", [3]],
    ["O/R#3", [3]],
    ["o/other#3-4", ["o/other#3", "o/other#4"]],
    ["a.b/c_d-e#1", ["a.b/c_d-e#1"]],
    ["https://github.com/o/r/issues/7", [7]],
    ["https://github.com/o/x/issues/7#issuecomment-1", ["o/x#7"]],
    ["https://ghe.example.com/o/x/issues/7, #1", ["o/x#7", 1]],
    ["#7.", [7]],
    ["#7: why", [7]],
  ])("are read from %p", (text, expected) => {
    expect(referencesIn(text)).toEqual(expected);
  });

  test.each([
    ["with blanks around it, a dash is a dash", "#12 - 15 minutes", [12]],
    ["a range that goes down is its first", "#407-404", [407]],
    ["a range of more than 100 is its first", "#1-101", [1]],
    ["a range of 100 is one", "#1-100", Array.from({ length: 100 }, (_, index) => index + 1)],
    ["a word may begin with digits", "#12th", []],
    ["a range may end in a word", "#12-13th", [12]],
    ["the list ends at the first other word", "#12, see #13", [12]],
    ["a pull request's address is none", "https://github.com/o/r/pull/7", []],
    ["a heading's mark is none", "# 12", []],
    ["a channel is none", "#data-quality", []],
    ["a number without mark is none", "12", []],
  ])("%s: %p", (_, text, expected) => {
    expect(referencesIn(text)).toEqual(expected);
  });

  test("end behind the last one, whatever follows", () => {
    expect(parseReferenceList("see #1, #2, and more", 4, "o/r")).toEqual({
      references: [1, 2],
      end: 10,
    });
    expect(parseReferenceList("nothing", 0, "o/r")).toEqual({ references: [], end: 0 });
  });

  test("survive any text", () => {
    const text = fc.string({
      unit: fc.constantFrom("#", "1", "9", "-", " ", ",", "/", "a", "and"),
    });
    fc.assert(
      fc.property(text, (any) => {
        const { references, end } = parseReferenceList(any, 0, "o/r");
        expect(end).toBeLessThanOrEqual(any.length);
        expect(references.length > 0).toBe(end > 0);
      }),
    );
  });

  test.each([
    ["blanks", `#1${" ".repeat(60_000)}x`],
    ["commas", `#1${" ,".repeat(30_000)}x`],
    ["slashes", "a/".repeat(30_000)],
    ["digits", `#${"9".repeat(60_000)}`],
    ["an address", `https://${"a/".repeat(30_000)}`],
  ])("come to an end in 60,000 characters of %s", (_, text) => {
    expect(referencesIn(text).length).toBeLessThanOrEqual(1);
  });
});
