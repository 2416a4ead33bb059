import { describe, expect, test } from "#test";
import { defaultConfig } from "../../src/config/defaults.ts";
import { detectDimensions } from "../../src/onboarding/detect-dimensions.ts";

const detect = (...labels: readonly string[]) => [
  ...detectDimensions(labels, defaultConfig.labels),
];

describe("labels that begin alike", () => {
  test("make a dimension, those with most values first", () => {
    const labels = ["area/api", "area/web", "area/cli", "team: red", "team: blue", "bug"];
    expect(detect(...labels)).toEqual([
      ["area", "area/"],
      ["team", "team: "],
    ]);
  });

  test("make none where there is but one, or one label many times", () => {
    expect(detect("area/api", "area/api", "kind=bug")).toEqual([]);
  });

  test("take another way of writing for a known dimension that nobody uses as it is", () => {
    expect(detect("priority/high", "priority/low")).toEqual([["priority", "priority/"]]);
    expect(detect("priority/high", "priority/low", "Priority: high")).toEqual([]);
  });

  test("are no dimension by the name of a command, or of a link", () => {
    expect(detect("points: 3", "points: 5", "move/a", "move/b", "://x", "://y")).toEqual([]);
  });

  test("give a name that the settings take", () => {
    expect(detect("Work_Stream: a", "Work_Stream: b")).toEqual([["work-stream", "Work_Stream: "]]);
  });
});
