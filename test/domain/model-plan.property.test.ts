/** The figures of the model plan depend on what is so, not on numbers, titles, order or repetition. */

import fc from "fast-check";
import { describe, expect, test } from "#test";
import type { Project, WorkItem } from "../../src/domain/project.ts";
import type { IssueReference } from "../../src/domain/reference.ts";
import { derive, type Figures, figures } from "./model-figures.ts";
import { apply, eventWalk, modelProject, type Step } from "./model-project.ts";
import { project } from "./project-builder.ts";

type Rename = (number: number) => number;

const numbers = [...modelProject.items.keys()];
const ascending = (list: readonly number[]) => list.toSorted((a, b) => a - b);

function everyStage(start: Project, steps: readonly Step[]): readonly Figures[] {
  let present = start;
  const later = steps.map((step) => {
    present = apply(present, step);
    return figures(derive(present));
  });
  return [figures(derive(start)), ...later];
}

function renamedItem(item: WorkItem, rename: Rename): WorkItem {
  const renameAny = (one: IssueReference) => (typeof one === "number" ? rename(one) : one);
  return {
    ...item,
    number: rename(item.number),
    parent: item.parent === null ? null : renameAny(item.parent),
    dependencies: item.dependencies.map(({ on, origin }) => ({ on: renameAny(on), origin })),
  };
}

/** The model plan under other numbers and titles, read in another order. */
function renamedProject(rename: Rename, order: readonly number[], title: string): Project {
  const items = order.flatMap((number) => modelProject.items.get(number) ?? []);
  const milestones = modelProject.milestones.map((one) => ({
    ...one,
    title: `${title}${one.number}`,
    needsIssues: one.needsIssues.map((issue) =>
      typeof issue === "number" ? rename(issue) : issue,
    ),
  }));
  return project(
    items.map((item) => renamedItem(item, rename)),
    milestones.toReversed(),
  );
}

/** Lists are ascending by the new numbers; of #404 to #407, which are alike, the first is the start. */
function renamedFigures(before: Figures, rename: Rename): Figures {
  const list = (old: readonly number[]) => ascending(old.map(rename));
  const blocked = Object.entries(before.blocked).map(([number, blockers]) => [
    rename(Number(number)),
    list(blockers.map(Number)),
  ]);
  const alike = before.startHere === 404 ? [404, 405, 406, 407] : [before.startHere];
  const starts = alike.flatMap((one) => (one === null ? [] : [rename(one)]));
  return {
    ...before,
    ready: list(before.ready),
    blocked: Object.fromEntries(blocked),
    startHere: starts.length > 0 ? Math.min(...starts) : null,
    doneTooEarly: list(before.doneTooEarly.map(Number)),
  };
}

describe("the model plan", () => {
  test("has the same figures under any numbers, titles and order of reading", () => {
    const shuffled = (list: readonly number[]) =>
      fc.shuffledSubarray([...list], { minLength: list.length });
    const stages = everyStage(modelProject, eventWalk);
    fc.assert(
      fc.property(shuffled(numbers), shuffled(numbers), fc.string(), (names, order, title) => {
        const byNumber = new Map(numbers.map((number, index) => [number, names[index] ?? 0]));
        const rename: Rename = (number) => byNumber.get(number) ?? number + 1_000_000;
        const steps = eventWalk.map((step) => ({ ...step, numbers: step.numbers.map(rename) }));
        const found = everyStage(renamedProject(rename, order, title), steps);
        expect(found).toEqual(stages.map((one) => renamedFigures(one, rename)));
      }),
      { numRuns: 20 },
    );
  });

  test("ends the same in whatever order the closings and the move come", () => {
    const steps = eventWalk.slice(0, 8);
    const end = everyStage(modelProject, steps).at(-1);
    fc.assert(
      fc.property(fc.shuffledSubarray(steps, { minLength: steps.length }), (shuffled) => {
        const last = shuffled.reduce(apply, modelProject);
        expect(figures(derive(last))).toEqual(end);
      }),
      { numRuns: 25 },
    );
  });

  test.each(eventWalk)("is the same where it comes twice to $kind $numbers", (step) => {
    const once = apply(modelProject, step);
    expect(derive(apply(once, step))).toEqual(derive(once));
  });
});
