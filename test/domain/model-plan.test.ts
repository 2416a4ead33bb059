/** Every figure that the M2 model plan must show, in fixture A and its variants. */
import { describe, expect, test } from "#test";
import { blockedOf, countOf, derive, groupsOf, movedTo } from "./model-figures.ts";
import { apply, change, modelProject } from "./model-project.ts";
import { milestoneOf } from "./project-builder.ts";

const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

const completed = [
  ...[10, 11, 33, 41, 50, 71, 79, 108, 111, 152, 153],
  ...range(228, 233),
  257,
  290,
  ...range(296, 309),
  ...[311, 312, 315, 316, 353, 403],
];

const movedToM5 = [154, 155, 156, 256, 284, 285, 286, 318, 347, 393];

describe("fixture A", () => {
  const plan = derive(modelProject);
  const m2 = milestoneOf(plan, 2);

  test("stands at 39 of 50, 78 percent, with 11 open", () => {
    expect(countOf(plan)).toBe("39/50 (78%)");
    expect(m2.completed).toEqual(completed);
    expect(m2.remaining).toEqual([69, 310, ...range(404, 412)]);
    expect(m2.state).toBe("open");
    expect(plan.activeMilestone).toBe(2);
  });

  test("has the clusters that sum to the whole, most open work first", () => {
    expect(m2.groups.map((group) => group.name)).toEqual([
      "Dual Persistence",
      "Epic Trackers",
      "Infrastructure",
      "AI Cost",
      "Dashboards/Alerts",
      "Integrity Foundation",
      "Telemetry Foundation",
      "Unclustered",
    ]);
    expect(groupsOf(plan)).toEqual({
      "Telemetry Foundation": "9/9",
      "AI Cost": "12/12",
      "Dashboards/Alerts": "4/4",
      "Integrity Foundation": "2/2",
      Infrastructure: "1/3",
      "Dual Persistence": "0/7",
      "Epic Trackers": "0/2",
      Unclustered: "11/11",
    });
  });

  test("has 7 core issues, 2 of infrastructure and 2 trackers open", () => {
    const open = new Set(m2.remaining);
    const openIn = (name: string) =>
      m2.groups.find((group) => group.name === name)?.members.filter((one) => open.has(one)).length;
    expect([openIn("Dual Persistence"), openIn("Infrastructure"), openIn("Epic Trackers")]).toEqual(
      [7, 2, 2],
    );
    expect(m2.trackers).toEqual([69, 310]);
  });

  test("says what is ready, where to start and what waits for what", () => {
    expect(m2.ready).toEqual([408, 411, 412]);
    expect(m2.startHere).toBe(408);
    expect(plan.items.get(408)?.dependentCount).toBe(6);
    expect(plan.items.get(408)?.frees).toEqual([404, 405, 406, 407]);
    expect(blockedOf(plan)).toEqual({
      404: [408],
      405: [408],
      406: [408],
      407: [408],
      409: [410],
      410: [404, 405, 406, 407],
    });
  });

  test("has one path of four stages and two issues beside it", () => {
    const levels = [[408], [404, 405, 406, 407], [410], [409]];
    expect(m2.criticalPath.map((level) => level.members)).toEqual(levels);
    expect(m2.sequence.map((level) => level.members)).toEqual(levels);
    expect(m2.independent).toEqual([411, 412]);
  });

  test("blocks M3 by #407, transitively by #408", () => {
    const m3 = milestoneOf(plan, 3);
    expect(m3.state).toBe("blocked");
    expect(m3.needs).toEqual({
      named: [407],
      direct: [407],
      transitive: [407, 408],
      milestones: [],
    });
    expect([m3.count.total.low, milestoneOf(plan, 5).count.total.low]).toEqual([23, 10]);
  });

  test("lists 4 issues moved to M3 and 10 moved to M5", () => {
    expect(movedTo(plan, 3)).toEqual([258, 313, 314, 317]);
    expect(movedTo(plan, 5)).toEqual(movedToM5);
    expect(m2.moved).toHaveLength(14);
  });

  test("raises the five flags that can be derived", () => {
    expect(m2.riskFlags).toMatchInlineSnapshot(`
[
  {
    "item": 407,
    "kind": "milestone-blocker",
    "milestones": [
      3,
    ],
  },
  {
    "dimension": "cluster",
    "group": "Dual Persistence",
    "kind": "zero-progress",
    "total": 7,
  },
  {
    "dimension": "cluster",
    "group": "Dual Persistence",
    "kind": "focused-scope",
    "of": 9,
    "open": 7,
  },
  {
    "first": 408,
    "kind": "sequential",
    "then": [
      404,
      405,
      406,
      407,
    ],
  },
  {
    "kind": "length",
    "sizes": [
      1,
      4,
      1,
      1,
    ],
  },
]
`);
  });

  test("says that the work of both trackers has gone elsewhere", () => {
    expect(plan.findings.map((one) => [one.rule, one.issues])).toEqual([
      ["epic-without-open-work", [69, 310]],
    ]);
  });
});

describe("variant", () => {
  test("B, with the duplicates in the milestone, counts the same", () => {
    const plan = derive(
      change(modelProject, [395, 396, 397], () => ({ milestone: 2, resolution: "duplicate" })),
    );
    expect(countOf(plan)).toBe("39/50 (78%)");
    expect(milestoneOf(plan, 2).duplicates).toEqual([395, 396, 397]);
  });

  test("C, with all dashboards in the milestone, is 45 of 57", () => {
    const dashboards = [283, 289, 291, 292, 294, 295, 293];
    const plan = derive(change(modelProject, dashboards, () => ({ milestone: 2 })));
    expect(countOf(plan)).toBe("45/57 (79%)");
  });

  test("D, before the deferral, is 39 of 54, and after it fixture A", () => {
    const four = [256, 318, 347, 393];
    const before = change(modelProject, four, () => ({ milestone: 2, earlierMilestones: [] }));
    expect(countOf(derive(before))).toBe("39/54 (72%)");
    const after = derive(apply(before, { kind: "move", numbers: four, to: 5 }));
    expect(countOf(after)).toBe("39/50 (78%)");
    expect(movedTo(after, 5)).toEqual(movedToM5);
  });
});
