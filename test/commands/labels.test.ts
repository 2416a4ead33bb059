import { describe, expect, test } from "#test";
import { estimateCommands } from "../../src/commands/estimates/estimate-commands.ts";
import { dimensionCommands } from "../../src/commands/labels/dimension-commands.ts";
import { bob, type Given, guest, openThread } from "./observed-thread.ts";

const labelled = (number: number, ...names: readonly string[]) => ({
  number,
  labels: names.map((name) => ({ id: `L_${name.toLowerCase()}`, name })),
});

const labels = new Map([
  ["cluster", "cluster: "],
  ["phase", "phase: "],
  ["area", "a/"],
  ["part", "a/part/"],
]);

function open(...issues: Given["issues"]) {
  const others = [
    labelled(2, "cluster: Persistence", "a/part/door", "phase: sprint 2", "type: x"),
    labelled(3, "Cluster: Persistence", "cluster: AI Cost"),
  ];
  const first = issues.some(({ number }) => number === 1) ? [] : [{ number: 1 }];
  return openThread([...dimensionCommands(labels), ...estimateCommands], {
    issues: [...first, ...issues, ...others],
    config: { labels },
  });
}

const put = (label: string, issue = 1) => ({ kind: "add-label", issue, label });
const take = (label: string, issue = 1) => ({ kind: "remove-label", issue, label });

describe("a command of a label dimension", () => {
  test.each([
    ["in its own spelling, whatever the letter case", "/cluster ai  cost", "cluster: AI Cost"],
    ["in quotes", "/cluster “Persistence”", "cluster: Persistence"],
    ["that differs in a number only from another", "/phase sprint 3", "phase: sprint 3"],
    ["that is short", "/cluster DB", "cluster: DB"],
    ["that looks like an aim", "/cluster Focus on 2026", "cluster: Focus on 2026"],
    ["that looks like an aim at a key", "/cluster Based on ES-6", "cluster: Based on ES-6"],
    ["with what Markdown takes for its own", "/cluster C++ & *more*", "cluster: C++ & *more*"],
  ])("sets a value %s", (_what, line, label) => {
    const { give } = open();
    expect(give(line)).toMatchObject({ kind: "done", edits: [put(label)] });
    expect(give(line)).toMatchObject({ kind: "already", edits: [] });
  });

  test("says that a value is new, and nothing where it is not", () => {
    const { give } = open();
    expect(give("/cluster Telemetry").says).toBe("#1 is the first with `cluster: Telemetry`.");
    expect(give("/cluster Persistence").says).toBeNull();
    expect(give("/cluster Persistence").says).toBe("#1 has `cluster: Persistence` already.");
  });

  test("takes the place of all others of its dimension, and of no other", () => {
    const { give } = open(
      labelled(1, "cluster: A", "Cluster: B", "phase: 1", "clusters: x", "cluster"),
    );
    expect(give("/cluster AI Cost").edits).toEqual([
      take("cluster: A"),
      take("Cluster: B"),
      put("cluster: AI Cost"),
    ]);
  });

  test("keeps the one that is there and takes the others", () => {
    const { give } = open(labelled(1, "cluster: A", "CLUSTER: persistence"));
    expect(give("/cluster persistence").edits).toEqual([take("cluster: A")]);
  });

  test("leaves the labels of a dimension whose labels begin with its own", () => {
    const { give } = open(labelled(1, "a/house", "a/part/roof"));
    expect(give("/area garden").edits).toEqual([take("a/house"), put("a/garden")]);
    expect(give("/part door").edits).toEqual([take("a/part/roof"), put("a/part/door")]);
    expect(give("/area none").edits).toEqual([take("a/garden")]);
  });

  test("takes all of its dimension away with none", () => {
    const { give } = open(labelled(1, "cluster: A", "cluster: B", "phase: 1"));
    expect(give("/cluster None").edits).toEqual([take("cluster: A"), take("cluster: B")]);
    expect(give("/cluster none")).toMatchObject({ kind: "already", says: "#1 has no cluster." });
  });

  test("offers what is meant in place of a near miss, unless it is in quotes", () => {
    const { give } = open();
    expect(give("/cluster Persistance")).toMatchObject({
      kind: "refused",
      says: 'There is `cluster: Persistence`: did you mean `/cluster Persistence`? To create a new one, put it in quotes: `/cluster "Persistance"`.',
      edits: [],
    });
    expect(give('/cluster "Persistance"').edits).toEqual([put("cluster: Persistance")]);
    expect(give("/cluster persistance").edits).toEqual([]);
  });

  test.each([
    ["/cluster", "Say which cluster: `Persistence`, `AI Cost`, a new one, or `none`."],
    ["/area", "Say which area, as in `/area Something`, or `none`."],
    [
      `/cluster ${"x".repeat(42)}`,
      "A label may have 50 characters at most; this one would have 51.",
    ],
  ])("answers %s with what is wrong", (line, says) => {
    expect(open().give(line)).toMatchObject({ kind: "refused", says, edits: [] });
  });

  test("takes a label of 50 characters, as people count them", () => {
    const { give } = open();
    expect(give(`/cluster ${"😀".repeat(41)}`)).toMatchObject({ kind: "done" });
  });

  test("is for triage", () => {
    const { give } = open({ number: 1, author: "guest" });
    expect(give("/cluster A", guest).kind).toBe("forbidden");
    expect(give("/cluster A", bob).kind).toBe("done");
  });
});

describe("/points", () => {
  test.each([
    ["/points 3", "points: 3"],
    ["/points 0.5", "points: 0.5"],
    ["/points 05 points", "points: 5"],
  ])("understands %s", (line, label) => {
    const { give } = open(labelled(1, "points: 8", "Points: x"));
    expect(give(line).edits).toEqual([take("points: 8"), take("Points: x"), put(label)]);
    expect(give(line)).toMatchObject({ kind: "already", says: `#1 has \`${label}\` already.` });
    expect(give("/points none").edits).toEqual([take(label)]);
    expect(give("/points none")).toMatchObject({ kind: "already", says: "#1 has no points." });
  });

  test("are counted in the plan", () => {
    const { give, item } = open();
    give("/points 3");
    expect(item().points).toBe(3);
  });

  test.each(["/points", "/points -1", "/points many", "/points 1001", "/points 3 of 5"])(
    "refuses %s",
    (line) => {
      expect(open().give(line)).toMatchObject({
        kind: "refused",
        says: "Points are a number from 0 to 1000: `/points 3` or `/points none`.",
      });
    },
  );
});

describe("/estimate", () => {
  test.each([
    ["/estimate 2h", "2h", { low: 2, high: 2 }],
    ["/estimate 16 – 20 Hours", "16-20h", { low: 16, high: 20 }],
    ["/estimate 3 days", "3d", { low: 24, high: 24 }],
    ["/estimate 1 to 2d", "1-2d", { low: 8, high: 16 }],
  ])("understands %s", (line, value, hours) => {
    const { give, item } = open(labelled(1, "estimate: 1h"));
    expect(give(line).edits).toEqual([take("estimate: 1h"), put(`estimate: ${value}`)]);
    expect(item().hours).toEqual(hours);
    expect(give(line)).toMatchObject({
      kind: "already",
      says: `#1 has \`estimate: ${value}\` already.`,
    });
    expect(give("/estimate none").edits).toEqual([take(`estimate: ${value}`)]);
    expect(give("/estimate none").says).toBe("#1 has no estimate.");
  });

  test.each(["/estimate", "/estimate 3", "/estimate 20-16h", "/estimate 30m", "/estimate soon"])(
    "refuses %s",
    (line) => {
      expect(open().give(line)).toMatchObject({
        kind: "refused",
        says: "An estimate is in hours or days, the lower end first: `/estimate 2h`, `/estimate 16-20h`, `/estimate 3d`.",
      });
    },
  );

  test("is for the issue's people and for triage", () => {
    const { give } = open({ number: 1, author: "guest" });
    expect(give("/estimate 2h", guest).kind).toBe("done");
    expect(give("/points 2 on #2", guest).kind).toBe("forbidden");
  });
});
