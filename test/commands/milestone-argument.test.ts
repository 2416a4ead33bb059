import { describe, expect, test } from "#test";
import { listOpenMilestones, readMilestone } from "../../src/commands/milestone-argument.ts";
import { milestone, plan as planOf } from "../domain/project-builder.ts";

const plan = planOf(
  [],
  [
    milestone(2, { title: "M2 Data" }),
    milestone(3, { title: "M3 Core", earlierTitles: ["M3 Loop"] }),
    milestone(4, { title: "M30 @all <b>", isClosed: true }),
  ],
);

describe("a milestone as an argument", () => {
  test.each([
    ["M2 Data", 2],
    [" m2 ", 2],
    ['"M3 Core"', 3],
    ["3", 3],
    ["milestone 4", 4],
    ["M3 C", 3],
    ["M3 Loop", 3],
  ])("%s is found", (text, number) => {
    expect(readMilestone(text, plan)).toMatchObject({ kind: "read", arguments: { number } });
  });

  test.each([
    ["", "Name a milestone: M2 Data, M3 Core."],
    ['""', "Name a milestone: M2 Data, M3 Core."],
    ["M9", 'There is no milestone "M9". Open are: M2 Data, M3 Core.'],
    [
      "M",
      '"M" fits several milestones (M2 Data, M3 Core, M30 @&#8203;all &lt;b>): write more of the title, or the number.',
    ],
    ["@all <b>", 'There is no milestone "@&#8203;all &lt;b>". Open are: M2 Data, M3 Core.'],
  ])("%j is answered with what is wrong", (text, says) => {
    expect(readMilestone(text, plan)).toEqual({ kind: "mistake", says });
  });

  test("is offered among eight at most", () => {
    const many = planOf(
      [],
      Array.from({ length: 10 }, (_, index) => milestone(index + 1)),
    );
    expect(listOpenMilestones(many)).toBe("M1, M2, M3, M4, M5, M6, M7, M8, …");
    expect(listOpenMilestones(planOf([], []))).toBe("none");
  });
});
