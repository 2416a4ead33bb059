import { describe, expect, test } from "#test";
import { derivePlan } from "../../src/domain/derive-plan.ts";
import type { ObservedIssue } from "../../src/domain/observation.ts";
import { itemOf, today } from "../domain/project-builder.ts";
import { observedIssue } from "../engine/observation-builder.ts";
import { blocker, gather, messages, waiting } from "./gather.ts";

describe("a blocker of the same repository", () => {
  test("has the state that it has itself, not the relation's copy", () => {
    const copy = blocker(1, { state: "open", title: "old copy" });
    const closed = observedIssue(1, { state: "closed", stateReason: "completed" });
    const project = gather([closed, waiting(2, copy)]);
    expect(project.foreign.size).toBe(0);
    expect(itemOf(derivePlan(project, today), 2).state).toBe("ready");
  });

  test("that is one of Milepost's own, or was not read, is taken from the relation", () => {
    const project = gather([waiting(2, blocker(1))]);
    expect(project.foreign.get(1)).toEqual({
      reference: 1,
      title: "Elsewhere",
      url: "https://github.com/o/r/issues/1",
      state: "open",
    });
  });
});

describe("a blocker elsewhere", () => {
  test.each([
    [{ state: "open" }, "open"],
    [{ state: "closed", stateReason: "completed" }, "completed"],
    [{ state: "closed", stateReason: null }, "completed"],
    [{ state: "closed", stateReason: "not_planned" }, "dropped"],
  ] as const)("that is %p is %p", (seen, state) => {
    expect(gather([waiting(2, blocker("o/x#1", seen))]).foreign.get("o/x#1")?.state).toBe(state);
  });

  test("that cannot be read counts as open", () => {
    const project = gather([waiting(2, { reference: "o/secret#1" })]);
    expect(project.foreign.get("o/secret#1")).toEqual({
      reference: "o/secret#1",
      title: null,
      url: "https://github.com/o/secret/issues/1",
      state: "unknown",
    });
    expect(itemOf(derivePlan(project, today), 2).state).toBe("blocked");
  });

  test.each([
    ["private", "private"],
    ["public", "public"],
  ])("that is %s beside a %s plan is named", (there, here) => {
    const one = blocker("o/x#1", { isPrivate: there === "private" });
    const project = gather([waiting(2, one)], { isPrivate: here === "private" });
    expect(project.foreign.get("o/x#1")?.title).toBe("Elsewhere");
  });

  test("that is private beside a public plan blocks, and is named nowhere", () => {
    const one = blocker("o/secret#1", { isPrivate: true });
    const project = gather([waiting(2, one)]);
    const plan = derivePlan(project, today);
    expect(itemOf(plan, 2).state).toBe("blocked");
    expect([...project.foreign.keys()]).toEqual([]);
    expect(JSON.stringify([...plan.items.values(), plan.findings])).not.toMatch(/secret|Elsewhere/);
    expect(messages(project)).toEqual([
      '#2 waits for an issue of a private repository, which a public plan does not name. See "Relationships" in #2.',
    ]);
  });

  test("that is private and closed blocks nobody", () => {
    const one = blocker("o/secret#1", { isPrivate: true, state: "closed" });
    const project = gather([waiting(2, one)]);
    expect(itemOf(derivePlan(project, today), 2).state).toBe("ready");
    expect(project.findings).toEqual([]);
  });
});

describe("words in a body", () => {
  const saying = (number: number, body: string, more: Partial<ObservedIssue> = {}) =>
    observedIssue(number, { body, ...more });

  test("are dependencies of their own kind, once beside a native one", () => {
    const project = gather([
      observedIssue(1),
      observedIssue(3),
      saying(2, "Blocked by #1, #3", { blockedBy: [blocker(1)] }),
    ]);
    expect(project.items.get(2)?.dependencies).toEqual([
      { on: 1, origin: "native" },
      { on: 3, origin: "text" },
    ]);
    expect(project.findings).toEqual([]);
  });

  test("that name no issue are a finding and block nothing", () => {
    const project = gather([saying(2, "Blocked by #77", { milestone: 4 })]);
    expect(project.items.get(2)?.dependencies).toEqual([]);
    expect(project.findings).toMatchInlineSnapshot(`
[
  {
    "issues": [
      2,
    ],
    "message": "The text of #2 says it waits for 77, which is no issue of this repository (a pull request, or deleted, or moved elsewhere). Correct the text or remove the words.",
    "milestone": 4,
    "rule": "unknown-reference",
    "severity": "warning",
  },
]
`);
  });

  test("of a closed issue are no finding", () => {
    expect(gather([saying(2, "Blocked by #77", { state: "closed" })]).findings).toEqual([]);
  });

  test("about an issue elsewhere count as open, with a finding", () => {
    const project = gather([saying(2, "Blocked by o/x#1")]);
    expect(project.foreign.get("o/x#1")?.state).toBe("unknown");
    expect(messages(project)).toMatchInlineSnapshot(`
[
  "The text of #2 says it waits for o/x#1. From words alone its state can't be followed, so it counts as open: add it under "Relationships" as "blocked by", or remove the words.",
]
`);
  });

  test.each([
    ["before", 1],
    ["after", 9],
  ])("use what a relation %s them says, however they are spelled", (_, number) => {
    const related = waiting(number, blocker("o/x#1", { state: "closed" }));
    const project = gather([related, saying(5, "Blocked by O/X#1")]);
    expect(project.items.get(5)?.dependencies).toEqual([{ on: "o/x#1", origin: "text" }]);
    expect(project.foreign.get("o/x#1")?.state).toBe("completed");
    expect(project.findings).toEqual([]);
  });

  test("make two findings at most, in a body of thousands of ranges", () => {
    const ranges = Array.from({ length: 6000 }, (_, index) => `#${index}01-${index}99`);
    const body = `Blocked by o/x#1-40\nBlocked by ${ranges.join(" ")}`;
    expect(messages(gather([saying(999_999, body)]))).toMatchInlineSnapshot(`
[
  "The text of #999999 says it waits for 1, 2, 3, 4, 5 and 55 more, which are no issues of this repository (a pull request, or deleted, or moved elsewhere). Correct the text or remove the words.",
  "The text of #999999 says it waits for o/x#1, o/x#2, o/x#3, o/x#4, o/x#5 and 35 more. From words alone their states can't be followed, so they count as open: add them under "Relationships" as "blocked by", or remove the words.",
]
`);
  });
});
