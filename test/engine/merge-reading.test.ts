import { describe, expect, test } from "#test";
import type { Hint } from "../../src/engine/hint.ts";
import { hasLostIssues, mergeReading, requestFor } from "../../src/engine/merge-reading.ts";
import type { Reading, ReadRequest } from "../../src/engine/ports.ts";
import { memoryOf, observedIssue, observedRepository } from "./observation-builder.ts";

const delta: ReadRequest = { since: "2025-11-10T08:59:00Z", issues: [], paths: [] };
const full: ReadRequest = { since: null, issues: [], paths: [] };

function reading(more: Partial<Reading> = {}): Reading {
  const nothing = { issues: [], gone: [], files: new Map(), texts: [] };
  return { repository: observedRepository(), ...nothing, ...more };
}

describe("what a sync asks for", () => {
  test("everything, where nothing is known", () => {
    expect(requestFor(null, [{ kind: "issue", number: 3 }], ["a.yml"])).toEqual({
      since: null,
      issues: [],
      paths: ["a.yml"],
      texts: [],
    });
  });

  test("everything, where no issue was seen yet and so no cursor is known", () => {
    expect(requestFor(memoryOf([], { cursor: null }), [], []).since).toBeNull();
  });

  test("everything, where a hint says so", () => {
    expect(requestFor(memoryOf([]), [{ kind: "everything" }], []).since).toBeNull();
  });

  test("what changed since a minute before the cursor, and each hinted issue once", () => {
    const hints: Hint[] = [
      { kind: "issue", number: 3 },
      { kind: "delta" },
      { kind: "issue", number: 3 },
    ];
    const known = memoryOf([], { files: new Map([["docs/plan.md", null]]) });
    expect(requestFor(known, hints, ["a.yml"])).toEqual({
      since: "2025-11-10T08:59:00Z",
      issues: [3],
      paths: ["a.yml", "docs/plan.md"],
      texts: [],
    });
  });
});

test("of another repository, which has the name by now, nothing is kept", () => {
  const record = { key: "c:1", at: "2025-11-10T09:00:00Z", steps: [] };
  const known = memoryOf([observedIssue(1)], {
    unnoted: [{ issue: 1, record: JSON.stringify(record) }],
    told: ["<!-- milepost-freed 1 2025-11-10T09:00:00Z -->"],
    refusals: [{ branch: "main", at: "2025-11-10T09:00:00Z", because: "no" }],
  });
  const repository = observedRepository({ id: "R_2" });
  for (const request of [full, delta]) {
    const merged = mergeReading(known, reading({ repository }), request, []);
    expect(merged).toEqual(mergeReading(null, reading({ repository }), request, []));
  }
});

describe("a label that was renamed", () => {
  const labelled = (number: number, name: string) =>
    observedIssue(number, { labels: [{ id: "LA_1", name }] });
  const renamed: Hint = { kind: "label-renamed", id: "LA_1", name: "older" };
  const known = memoryOf([labelled(1, "oldest"), labelled(2, "oldest"), observedIssue(3)]);
  const namesIn = ({ issues }: { issues: ReadonlyMap<number, { labels: object }> }) =>
    [...issues.values()].flatMap(({ labels }) => labels);

  test("is looked up on one issue that carries it", () => {
    expect(requestFor(known, [renamed], []).issues).toEqual([2]);
    expect(requestFor(known, [{ ...renamed, id: "LA_2" }], []).issues).toEqual([]);
  });

  test("has on all issues the name that it has now, not the one that the event says", () => {
    const merged = mergeReading(known, reading({ issues: [labelled(2, "now")] }), delta, [renamed]);
    expect(namesIn(merged)).toMatchObject([{ name: "now" }, { name: "now" }]);
  });

  test("has the name that the event says where no issue tells", () => {
    const merged = mergeReading(known, reading(), delta, [renamed]);
    expect(namesIn(merged)).toMatchObject([{ name: "older" }, { name: "older" }]);
  });
});

describe("a milestone that was deleted", () => {
  test("leaves no issue in it, but for one that was read after the list of milestones", () => {
    const inside = (number: number) => observedIssue(number, { milestone: 4 });
    const merged = mergeReading(
      memoryOf([inside(1), inside(2)]),
      reading({ issues: [inside(2)] }),
      delta,
      [],
    );
    expect([...merged.issues.values()].map(({ milestone }) => milestone)).toEqual([null, 4]);
  });
});

describe("how a read joins what is known", () => {
  test("an issue that was read replaces its older self and moves the cursor", () => {
    const newer = observedIssue(1, { title: "New", updatedAt: "2025-11-10T10:00:00Z" });
    const merged = mergeReading(
      memoryOf([observedIssue(1), observedIssue(2)]),
      reading({ issues: [newer] }),
      delta,
      [],
    );
    expect([...merged.issues.values()].map((issue) => issue.title)).toEqual(["New", "Issue 2"]);
    expect(merged.cursor).toBe("2025-11-10T10:00:00Z");
  });

  test("a read that finds nothing leaves the cursor where it was", () => {
    expect(mergeReading(memoryOf([observedIssue(1)]), reading(), delta, []).cursor).toBe(
      "2025-11-10T09:00:00Z",
    );
  });

  test("a full read forgets what it did not find", () => {
    const merged = mergeReading(
      memoryOf([observedIssue(1), observedIssue(2)]),
      reading({ issues: [observedIssue(2)] }),
      full,
      [],
    );
    expect([...merged.issues.keys()]).toEqual([2]);
  });

  test("issues that are gone by hint or by reading are dropped", () => {
    const merged = mergeReading(
      memoryOf([observedIssue(1), observedIssue(2), observedIssue(3)]),
      reading({ gone: [3] }),
      delta,
      [{ kind: "issue-gone", number: 1 }],
    );
    expect([...merged.issues.keys()]).toEqual([2]);
  });

  test("a renamed label is renamed on every issue that carries it, a deleted one removed", () => {
    const labels = [
      { id: "L1", name: "cluster: Old" },
      { id: "L2", name: "gone" },
      { id: "L3", name: "kept" },
    ];
    const merged = mergeReading(memoryOf([observedIssue(1, { labels })]), reading(), delta, [
      { kind: "label-renamed", id: "L1", name: "cluster: New" },
      { kind: "label-deleted", id: "L2" },
    ]);
    expect(merged.issues.get(1)?.labels).toEqual([
      { id: "L1", name: "cluster: New" },
      { id: "L3", name: "kept" },
    ]);
  });

  test("an issue that was read wins over what a hint says of its labels", () => {
    const fresh = observedIssue(1, { labels: [{ id: "L1", name: "cluster: Newest" }] });
    const merged = mergeReading(
      memoryOf([observedIssue(1, { labels: [{ id: "L1", name: "cluster: Old" }] })]),
      reading({ issues: [fresh] }),
      delta,
      [{ kind: "label-renamed", id: "L1", name: "cluster: New" }],
    );
    expect(merged.issues.get(1)?.labels[0]?.name).toBe("cluster: Newest");
  });
});

describe("a deletion that nobody told of", () => {
  const known = memoryOf([observedIssue(1), observedIssue(2)]);

  test("shows in the total", () => {
    const merged = mergeReading(
      known,
      reading({ repository: observedRepository({ issueCount: 1 }) }),
      delta,
      [],
    );
    expect(hasLostIssues(merged)).toBe(true);
  });

  test("a total that a full read could not reach either is not asked for again", () => {
    const repository = observedRepository({ issueCount: 3 });
    const afterFull = mergeReading(
      known,
      reading({ repository, issues: [observedIssue(1), observedIssue(2)] }),
      full,
      [],
    );
    expect(afterFull.unreadIssues).toBe(1);
    expect(hasLostIssues(mergeReading(afterFull, reading({ repository }), delta, []))).toBe(false);
  });
});
