/** Any memory of a repository, hostile texts included. */
import fc from "fast-check";
import type * as observed from "../../src/domain/observation.ts";
import type { RepositoryMemory } from "../../src/engine/repository-memory.ts";
import {
  observedIssue,
  observedMilestone,
  observedRepository,
} from "../engine/observation-builder.ts";

const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom("\u0000", "\ud800", "\u2028", '"}]', "__proto__", "x".repeat(3_000)),
);
const instant = fc.constantFrom("2025-11-10T09:00:00Z", "2026-01-01T00:00:00Z");
const numbers = fc.integer({ min: 1, max: 400 });
const count = fc.nat();
const stateReason = fc.constantFrom(
  ...(["completed", "not_planned", "duplicate", "reopened"] as const),
);
const state = fc.constantFrom(...(["open", "closed"] as const));
const reference = fc.oneof(numbers, fc.constant("o/r-2.x#7" as const));
const range = fc.record({ low: count, high: fc.constant(0.5) });
const nullable = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });

const blocker: fc.Arbitrary<observed.ObservedBlocker> = fc.oneof(
  fc.record({ reference }),
  fc.record({
    reference,
    seen: fc.record({
      title: text,
      state,
      stateReason: nullable(stateReason),
      isPrivate: fc.boolean(),
    }),
  }),
);

const issue: fc.Arbitrary<observed.ObservedIssue> = fc
  .record({
    number: numbers,
    title: text,
    body: text,
    state,
    stateReason: nullable(stateReason),
    isOurs: fc.boolean(),
    author: nullable(text),
    ownEditAt: nullable(instant),
    closedAt: nullable(instant),
    milestone: nullable(numbers),
    labels: fc.array(fc.record({ id: text, name: text }), { maxLength: 2 }),
    assignees: fc.array(text, { maxLength: 2 }),
    issueType: nullable(text),
    parent: nullable(reference),
    duplicateOf: nullable(reference),
    blockedBy: fc.array(blocker, { maxLength: 2 }),
    linkedPullRequests: fc.array(numbers, { maxLength: 2 }),
    milestoneHistory: fc.array(
      fc.record({
        at: instant,
        kind: fc.constantFrom("added" as const, "removed" as const),
        title: text,
      }),
      { maxLength: 2 },
    ),
  })
  .map(({ number, ...more }) => observedIssue(number, more));

const files = fc
  .array(
    fc.tuple(
      text,
      nullable(
        fc.record({
          path: text,
          oid: text,
          byteSize: count,
          kind: fc.constantFrom("file" as const, "other" as const),
        }),
      ),
    ),
    { maxLength: 3 },
  )
  .map((entries) => new Map(entries));

const inherited = fc.record({
  forOid: nullable(text),
  files: fc
    .array(fc.tuple(text, nullable(fc.record({ text, isPrivate: fc.boolean() }))), { maxLength: 2 })
    .map((entries) => new Map(entries)),
});

const committed = fc.record({
  unit: fc.constantFrom(...(["issues", "tasks", "points", "hours"] as const)),
  milestones: fc.array(
    fc.record({
      number: numbers,
      title: text,
      count: fc.record({ done: range, total: range, percent: nullable(count) }),
      isComplete: fc.boolean(),
    }),
    { maxLength: 2 },
  ),
});

const proposal = fc.record({
  branch: nullable(fc.record({ headOid: text, committedAt: instant, isOurs: fc.boolean() })),
  pullRequest: nullable(
    fc.record({
      id: text,
      number: numbers,
      state: fc.constantFrom(...(["open", "merged", "declined", "withdrawn"] as const)),
    }),
  ),
});

export const anyMemory: fc.Arbitrary<RepositoryMemory> = fc
  .record({
    issues: fc.uniqueArray(issue, { selector: ({ number }) => number, maxLength: 8 }),
    milestones: fc.array(fc.record({ title: text, description: text, dueOn: nullable(instant) }), {
      maxLength: 2,
    }),
    defaultBranch: nullable(fc.record({ name: text, headOid: text })),
    cursor: nullable(instant),
    unreadIssues: fc.integer(),
    files,
    inherited: nullable(inherited),
    matched: nullable(
      fc.record({
        ...{ headOid: text, isTruncated: fc.boolean() },
        patterns: fc.array(text, { maxLength: 2 }),
        paths: fc.array(text, { maxLength: 3 }),
      }),
    ),
    committed: nullable(committed),
    ran: fc.array(fc.record({ id: text, at: instant }), { maxLength: 2 }),
    unnoted: fc.array(fc.record({ issue: numbers, record: text }), { maxLength: 2 }),
    isSyncDue: fc.boolean(),
    answered: fc.array(fc.record({ login: text, at: instant }), { maxLength: 2 }),
    told: fc.array(text, { maxLength: 2 }),
    proposal: nullable(proposal),
    refusals: fc.array(fc.record({ branch: text, at: instant, because: text }), { maxLength: 2 }),
    proposed: nullable(
      fc.record({
        headOid: text,
        files: fc.array(fc.record({ path: text, oid: text }), { maxLength: 2 }),
      }),
    ),
  })
  .map(({ issues, milestones, defaultBranch, proposal, ...more }) => ({
    repository: observedRepository({
      proposal,
      defaultBranch,
      milestones: milestones.map((milestone, index) => observedMilestone(index + 1, milestone)),
    }),
    issues: new Map(issues.map((one) => [one.number, one])),
    ...more,
  }));
