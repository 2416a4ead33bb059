import { beforeAll, describe, expect, test } from "#test";
import { type Pages, readExample, walkExample, withSettings } from "./example-playground.ts";
import { keyOf, levelsOf, readNeeds, readSections, readTable } from "./read-page.ts";

const roadmap = await readExample("database-roadmap");

const keys = ["DB-ML0", "DB-ML1", "DB-ML2", "DB-ML3", "DB-ML4", "DB-ML5"];
const issues = [3, 5, 4, 4, 3, 3];
const tasks = [8, 15, 12, 12, 9, 9];
const priorities = [
  "3 high",
  "1 critical, 3 high, 1 medium",
  "2 high, 2 medium",
  "3 high, 1 medium",
  "2 high, 1 medium",
  "1 high, 2 medium",
];

/** After each step: the total, what is free, and the open and all issues by priority. */
const steps = [
  { total: "0/22 (0%)", tasks: "0/65 tasks (0%)", free: ["DB-ML0"], open: [1, 14, 7] },
  { total: "3/22 (14%)", tasks: "8/65 tasks (12%)", free: ["DB-ML1"], open: [1, 11, 7] },
  {
    total: "8/22 (36%)",
    tasks: "23/65 tasks (35%)",
    free: ["DB-ML2", "DB-ML3"],
    open: [0, 8, 6],
  },
  { total: "12/22 (55%)", tasks: "35/65 tasks (54%)", free: ["DB-ML3"], open: [0, 6, 4] },
  { total: "16/22 (73%)", tasks: "47/65 tasks (72%)", free: ["DB-ML4"], open: [0, 3, 3] },
  { total: "19/22 (86%)", tasks: "56/65 tasks (86%)", free: ["DB-ML5"], open: [0, 1, 2] },
  { total: "22/22 (100%)", tasks: "65/65 tasks (100%)", free: [], open: [0, 0, 0] },
];

/** Each step completes the next milestone, in the order of their keys. */
function markOf(index: number, step: number): string {
  if (index < step) return "✅";
  return steps[step]?.free.includes(keys[index] ?? "") ? "📋" : "⛔";
}

const roadmapOf = (pages: Pages) => pages.documents.get("docs/ROADMAP.md") ?? "";
const milestonesOf = ({ status }: Pages) => readTable(status, ["Milestone", "Done", "State"]);
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
const noPages: Pages = { status: "", documents: new Map() };

describe("the roadmap, milestone by milestone", () => {
  let walk: readonly Pages[] = [];
  beforeAll(async () => {
    walk = await walkExample(roadmap);
  });

  test("has a row for each milestone, whose issues and priorities make up the total line", () => {
    expect(walk).toHaveLength(steps.length);
    expect(sum(issues)).toBe(22);
    for (const [step, pages] of walk.entries()) {
      const rows = readTable(roadmapOf(pages), ["", "Milestone", "Issues", "Priority"]);
      expect(rows.map(([mark, title = "", ...rest]) => [mark, keyOf(title), ...rest])).toEqual(
        keys.map((key, index) => [
          markOf(index, step),
          key,
          `${index < step ? issues[index] : 0}/${issues[index]}`,
          priorities[index],
        ]),
      );
      expect(roadmapOf(pages)).toContain(
        `**Total:** 6 milestones, 22 issues (1 critical, 14 high, 7 medium), ${steps[step]?.total} done`,
      );
    }
  });

  test("counts the labels of what is open and of all", () => {
    for (const [step, pages] of walk.entries()) {
      const rows = readTable(roadmapOf(pages), ["Priority", "Open", "All"]);
      const [critical, high, medium] = steps[step]?.open ?? [];
      expect(rows).toEqual([
        ["critical", `${critical}`, "1"],
        ["high", `${high}`, "14"],
        ["medium", `${medium}`, "7"],
      ]);
    }
  });

  test("says the same of each milestone in its section and in the status issue", () => {
    for (const [step, pages] of walk.entries()) {
      const sections = readSections(roadmapOf(pages));
      const progress = keys.map((_, index) => {
        const [total, isDone] = [issues[index], index < step];
        return isDone ? `${total}/${total} issues (100%)` : `0/${total} issues (0%)`;
      });
      expect(sections.map(({ title }) => keyOf(title))).toEqual(keys);
      expect(sections.map(({ mark }) => mark)).toEqual(keys.map((_, index) => markOf(index, step)));
      expect(sections.map(({ facts }) => facts.get("Progress"))).toEqual(progress);
      expect(milestonesOf(pages).map(([, done]) => done)).toEqual(
        progress.map((text) => text.replace(" issues", "")),
      );
    }
  });

  test("names on both surfaces what is free", () => {
    for (const [step, pages] of walk.entries()) {
      const free = readSections(roadmapOf(pages))
        .filter(({ facts }) => facts.get("Status") === "Not started")
        .map(({ title }) => keyOf(title));
      const open = milestonesOf(pages).flatMap(([title = "", , state]) =>
        state === "open" ? [keyOf(title)] : [],
      );
      expect({ step, free, open }).toEqual({
        step,
        free: steps[step]?.free,
        open: steps[step]?.free,
      });
    }
  });

  test("keeps the fourth waiting until both the second and the third are done", () => {
    const waiting = walk.map((pages) => milestonesOf(pages)[4]?.[2]);
    expect(waiting).toEqual([
      "waits for DB-ML2, DB-ML3",
      "waits for DB-ML2, DB-ML3",
      "waits for DB-ML2, DB-ML3",
      "waits for DB-ML3",
      "open",
      "complete",
      "complete",
    ]);
  });

  test("offers as next steps issues of free milestones only", () => {
    for (const [step, pages] of walk.entries()) {
      const next = [...roadmapOf(pages).matchAll(/^\d+\. .* \((DB-ML\d) – /gm)].map(
        ([, key]) => key,
      );
      const room = sum(
        keys.map((key, at) => (steps[step]?.free.includes(key) ? (issues[at] ?? 0) : 0)),
      );
      expect(next).toHaveLength(Math.min(5, room));
      for (const key of next) expect(steps[step]?.free).toContain(key);
    }
  });

  test("has the lake and the vector store side by side", () => {
    expect(levelsOf(readNeeds(readSections(roadmapOf(walk[0] ?? noPages))))).toEqual([
      ["DB-ML0"],
      ["DB-ML1"],
      ["DB-ML2", "DB-ML3"],
      ["DB-ML4"],
      ["DB-ML5"],
    ]);
  });
});

test("the roadmap in tasks has 65 of them, and counts them at each step", async () => {
  const settings =
    "unit: tasks\nlabels: {cluster: false, phase: false}\ndocuments: [docs/ROADMAP.md]\n";
  const walk = await walkExample({ ...roadmap, files: withSettings(roadmap, settings) });
  expect(sum(tasks)).toBe(65);
  for (const [step, pages] of walk.entries()) {
    expect(roadmapOf(pages)).toContain(`7 medium), ${steps[step]?.tasks} done`);
    expect(milestonesOf(pages).map(([, done]) => done)).toEqual(
      tasks.map((size, at) =>
        at < step ? `${size}/${size} tasks (100%)` : `0/${size} tasks (0%)`,
      ),
    );
  }
});
