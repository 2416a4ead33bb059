import { describe, expect, test } from "#test";
import { undecidable } from "../../src/lint/undecidable.ts";
import { editsOfPlans, type PlanEdit } from "./edits-of-plans.ts";
import { findingKey, findingsIn, readExpected, readPlanText } from "./expected-findings.ts";

const plans = [
  { name: "m2-data-foundations", contradictions: 39 },
  { name: "phase-5-status", contradictions: 10 },
  { name: "database-roadmap", contradictions: 8 },
];

describe.each(plans)("the findings in $name", ({ name, contradictions }) => {
  const expected = readExpected(name);

  test("are those written down by hand, by rule and lines", () => {
    const keys = expected.findings.map(findingKey).toSorted();
    expect(findingsIn(readPlanText(name))).toEqual(keys);
  });

  test("tell of every contradiction but those that no machine can decide", () => {
    const told = new Set([
      ...expected.findings.flatMap(({ covers }) => covers),
      ...expected.undecidable,
    ]);
    const all = Array.from(
      { length: contradictions },
      (_, index) => `C${String(index + 1).padStart(2, "0")}`,
    );
    expect([...told].toSorted()).toEqual(all);
  });
});

test("what no machine can decide is named, with the reason", () => {
  const unfound = plans.flatMap(({ name }) => readExpected(name).undecidable);
  expect(undecidable).toHaveLength(unfound.length);
  expect(undecidable.every(({ reason }) => reason !== "")).toBe(true);
});

function applyEdits({ plan, edits }: PlanEdit): string {
  const lines = readPlanText(plan).split("\n");
  for (const [line, from, to] of edits) {
    const text = lines[line - 1] ?? "";
    expect(text).toContain(from);
    lines[line - 1] = text.replace(from, to);
  }
  return lines.join("\n");
}

/** "rule @line", where a person sees it. */
function seenIn(text: string): readonly string[] {
  return findingsIn(text).map((key) => key.replace(/:.*/, ""));
}

/** What is in the first list more often than in the second. */
function without(list: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return list.filter((key) => {
    const at = left.indexOf(key);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

describe("an edit that mends or makes one contradiction", () => {
  test.each(editsOfPlans)("changes exactly one finding: $plan, $what", (edit) => {
    const before = seenIn(readPlanText(edit.plan));
    const after = seenIn(applyEdits(edit));
    expect(without(before, after)).toEqual(edit.gone ? [edit.gone] : []);
    expect(without(after, before)).toEqual(edit.come ? [edit.come] : []);
  });
});
