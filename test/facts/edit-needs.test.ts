import fc from "fast-check";
import { describe, expect, test } from "#test";
import { addNeed, type NeedsHome, removeNeed } from "../../src/facts/edit-needs.ts";
import { resolveNeeds } from "../../src/facts/needs.ts";

const home: NeedsHome = {
  repository: "o/r",
  milestones: ["5.1 Store", "5.2 Query", "5.3 Sync", "Auth and #7", "M4"].map((title, index) => ({
    number: index + 1,
    title,
    earlierTitles: [],
  })),
};

describe("an added need", () => {
  test.each([
    [null, "#407"],
    ["", "#407"],
    ["5.1-5.3", "5.1-5.3, #407"],
    ["5.1 (first);", "5.1 (first), #407"],
    ["#12.", "#12, #407"],
    ['"Auth and #7"', '"Auth and #7", #407'],
    ["nonsense", "nonsense, #407"],
  ])("joins %j", (needs, wanted) => {
    expect(addNeed(needs, 407, home)).toBe(wanted);
  });

  test("is none where it would not be read", () => {
    expect(addNeed('5.1, "open', 407, home)).toBe('5.1, "open, #407');
    expect(
      addNeed(Array.from({ length: 100 }, (_, index) => `#${index + 1}`).join(", "), 407, home),
    ).toBeNull();
  });
});

describe("a removed need", () => {
  test.each([
    ["#407", null],
    ["#407 (auth)", null],
    ["5.1-5.3, #407", "5.1-5.3"],
    ["#407, 5.1", "5.1"],
    ["5.1, #407 (after the audit), 5.3", "5.1, 5.3"],
    ["5.1 and #407", "5.1"],
    ["5.1, #12, and #407", "5.1, #12"],
    ["#12 #407 #13", "#12 #13"],
    ["5.1; O/R#407; 5.2", "5.1; 5.2"],
    ["https://github.com/o/r/issues/407, 5.1", "5.1"],
    ["nonsense, #407", "nonsense"],
    ["#4071, #407", "#4071"],
  ])("leaves %j", (needs, wanted) => {
    expect(removeNeed(needs, 407, home)).toEqual({ kind: "removed", needs: wanted });
  });

  test.each(["#405-409", "#407-409", "5.1, #405–#407", "#407, #406-408"])(
    "stays in %j",
    (needs) => {
      expect(removeNeed(needs, 407, home)).toEqual({ kind: "not-alone" });
    },
  );
});

test("what is added can be removed again, and nothing else changes its meaning", () => {
  const name = fc.constantFrom(
    "5.1",
    "5.2-5.3",
    "M4",
    "#1",
    "#2-4",
    "x/y#3",
    "nonsense",
    '"Auth and #7"',
    "#12 (why, then)",
  );
  const separator = fc.constantFrom(", ", "; ", " and ", ",");
  fc.assert(
    fc.property(fc.array(fc.tuple(name, separator), { maxLength: 8 }), (names) => {
      const needs = names
        .map(([one, end], index) => one + (index < names.length - 1 ? end : ""))
        .join("");
      const before = resolveNeeds(needs, home.milestones, home.repository);
      const added = addNeed(needs, 407, home);
      if (added === null) return;
      const after = resolveNeeds(added, home.milestones, home.repository);
      expect(after).toEqual({ ...before, issues: [...before.issues, 407] });
      const removed = removeNeed(added, 407, home);
      expect(removed).toEqual({ kind: "removed", needs: needs === "" ? null : needs });
    }),
  );
});
