import { describe, expect, test } from "#test";
import type { Day } from "../../src/domain/calendar.ts";
import { completedOn, daysEarly } from "../../src/domain/milestone-completion.ts";
import type { Milestone } from "../../src/domain/project.ts";
import { done, item, milestone, plan } from "./project-builder.ts";

const days: readonly Day[] = ["2025-07-24", "2025-07-26", "2025-07-25"];

function found(facts: Partial<Milestone>, isOpen = false) {
  const items = [
    ...days.map((closedOn, index) => done(index + 1, { milestone: 1, closedOn })),
    ...(isOpen ? [item(9, { milestone: 1 })] : []),
  ];
  const derived = plan(items, [milestone(1, facts)]);
  const [one] = derived.milestones;
  return one ? [completedOn(one, derived), daysEarly(one, derived)] : [];
}

describe("the day a milestone was completed", () => {
  test("is the day it was closed, else that of the last issue", () => {
    expect(found({})).toEqual(["2025-07-26", null]);
    expect(found({ isClosed: true, closedOn: "2025-07-28" })).toEqual(["2025-07-28", null]);
  });

  test("lies before, on or after the due day", () => {
    expect(found({ dueOn: "2025-07-29" })).toEqual(["2025-07-26", 3]);
    expect(found({ dueOn: "2025-07-26" })).toEqual(["2025-07-26", 0]);
    expect(found({ dueOn: "2025-07-25" })).toEqual(["2025-07-26", -1]);
  });

  test("is unknown while anything is open, even where it was closed", () => {
    expect(found({ dueOn: "2025-07-29" }, true)).toEqual([null, null]);
    expect(found({ isClosed: true, closedOn: "2025-07-28" }, true)).toEqual([null, null]);
  });
});
