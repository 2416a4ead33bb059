import fc from "fast-check";
import { describe, expect, test } from "#test";
import { applyEvent } from "../../src/cli/play/apply-event.ts";
import type { Playground } from "../../src/cli/play/playground.ts";
import { readSurfaces } from "../../src/cli/play/read-surfaces.ts";
import { anyEvents, anySpec } from "./generated-plans.ts";
import { bytes, withPlayground } from "./model-playground.ts";

const milestones = [1, 2, 3];
const blockNames = ["totals", "breakdown", "remaining", "complete", "ready", "blocked", "sequence"];

const config = (unit: string) =>
  bytes(`unit: ${unit}\ndocuments: [docs/all.md]\njson: docs/plan.json\n`);

const document = bytes(
  milestones
    .map((number) => {
      const region = (name: string) =>
        `<!-- milepost:${name} milestone=${number} -->\n<!-- milepost:end -->\n`;
      const count = `<!-- milepost:count milestone=${number} --><!-- milepost:end -->`;
      return `## ${number}\n\nCount: ${count}\n\n${blockNames.map((name) => `### ${name}\n\n${region(name)}`).join("\n")}`;
    })
    .join("\n"),
);

interface ExportedMilestone {
  number: number;
  title: string;
  done: number;
  total: number;
  percent: number | null;
  ready: number[];
  blocked: { number: number; by: number[] }[];
  completed: number[];
  remaining: number[];
  groups: { name: string; done: number; total: number }[];
}

interface Exported {
  milestones: ExportedMilestone[];
}

const text = (file: Uint8Array | undefined) => new TextDecoder().decode(file);

/** The part of the document under one heading of one milestone. */
function section(source: string, milestone: number, name: string): string {
  const ofMilestone = source.split(/^## \d+$/m)[milestone] ?? "";
  const found = ofMilestone.split(`### ${name}\n`)[1] ?? "";
  return found.split("### ")[0]?.split("<!-- milepost:end -->")[0] ?? "";
}

/** Numbers named in a text, ranges as all that they stand for; definitions of links left out. */
function namedIn(source: string): Set<number> {
  const prose = source.replace(/^\[[^\]]+\]: .*$/gm, "");
  const named = [...prose.matchAll(/\[#(\d+)(?:-(\d+))?\]/g)].flatMap(([, first, last]) => {
    const from = Number(first);
    const to = Number(last ?? first);
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
  return new Set(named);
}

function countText({ done, total, percent }: ExportedMilestone, unit: string): string {
  const suffix = unit === "issues" ? "" : ` ${unit}`;
  return percent === null ? `${done}/${total}${suffix}` : `${done}/${total}${suffix} (${percent}%)`;
}

function checkMilestone(milestone: ExportedMilestone, source: string, unit: string): void {
  const of = (name: string) => section(source, milestone.number, name);
  const head = source.split(/^## \d+$/m)[milestone.number]?.split("###")[0] ?? "";
  expect(head).toContain(countText(milestone, unit));
  expect(namedIn(of("complete"))).toEqual(new Set(milestone.completed));
  expect(namedIn(of("remaining"))).toEqual(new Set(milestone.remaining));
  for (const number of milestone.ready) expect(namedIn(of("ready"))).toContain(number);
  for (const { number, by } of milestone.blocked) {
    expect(namedIn(of("blocked"))).toContain(number);
    for (const blocker of by) expect(namedIn(of("blocked"))).toContain(blocker);
  }
  for (const { done, total } of milestone.groups) {
    expect(of("breakdown")).toContain(`${done}/${total}`);
  }
  const sum = (part: "done" | "total") =>
    milestone.groups.reduce((most, group) => most + group[part], 0);
  if (milestone.groups.length > 0) {
    expect([sum("done"), sum("total")]).toEqual([milestone.done, milestone.total]);
  }
}

function checkAgreement(playground: Playground, unit: string): void {
  const { documents, statusIssue } = readSurfaces(playground);
  const exported = JSON.parse(text(documents.get("docs/plan.json"))) as Exported;
  const source = text(documents.get("docs/all.md"));
  const status = statusIssue?.body ?? "";
  for (const milestone of exported.milestones) {
    checkMilestone(milestone, source, unit);
    const { done, total } = milestone;
    const stated = [`${done}/${total}`, `${done} of ${total}`, "empty"];
    expect(stated.some((one) => status.includes(one))).toBe(true);
  }
  const figures = new Set(exported.milestones.map((one) => countText(one, unit)));
  for (const [figure] of status.matchAll(/\d+\/\d+(?: [a-z]+)? \(\d+%\)/g)) {
    expect(figures).toContain(figure);
  }
}

describe("whatever the plan and whatever happens to it", () => {
  test.each(["issues", "tasks", "points"])(
    "status issue, document and export agree on every number, in %s",
    async (unit) => {
      const files = { ".github/milepost.yml": config(unit), "docs/all.md": document };
      await fc.assert(
        fc.asyncProperty(anySpec, anyEvents, async (spec, events) => {
          await withPlayground({ spec, files }, async (playground) => {
            checkAgreement(playground, unit);
            for (const event of events) applyEvent(playground.sandbox, playground.seeded, event);
            await playground.settle();
            checkAgreement(playground, unit);
          });
        }),
        { numRuns: 12, endOnFailure: true },
      );
    },
  );
});
