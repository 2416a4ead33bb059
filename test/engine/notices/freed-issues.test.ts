import { describe, expect, test } from "#test";
import type { Instant } from "../../../src/domain/observation.ts";
import { findFreed } from "../../../src/engine/notices/freed-issues.ts";
import { done, item, plan } from "../../domain/project-builder.ts";
import { observedIssue } from "../observation-builder.ts";

const closed = (number: number, closedAt: Instant) =>
  [number, observedIssue(number, { state: "closed", stateReason: "completed", closedAt })] as const;

function freed(now: Instant, more: { closings?: readonly (readonly [number, Instant])[] } = {}) {
  const closings = more.closings ?? [[1, "2025-11-10T09:00:00Z"]];
  const closedNumbers = new Set(closings.map(([number]) => number));
  const items = [1, 2, 3]
    .map((number) => (closedNumbers.has(number) ? done(number) : item(number)))
    .concat(item(4, { waitsFor: [1] }), item(5, { waitsFor: [1, 2] }), item(6));
  const { due, nextInMilliseconds } = findFreed({
    plan: plan(items),
    issues: new Map(closings.map(([number, at]) => closed(number, at))),
    startedAt: "2025-11-01T00:00:00Z",
    now,
  });
  const told = due.map(({ blocker, freed }) => [blocker.number, freed.map(({ number }) => number)]);
  return { told, nextInMilliseconds };
}

describe("what a closing has freed", () => {
  test("is told once the closed issue has stayed closed for ten minutes", () => {
    expect(freed("2025-11-10T09:04:00Z")).toEqual({ told: [], nextInMilliseconds: 360_000 });
    expect(freed("2025-11-10T09:10:00Z")).toEqual({ told: [[1, [4]]], nextInMilliseconds: null });
  });

  test("is told under the blocker that was closed last", () => {
    const closings = [
      [1, "2025-11-10T09:00:00Z"],
      [2, "2025-11-10T08:00:00Z"],
    ] as const;
    expect(freed("2025-11-10T09:20:00Z", { closings }).told).toEqual([[1, [4, 5]]]);
  });

  test("is no news after three days, nor from before Milepost came", () => {
    expect(freed("2025-11-13T09:00:01Z").told).toEqual([]);
    const closings = [[1, "2025-10-31T23:59:59Z"]] as const;
    expect(freed("2025-11-01T01:00:00Z", { closings }).told).toEqual([]);
  });
});
