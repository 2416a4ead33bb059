import { describe, expect, test } from "#test";
import { defaultConfig } from "../../src/config/defaults.ts";
import { readLabels } from "../../src/facts/label-facts.ts";

const config = {
  ...defaultConfig,
  labels: new Map([
    ["cluster", "cluster: "],
    ["constructor", "kind/"],
  ]),
  states: { inProgress: "in progress", onHold: "on hold" },
  epics: { label: "epic" },
};

const read = (...names: readonly string[]) => readLabels(names, config);

describe("labels", () => {
  test("say nothing where there are none", () => {
    expect(read()).toEqual({
      dimensions: {},
      rivals: new Map(),
      points: null,
      hours: null,
      isEpic: false,
      isInProgress: false,
      isOnHold: false,
    });
  });

  test("place an issue in each configured dimension, and in no other", () => {
    expect(read("cluster: AI Cost", "kind/bug", "phase: 2", "bug").dimensions).toEqual({
      cluster: "AI Cost",
      constructor: "bug",
    });
  });

  test("are the same in any case, and keep the name as it is written", () => {
    const facts = read(
      "CLUSTER: ai",
      "In Progress",
      "ON HOLD",
      "Epic",
      "Points: 3",
      "Estimate: 2h",
    );
    expect(facts).toEqual({
      dimensions: { cluster: "ai" },
      rivals: new Map(),
      points: 3,
      hours: { low: 2, high: 2 },
      isEpic: true,
      isInProgress: true,
      isOnHold: true,
    });
  });

  test("that contradict each other count by name, in whatever order they were set", () => {
    expect(read("cluster: B", "cluster: A").dimensions).toEqual({ cluster: "A" });
    expect(read("cluster: A", "cluster: B").dimensions).toEqual({ cluster: "A" });
  });

  test("without a value, or with one that is no estimate, are passed over", () => {
    const facts = read("cluster: ", "cluster:  ", "points: many", "points: 5", "estimate: soon");
    expect(facts).toMatchObject({ dimensions: {}, points: 5, hours: null });
  });
});
