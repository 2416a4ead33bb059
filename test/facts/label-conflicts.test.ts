import { describe, expect, test } from "#test";
import { defaultConfig } from "../../src/config/defaults.ts";
import { observedIssue } from "../engine/observation-builder.ts";
import { gather, messages } from "./gather.ts";

const config = {
  ...defaultConfig,
  labels: new Map([
    ["cluster", "cluster: "],
    ["constructor", "kind/"],
    ["priority", "priority: "],
  ]),
};
const labelled = (number: number, ...names: readonly string[]) =>
  observedIssue(number, { labels: names.map((name) => ({ id: name, name })) });
const found = (...issues: Parameters<typeof gather>[0]) => gather(issues, {}, { config });

describe("two labels of one dimension", () => {
  test("are named, with the one that counts first and what to do", () => {
    expect(messages(found(labelled(7, "cluster: Storage", "bug", "cluster: Cost")))).toEqual([
      '#7 carries "cluster: Cost" and "cluster: Storage". Only the first by name counts. Take the others off, or comment "/cluster VALUE" there.',
    ]);
  });

  test("are one finding for all issues, and one for each dimension", () => {
    const project = found(
      labelled(7, "cluster: A", "cluster: B", "priority: low", "priority: high"),
      labelled(9, "cluster: C", "cluster: B"),
    );
    expect(project.findings.map(({ rule, issues }) => [rule, issues])).toEqual([
      ["label-conflict", [7, 9]],
      ["label-conflict", [7]],
    ]);
    expect(messages(project)[0]).toContain('2 issues carry more than one label for "cluster"');
  });

  test("do not matter where the issue is closed, nor do labels of two dimensions or an empty one", () => {
    const closed = { ...labelled(7, "cluster: A", "cluster: B"), state: "closed" as const };
    const apart = labelled(8, "cluster: A", "priority: low", "cluster: ");
    expect(messages(found(closed, apart))).toEqual([]);
  });
});
