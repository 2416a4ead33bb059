import fc from "fast-check";
import { describe, expect, test } from "#test";
import type { Day } from "../../src/domain/calendar.ts";
import {
  type MilestoneLines,
  readMilestoneLines,
  writeMilestoneLines,
} from "../../src/facts/milestone-lines.ts";

const none: MilestoneLines = { start: null, needs: null, note: null };

describe("the lines of a milestone", () => {
  test("are read from the end of its description, in any order and case", () => {
    const text =
      "Prose.\r\n\r\nNOTE:  two words \r\nstart: 2026-01-13\r\nNeeds: 5.1-5.3, #407\r\n\r\n";
    expect(readMilestoneLines(text)).toEqual({
      start: "2026-01-13",
      needs: "5.1-5.3, #407",
      note: "two words",
    });
  });

  test.each([
    ["nothing", ""],
    ["prose alone", "Notes: many\nand Start: 2026-01-13"],
    ["lines that prose follows", "Note: the author's own\n\nand more."],
    ["lines without a value", "Start:\nNeeds:\nNote:"],
    ["a start that is no day", "Start: 13.1.2026"],
    ["a day that is none", "Start: 2026-02-30"],
  ])("are none in %s", (_, text) => {
    expect(readMilestoneLines(text)).toEqual(none);
  });

  test("above a blank line are prose", () => {
    expect(readMilestoneLines("Note: mine\n\nStart: 2026-01-13")).toEqual({
      ...none,
      start: "2026-01-13",
    });
  });

  const value = fc
    .string({ unit: fc.constantFrom("a", "Note: ", "#", "1", " ", ":", "é", "-->") })
    .map((text) => text.replace(/\s+/g, " ").trim())
    .filter((text) => text !== "");
  const lines = fc.record({
    start: fc.constantFrom<Day | null>(null, "2026-01-13"),
    needs: fc.option(value),
    note: fc.option(value),
  });
  const prose = fc
    .array(fc.constantFrom("Text.", "", "Note: old", "  indented", "Start: 2025-01-01"), {
      maxLength: 5,
    })
    .chain((texts) => fc.constantFrom("\n", "\r\n").map((lineEnd) => texts.join(lineEnd)));

  test("are read back as they are written, whatever was there", () => {
    fc.assert(
      fc.property(prose, lines, (before, wanted) => {
        fc.pre(Object.values(wanted).some((one) => one !== null));
        const written = writeMilestoneLines(before, wanted);
        expect(readMilestoneLines(written)).toEqual(wanted);
        expect(writeMilestoneLines(written, wanted)).toBe(written);
      }),
    );
  });

  test("leave the text above them as it is, line ends too", () => {
    const facts = { ...none, start: "2026-01-13" as const };
    expect(writeMilestoneLines("One\r\n\ttwo \r\n\r\nNote: old", facts)).toBe(
      "One\r\n\ttwo \r\n\r\nStart: 2026-01-13",
    );
    expect(writeMilestoneLines("One\n\n\ntwo", none)).toBe("One\n\n\ntwo");
    expect(writeMilestoneLines("", facts)).toBe("Start: 2026-01-13");
    expect(writeMilestoneLines("Note: a\nNeeds: #1", none)).toBe("");
  });

  test("that do not change stay as they are, in their order, unreadable ones too", () => {
    const text = "Prose.\r\nnote:  mine \r\nSTART: soon\r\nneeds: 5.1\r\nNote: another";
    const needs = { ...readMilestoneLines(text), needs: "5.1, #407" };
    expect(writeMilestoneLines(text, needs)).toBe(
      "Prose.\r\nnote:  mine \r\nSTART: soon\r\nNeeds: 5.1, #407\r\nNote: another",
    );
    const alone = { ...readMilestoneLines(text), needs: null };
    expect(writeMilestoneLines(text, alone)).toBe(
      "Prose.\r\nnote:  mine \r\nSTART: soon\r\nNote: another",
    );
    expect(writeMilestoneLines(text, readMilestoneLines(text))).toBe(text);
  });

  test("that are new stand where they would if all were there", () => {
    const both = { ...none, start: "2026-01-13" as const, note: "n" };
    const text = writeMilestoneLines("Prose.", both);
    expect(writeMilestoneLines(text, { ...both, needs: "5.1" })).toBe(
      "Prose.\n\nStart: 2026-01-13\nNeeds: 5.1\nNote: n",
    );
  });

  test("stay one line each, whatever a value holds", () => {
    const facts = { start: null, needs: "#1\nNote: x", note: "a\r\n\r\nStart: 2026-01-01" };
    expect(writeMilestoneLines("", facts)).toBe("Needs: #1 Note: x\nNote: a Start: 2026-01-01");
  });
});
