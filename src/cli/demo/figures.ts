/** The figures that a step of the demo must end in, and where each surface states them. */
import { z } from "zod";
import type { Plan, PlannedMilestone } from "../../domain/plan.ts";
import type { Surfaces } from "../play/read-surfaces.ts";

const numbers = z.array(z.number());

export const figuresSchema = z.array(
  z.object({
    count: z.string(),
    ready: numbers,
    startHere: z.number().nullable(),
    blocked: z.record(z.string(), numbers),
    groups: z.record(z.string(), z.string()),
    moved: z.record(z.string(), numbers),
    neededByM3: numbers,
    complete: z.string(),
    remaining: z.string(),
    closedWithOpenBlocker: numbers,
  }),
);

export type Figures = z.infer<typeof figuresSchema>[number];

const decoder = new TextDecoder();

/** One sentence for each figure that is not as expected; empty when all are. */
export function differences(expected: Figures, plan: Plan, surfaces: Surfaces): readonly string[] {
  const [milestone, next] = plan.milestones;
  if (!milestone || !next) return ["The plan has no milestones."];
  const figures = figuresOf(plan, milestone, next);
  const wrong = Object.entries(figures).flatMap(([name, value]) =>
    compare(name, expected[name as keyof typeof figures], value),
  );
  return [...wrong, ...onSurfaces(expected, surfaces)];
}

function figuresOf(plan: Plan, milestone: PlannedMilestone, next: PlannedMilestone) {
  const title = (number: number | null) =>
    plan.milestones.find((one) => one.number === number)?.title ?? "none";
  return {
    count: countText(milestone.count),
    ready: milestone.ready,
    startHere: milestone.startHere,
    blocked: Object.fromEntries(
      milestone.blocked.map((number) => [number, plan.items.get(number)?.openBlockers ?? []]),
    ),
    groups: Object.fromEntries(
      milestone.groups.map(({ name, count }) => [name, `${count.done.low}/${count.total.low}`]),
    ),
    moved: Object.fromEntries(
      [...Map.groupBy(milestone.moved, (item) => title(item.to))].map(([to, items]) => [
        to,
        items.map((item) => item.number),
      ]),
    ),
    neededByM3: next.needs.transitive,
    closedWithOpenBlocker: plan.findings
      .filter((finding) => finding.rule === "closed-with-open-blocker")
      .flatMap((finding) => finding.issues),
  };
}

/** What a reader finds in the texts themselves, with the brackets of links taken off. */
function onSurfaces(expected: Figures, { statusIssue, documents }: Surfaces): readonly string[] {
  const document = plain(decoder.decode(documents.get("docs/M2-plan.md")));
  const status = plain(statusIssue?.body ?? "");
  const [, done, total, percent] = /^(\d+)\/(\d+) \((\d+%)\)$/.exec(expected.count) ?? [];
  const inStatus = [expected.count, `${done} of ${total} (${percent})`].some((text) =>
    status.includes(text),
  );
  return [
    ...(inStatus ? [] : [`The status issue does not say ${expected.count}.`]),
    ...missingIn(document, [expected.count, expected.complete, expected.remaining]),
  ];
}

function missingIn(document: string, texts: readonly string[]): readonly string[] {
  return texts
    .filter((text) => !document.includes(text))
    .map((text) => `docs/M2-plan.md does not say "${text}".`);
}

/** "[#12]" as "#12", "[#404]-[#407]" as "#404-407". */
function plain(markdown: string): string {
  return markdown.replace(/\[(#\d+)\]/g, "$1").replace(/(#\d+-)#(?=\d)/g, "$1");
}

function countText({ done, total, percent }: PlannedMilestone["count"]): string {
  return `${done.low}/${total.low} (${percent}%)`;
}

function compare(name: string, expected: unknown, found: unknown): readonly string[] {
  const [wanted, present] = [JSON.stringify(sorted(expected)), JSON.stringify(sorted(found))];
  return wanted === present ? [] : [`${name} should be ${wanted} and is ${present}.`];
}

function sorted(value: unknown): unknown {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
