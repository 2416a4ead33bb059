import type { Figures } from "../../src/cli/demo/figures.ts";
import type { PlayedEvent, SingleEvent } from "../../src/cli/play/event-schema.ts";
import type { Spec } from "../../src/cli/spec/spec-schema.ts";
import { modelEvents, modelFigures, modelSpec } from "./model-playground.ts";

export interface Renumbered {
  readonly spec: Spec;
  readonly events: readonly PlayedEvent[];
  readonly figures: readonly Figures[];
}

/** The M2 plan with each issue's number replaced by another. Keys stay, so links hold. */
export function renumbering(to: ReadonlyMap<number, number>): Renumbered {
  const map = (number: number) => to.get(number) ?? number;
  return {
    spec: {
      ...modelSpec,
      issues: modelSpec.issues.map((issue) => ({
        ...issue,
        number_in_document: map(issue.number_in_document ?? 0),
      })),
    },
    events: modelEvents.map((event) =>
      event.do === "all"
        ? { ...event, events: event.events.map((one) => renumberEvent(one, map)) }
        : renumberEvent(event, map),
    ),
    figures: modelFigures.map((figures, step) => renumberFigures(figures, step, map)),
  };
}

function renumberEvent(event: SingleEvent, map: (number: number) => number): SingleEvent {
  if (!("issue" in event) || typeof event.issue !== "number") return event;
  return { ...event, issue: map(event.issue) };
}

function renumberFigures(figures: Figures, step: number, map: (number: number) => number): Figures {
  const all = (numbers: readonly number[]) => numbers.map(map).sort((a, b) => a - b);
  const values = (lists: Readonly<Record<string, number[]>>) =>
    Object.entries(lists).map(([name, numbers]) => [name, all(numbers)]);
  const tied = step === 1 ? Math.min(...[404, 405, 406, 407].map(map)) : null;
  return {
    ...figures,
    ready: all(figures.ready),
    startHere: tied ?? (figures.startHere === null ? null : map(figures.startHere)),
    blocked: Object.fromEntries(
      Object.entries(figures.blocked).map(([number, by]) => [String(map(Number(number))), all(by)]),
    ),
    moved: Object.fromEntries(values(figures.moved)),
    neededByM3: all(figures.neededByM3),
    complete: compress(all(expand(figures.complete))),
    remaining: compress(all(expand(figures.remaining))),
    closedWithOpenBlocker: all(figures.closedWithOpenBlocker),
  };
}

function expand(references: string): readonly number[] {
  return [...references.matchAll(/#(\d+)(?:-(\d+))?/g)].flatMap(([, first, last]) => {
    const from = Number(first);
    return Array.from({ length: Number(last ?? first) - from + 1 }, (_, index) => from + index);
  });
}

/** Runs of three and more as a range. */
function compress(numbers: readonly number[]): string {
  const runs: number[][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && run.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  return runs
    .flatMap((run) => (run.length > 2 ? [`#${run[0]}-${run.at(-1)}`] : run.map((one) => `#${one}`)))
    .join(", ");
}
