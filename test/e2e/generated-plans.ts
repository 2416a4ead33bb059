import fc from "fast-check";
import type { PlayedEvent } from "../../src/cli/play/event-schema.ts";
import type { Spec, SpecIssue } from "../../src/cli/spec/spec-schema.ts";

const issueCount = 12;
const milestoneKeys = ["M1", "M2", "M3"];
const clusters = ["Storage", "Interface", null];
const key = (index: number) => `K-${index + 1}`;

const issue = (index: number): fc.Arbitrary<SpecIssue> =>
  fc.record({
    key: fc.constant(key(index)),
    title: fc.constantFrom(`Work ${index + 1}`, `A | b <i> ${index} [x](y)`, "Same title"),
    milestone: fc.constantFrom(...milestoneKeys, null),
    moved_from: fc.constantFrom(...milestoneKeys, null, null, null),
    state: fc.constantFrom("open" as const, "open" as const, "closed" as const),
    state_reason: fc.constantFrom(
      "completed" as const,
      "completed" as const,
      "not_planned" as const,
    ),
    kind: fc.constantFrom("issue" as const, "issue" as const, "issue" as const, "epic" as const),
    cluster: fc.constantFrom(...clusters),
    points: fc.constantFrom(1, 2, 5, null),
    tasks: fc.constantFrom([], ["one", { text: "two", done: true }, "three"]),
    blocked_by: fc
      .uniqueArray(fc.nat(issueCount - 1), { maxLength: 2 })
      .map((others) => others.filter((other) => other !== index).map(key)),
  });

/** Small plans with everything that can go wrong in them: cycles, dropped blockers, empty milestones. */
export const anySpec: fc.Arbitrary<Spec> = fc.record({
  version: fc.constant(1 as const),
  project: fc.constant("generated"),
  milestones: fc.constant(
    milestoneKeys.map((one, index) => ({
      key: one,
      title: `${one} Title`,
      depends_on: index === 2 ? ["M1"] : [],
    })),
  ),
  issues: fc.tuple(...Array.from({ length: issueCount }, (_, index) => issue(index))),
});

const anyIssue = fc.nat(issueCount - 1).map(key);

const anyEvent: fc.Arbitrary<PlayedEvent> = fc.oneof(
  fc.record({ do: fc.constant("close" as const), issue: anyIssue }),
  fc.record({ do: fc.constant("reopen" as const), issue: anyIssue }),
  fc.record({
    do: fc.constant("move" as const),
    issue: anyIssue,
    milestone: fc.constantFrom(...milestoneKeys, null),
  }),
  fc.record({
    do: fc.constant("label" as const),
    issue: anyIssue,
    label: fc.constantFrom("in progress", "on hold", "cluster: Storage"),
  }),
  fc.record({ do: fc.constant("block" as const), issue: anyIssue, by: anyIssue }),
  fc.record({ do: fc.constant("unblock" as const), issue: anyIssue, by: anyIssue }),
);

export const anyEvents: fc.Arbitrary<readonly PlayedEvent[]> = fc.array(anyEvent, {
  minLength: 1,
  maxLength: 6,
});
