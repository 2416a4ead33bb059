import { beforeAll, describe, expect, test } from "#test";
import type { PlayedEvent } from "../../src/cli/play/event-schema.ts";
import { type Pages, readExample, walkExample } from "./example-playground.ts";
import {
  keyOf,
  levelsOf,
  readNeeds,
  readReferences,
  readSections,
  readTable,
  type Section,
} from "./read-page.ts";

const board = await readExample("phase-5-status");

const keys = Array.from({ length: 12 }, (_, index) => `5.${index + 1}`);
const tasks = [9, 5, 9, 7, 8, 16, 15, 14, 7, 15, 13, 14];
const cumulative = [9, 14, 23, 30, 38, 54, 69, 83, 90, 105, 118, 132];
const percents = [7, 11, 17, 23, 29, 41, 52, 63, 68, 80, 89, 100];
const daysEarly = [3, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13];
const dueDays = ["07-29", "07-29", "07-30", "07-31", "08-01", "08-02", "08-03", "08-04", "08-05"]
  .concat("08-06", "08-07", "08-08")
  .map((day) => `2025-${day}`);
const needs: Readonly<Record<string, readonly string[]>> = {
  "5.2": ["5.1"],
  "5.4": ["5.2"],
  "5.7": ["5.1", "5.2", "5.3"],
  "5.8": ["5.3"],
  "5.9": ["5.3"],
  "5.10": keys.slice(0, 6),
  "5.11": keys.slice(0, 10),
  "5.12": ["5.3"],
};

/** What a milestone must say of itself once the first `closed` are complete. */
function standing(index: number, closed: number) {
  const open = (needs[keys[index] ?? ""] ?? []).filter((key) => keys.indexOf(key) >= closed);
  if (index < closed) return { mark: "✅", word: "Complete", state: "complete", open };
  if (open.length === 0) return { mark: "📋", word: "Not started", state: "open", open };
  return { mark: "⛔", word: "Blocked", state: `waits for ${open.join(", ")}`, open };
}

function expectedSection(index: number, closed: number): Readonly<Record<string, unknown>> {
  const { mark, word } = standing(index, closed);
  const [key = "", total = 0, isDone] = [keys[index], tasks[index], index < closed];
  const marked = needs[key]?.map((one) => `${one} ${standing(keys.indexOf(one), closed).mark}`);
  return {
    key,
    mark,
    Status: word,
    Progress: isDone ? `${total}/${total} tasks (100%)` : `0/${total} tasks (0%)`,
    Needs: marked?.join(", "),
    Started: isDone ? "2025-07-26" : undefined,
    Starts: isDone ? undefined : "2025-07-26",
    Due: dueDays[index],
    Completed: isDone ? `2025-07-26, ${daysEarly[index]} days early` : undefined,
  };
}

function shownSection({ title, mark, facts }: Section): Readonly<Record<string, unknown>> {
  const names = ["Status", "Progress", "Needs", "Started", "Starts", "Due", "Completed"];
  return {
    key: keyOf(title),
    mark,
    ...Object.fromEntries(names.map((name) => [name, facts.get(name)])),
  };
}

const noPages: Pages = { status: "", documents: new Map() };
const documentOf = (pages: Pages) => pages.documents.get("docs/PHASE-5-STATUS.md") ?? "";
const logOf = (pages: Pages) => pages.documents.get("docs/PHASE-5-PROGRESS-LOG.md") ?? "";
const milestonesOf = ({ status }: Pages) => readTable(status, ["Milestone", "Done", "State"]);

/** As the document has it, and as the status issue has it. */
function freeMilestones(pages: Pages): readonly (readonly string[])[] {
  const sections = readSections(documentOf(pages));
  return [
    sections.filter(({ facts }) => facts.get("Status") === "Not started").map(({ title }) => title),
    milestonesOf(pages).flatMap(([title = "", , state]) =>
      state?.startsWith("open") ? [title] : [],
    ),
  ].map((titles) => titles.map(keyOf));
}

const close = (issue: string): PlayedEvent => ({ do: "close", issue });

describe("the status board, closed milestone by milestone", () => {
  let steps: readonly Pages[] = [];
  beforeAll(async () => {
    steps = await walkExample({ ...board, events: keys.map(close) });
  });

  test("has five rows that make up the whole at each step, and the count in its first sentence", () => {
    for (const [step, pages] of steps.entries()) {
      const [done = 0, percent = 0] = [cumulative[step - 1], percents[step - 1]];
      const text = documentOf(pages);
      expect(text).toContain(`-->${done}/132 tasks (${percent}%)<!--`);
      const rows = readTable(text, ["State", "Tasks", "Share"]);
      expect(rows).toEqual([
        ["**Total**", "132", "100%"],
        ["✅ Completed", `${done}`, `${percent}%`],
        ["🔨 In progress", "0", "0%"],
        ["⛔ Blocked", "0", "0%"],
        ["📋 Not started", `${132 - done}`, `${100 - percent}%`],
      ]);
      const states = rows.slice(1);
      const sum = (column: number) =>
        states.reduce((all, row) => all + Number.parseInt(row[column] ?? "", 10), 0);
      expect([sum(1), sum(2)]).toEqual([132, 100]);
    }
    expect(steps).toHaveLength(13);
  });

  test("says of each milestone how it stands, on both surfaces", () => {
    for (const [step, pages] of steps.entries()) {
      const sections = readSections(documentOf(pages));
      expect(sections.map(shownSection)).toEqual(
        keys.map((_, index) => expectedSection(index, step)),
      );
      const blocking = sections.map(({ facts }) => facts.get("Blocking issues") ?? "");
      expect(blocking.map(readReferences)).toEqual(
        keys.map((_, index) =>
          index < step ? [] : standing(index, step).open.map((key) => keys.indexOf(key) + 1),
        ),
      );
      expect(milestonesOf(pages)).toEqual(
        sections.map(({ title }, index) => [
          title,
          `${index < step ? tasks[index] : 0}/${tasks[index]} tasks (${index < step ? 100 : 0}%)`,
          `${standing(index, step).state}, due ${dueDays[index]}`,
        ]),
      );
    }
  });

  test("says how much of what is not started waits", () => {
    for (const [step, pages] of steps.entries()) {
      const sizeOf = (word: string) =>
        tasks.reduce((sum, size, at) => sum + (standing(at, step).word === word ? size : 0), 0);
      const held = sizeOf("Blocked");
      const note = `_Of what is not started, ${sizeOf("Not started")} tasks can start now; ${held} wait with their milestones._`;
      if (held > 0) expect(documentOf(pages)).toContain(note);
      else expect(documentOf(pages)).not.toContain("Of what is not started");
    }
  });

  test("tells in the status issue what is complete, what can start, and when all is done", () => {
    const news = steps.map(({ status }) => /^✅ (.*)$/m.exec(status)?.[1] ?? "");
    expect(news.slice(0, 4)).toEqual([
      "",
      "**Milestone 5.1: In-Memory Repository Foundation is complete: 9/9 tasks (100%).** [Close it](../milestone/1) on its page. Milestone 5.2: Persistence Abstraction Layer can start.",
      "**2 milestones are complete:** [5.1](../milestone/1), [5.2](../milestone/2). Close them on their pages. 5.4 can start.",
      "**3 milestones are complete:** [5.1](../milestone/1), [5.2](../milestone/2), [5.3](../milestone/3). Close them on their pages. 5.4, 5.7, 5.8, 5.9 and 5.12 can start.",
    ]);
    const headlines = steps.map(({ status }) => /^### (.*)$/m.exec(status)?.[1] ?? "");
    expect(headlines.slice(0, -1)).toEqual(
      steps.slice(0, -1).map(() => expect.stringMatching(/: 0 of \d+ tasks \(0%\)$/)),
    );
    expect(headlines.at(-1)).toBe("All complete: 132 of 132 tasks (100%)");
  });

  test("logs each completion, the latest first, and the phase as a whole at its end", () => {
    for (const [step, pages] of steps.entries()) {
      const titles = [...logOf(pages).matchAll(/^### 2025-07-26 - (.*)$/gm)].map(
        ([, title]) => title,
      );
      const done = keys.slice(0, step).toReversed();
      const whole = step === 12 ? ["All 12 milestones complete 🎉"] : [];
      expect(titles.map((title = "") => (title.startsWith("All") ? title : keyOf(title)))).toEqual([
        ...whole,
        ...done,
      ]);
    }
  });

  test("ends 91 days early in all", () => {
    const early = [
      ...documentOf(steps.at(-1) ?? noPages).matchAll(/Completed:\*\* \S+, (\d+) days early/g),
    ];
    const days = early.map(([, number]) => Number(number));
    expect(days).toEqual(daysEarly);
    expect(days.reduce((sum, one) => sum + one, 0)).toBe(91);
  });
});

describe("the status board, as its example plays it", () => {
  const frees = [
    { total: "0/132 tasks (0%)", frees: ["5.1", "5.3", "5.5", "5.6"] },
    { total: "9/132 tasks (7%)", frees: ["5.2"] },
    { total: "23/132 tasks (17%)", frees: ["5.4", "5.7", "5.8", "5.9", "5.12"] },
    { total: "54/132 tasks (41%)", frees: ["5.10"] },
    { total: "105/132 tasks (80%)", frees: ["5.11"] },
    { total: "118/132 tasks (89%)", frees: [] },
    { total: "132/132 tasks (100%)", frees: [] },
  ];

  test("frees at each step what waited for it", async () => {
    const before: Set<string>[] = [new Set(), new Set()];
    const steps = await walkExample(board);
    for (const [step, pages] of steps.entries()) {
      expect(documentOf(pages)).toContain(`-->${frees[step]?.total}<!--`);
      for (const [surface, free] of freeMilestones(pages).entries()) {
        const news = free.filter((key) => !before[surface]?.has(key));
        expect({ step, news }).toEqual({ step, news: frees[step]?.frees });
        before[surface] = new Set(free);
      }
    }
    expect(steps).toHaveLength(frees.length);
  });

  test("can be done in five levels, and 5.9 stands before 5.10", async () => {
    const [start = noPages] = await walkExample({ ...board, events: [] });
    const sections = readSections(documentOf(start));
    expect(levelsOf(readNeeds(sections))).toEqual([
      ["5.1", "5.3", "5.5", "5.6"],
      ["5.2", "5.8", "5.9", "5.12"],
      ["5.4", "5.7"],
      ["5.10"],
      ["5.11"],
    ]);
    expect(sections.map(({ title }) => keyOf(title))).toEqual(keys);
    expect(milestonesOf(start).map(([title = ""]) => keyOf(title))).toEqual(keys);
  });

  test("shows the notes that there are, and no line where there is none", async () => {
    const noted = board.spec.milestones.map((one) =>
      ["5.4", "5.5"].includes(one.key) ? one : { ...one, note: `About ${one.key}` },
    );
    const spec = { ...board.spec, milestones: noted };
    const [start = noPages] = await walkExample({ ...board, spec, events: [] });
    const notes = readSections(documentOf(start)).map(({ facts }) => facts.get("Note"));
    expect(notes).toEqual(
      keys.map((key) => (["5.4", "5.5"].includes(key) ? undefined : `About ${key}`)),
    );
  });
});
