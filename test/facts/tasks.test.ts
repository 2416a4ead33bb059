import { describe, expect, test } from "#test";
import { readTasks } from "../../src/facts/tasks.ts";
import { observedIssue } from "../engine/observation-builder.ts";

const tasksIn = (body: string) => readTasks(observedIssue(1, { body }));

describe("the tasks of an issue", () => {
  test.each([
    ["", 0, 0],
    ["- [x] a\n- [ ] b\n  1. [X] nested", 2, 3],
    ["1. - [x] in a list in a list", 1, 1],
    ["`- [ ] code`, [ ] and [x]", 0, 0],
    ["```\n- [ ] code\n```\n> - [ ] quoted\n\n* [x] real", 1, 1],
    ["\n".repeat(60_000), 0, 0],
    [`${"\n".repeat(60_000)}- [ ] at the end`, 0, 1],
  ])("in %j are %p of %p", (body, done, total) => {
    expect(tasksIn(body)).toEqual({ done, total });
  });

  test("are those of the body as it is now", () => {
    const issue = observedIssue(1, { body: "- [ ] a" });
    expect([readTasks(issue), readTasks(issue)]).toEqual([
      { done: 0, total: 1 },
      { done: 0, total: 1 },
    ]);
    expect(readTasks({ ...issue, body: "- [x] a" })).toEqual({ done: 1, total: 1 });
  });
});
