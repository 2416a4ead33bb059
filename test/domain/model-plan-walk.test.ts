/** The figures of the M2 model plan after each step of its event walk. */
import { describe, expect, test } from "#test";
import { derive, figures, movedTo } from "./model-figures.ts";
import { apply, eventWalk, modelProject } from "./model-project.ts";
import { milestoneOf } from "./project-builder.ts";

describe("the event walk", () => {
  let present = modelProject;
  const plans = eventWalk.map((step) => {
    present = apply(present, step);
    return derive(present);
  });
  const still = {
    blocked: {},
    startHere: null,
    m3: "open",
    core: "7/7",
    infrastructure: "1/3",
    toM3: 4,
    toM5: 10,
    doneTooEarly: [],
  };
  const expected = [
    {
      ...still,
      count: "40/50 (80%)",
      ready: [404, 405, 406, 407, 411, 412],
      blocked: { 410: [404, 405, 406, 407], 409: [410] },
      startHere: 404,
      m3: "blocked",
      core: "1/7",
    },
    {
      ...still,
      count: "43/50 (86%)",
      ready: [407, 411, 412],
      blocked: { 410: [407], 409: [410] },
      startHere: 407,
      m3: "blocked",
      core: "4/7",
    },
    {
      ...still,
      count: "44/50 (88%)",
      ready: [410, 411, 412],
      blocked: { 409: [410] },
      startHere: 410,
      core: "5/7",
    },
    { ...still, count: "45/50 (90%)", ready: [409, 411, 412], core: "6/7" },
    { ...still, count: "46/50 (92%)", ready: [411, 412] },
    { ...still, count: "46/49 (94%)", ready: [412], infrastructure: "1/2", toM3: 5 },
    { ...still, count: "47/49 (96%)", ready: [], infrastructure: "2/2", toM3: 5 },
    { ...still, count: "49/49 (100%)", ready: [], infrastructure: "2/2", toM3: 5 },
    {
      ...still,
      count: "48/49 (98%)",
      ready: [408],
      core: "6/7",
      infrastructure: "2/2",
      toM3: 5,
      doneTooEarly: [404, 405, 406, 407],
    },
  ];

  test.each(eventWalk.map((step, index) => ({ ...step, index })))(
    "is right after it comes to $kind $numbers",
    ({ index }) => {
      const plan = plans[index];
      expect(plan && figures(plan)).toEqual(expected[index]);
    },
  );

  test("moves #411 to the end of the list of M3", () => {
    const lists = plans.map((plan) => movedTo(plan, 3));
    expect(lists[4]).toEqual([258, 313, 314, 317]);
    expect(lists[5]).toEqual([258, 313, 314, 317, 411]);
  });

  test("completes the milestone with the last two trackers, and not before", () => {
    const states = plans.map((plan) => milestoneOf(plan, 2).state);
    expect(states).toEqual([...Array(7).fill("open"), "complete", "open"]);
  });
});
