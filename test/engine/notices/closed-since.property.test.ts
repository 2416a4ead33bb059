import fc from "fast-check";
import { expect, test } from "#test";
import type { Instant, ObservedIssue } from "../../../src/domain/observation.ts";
import { closedSince } from "../../../src/engine/notices/closed-since.ts";
import { observedIssue } from "../observation-builder.ts";

const hour = fc.integer({ min: 0, max: 9 });
const at = (hour: number): Instant => `2025-11-10T0${hour}:00:00Z`;

interface Step {
  readonly place: number;
  readonly closedAt: number | null;
  readonly isNew: boolean;
  readonly since: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  place: fc.nat(7),
  closedAt: fc.option(hour),
  isNew: fc.boolean(),
  since: hour,
});

/** The next list: an issue more, or another state of one. */
function after(issues: readonly ObservedIssue[], { place, closedAt, isNew }: Step) {
  const more = { closedAt: closedAt === null ? null : at(closedAt) };
  if (isNew || issues.length === 0) return [...issues, observedIssue(issues.length + 1, more)];
  const changed = place % issues.length;
  return issues.with(changed, observedIssue(changed + 1, more));
}

test("what was closed of late is the same, whatever was asked before of whatever list", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let issues: readonly ObservedIssue[] = [];
      for (const one of steps) {
        issues = after(issues, one);
        const isLate = ({ closedAt }: ObservedIssue) =>
          closedAt !== null && closedAt >= at(one.since);
        expect(closedSince(issues, at(one.since))).toEqual(issues.filter(isLate));
      }
    }),
  );
});
