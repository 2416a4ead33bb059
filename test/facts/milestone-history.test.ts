import { describe, expect, test } from "#test";
import type { MilestoneChange } from "../../src/domain/observation.ts";
import { indexTitles, readEarlierMilestones } from "../../src/facts/milestone-history.ts";
import { milestone } from "../domain/project-builder.ts";

const titles = indexTitles([
  milestone(2, { title: "M2", earlierTitles: ["M2 old", "M3"] }),
  milestone(3, { title: "M3", earlierTitles: ["M3 old"] }),
  milestone(5, { title: "M5" }),
]);

/** "+M2@1" is: added to M2 on day 1. */
function history(...changes: readonly string[]): readonly MilestoneChange[] {
  return changes.map((text) => {
    const [title = "", day = ""] = text.slice(1).split("@");
    const at = `2025-11-${day.padStart(2, "0")}T09:00:00Z`;
    return { kind: text.startsWith("+") ? "added" : "removed", title, at };
  });
}

function leftBy(present: number | null, ...changes: readonly string[]) {
  const earlier = readEarlierMilestones(history(...changes), present, titles, "UTC");
  return earlier.map(({ milestone, leftOn }) => `${milestone}@${Number(leftOn.slice(-2))}`);
}

describe("earlier milestones", () => {
  test.each([
    ["none without history", 2, [], []],
    ["none while the first holds", 2, ["+M2@1"], []],
    ["the one that was left", 3, ["+M2@1", "-M2@4", "+M3@4"], ["2@4"]],
    [
      "the one that was left, when told the other way round",
      3,
      ["+M2@1", "+M3@4", "-M2@4"],
      ["2@4"],
    ],
    ["the one that was left without a word", 3, ["+M2@1", "+M3@4"], ["2@4"]],
    ["the one that was left for none", null, ["+M2@1", "-M2@4"], ["2@4"]],
    ["not the one it has come back to", 2, ["+M2@1", "-M2@4", "+M3@4", "-M3@6", "+M2@6"], ["3@6"]],
    [
      "each once, on the last day",
      5,
      ["+M2@1", "-M2@2", "+M3@2", "-M3@3", "+M2@3", "-M2@4", "+M5@4"],
      ["2@4", "3@3"],
    ],
    [
      "what is left after a move told the other way round",
      5,
      ["+M2@1", "+M3@4", "-M2@4", "+M5@7"],
      ["2@4", "3@7"],
    ],
    ["one under its earlier title", 5, ["+M2 old@1", "-M2 old@4", "+M5@4"], ["2@4"]],
    ["not the same under its earlier title", 2, ["+M2 old@1"], []],
    ["none where it was renamed in between", 2, ["+M2 old@1", "+M2@4"], []],
    ["the present bearer of a title", 5, ["+M3@1", "-M3@4", "+M5@4"], ["3@4"]],
    ["nothing of a title nobody knows", 5, ["+M9@1", "-M9@4", "+M5@4"], []],
    ["the one before a title nobody knows", 5, ["+M2@1", "+M9@3", "+M5@4"], ["2@3"]],
    ["the same from a history out of order", 3, ["+M3@4", "-M2@4", "+M2@1"], ["2@4"]],
  ])("are %s", (_, present, changes, expected) => {
    expect(leftBy(present, ...changes)).toEqual(expected);
  });

  test("were left on a day of the plan's time zone", () => {
    const late: MilestoneChange = { at: "2025-11-10T23:30:00Z", kind: "removed", title: "M2" };
    const [found] = readEarlierMilestones([late], null, titles, "Europe/Berlin");
    expect(found?.leftOn).toBe("2025-11-11");
  });
});
