import { describe, expect, test } from "#test";
import { derivePlan } from "../../src/domain/derive-plan.ts";
import { milestonePlanPath } from "../../src/onboarding/paths.ts";
import { draftDocuments } from "../../src/onboarding/starter.ts";
import { item, milestone, project, today } from "../domain/project-builder.ts";

const draft = (...facts: Parameters<typeof project>) =>
  draftDocuments(derivePlan(project(...facts), today));
const paths = (documents: ReturnType<typeof draft>) => documents.map(({ path }) => path);

describe("documents to start with", () => {
  test.each([
    ["M2 Data Foundations", "docs/m2-data-foundations-plan.md"],
    ["Größe & Ästhetik", "docs/gro-e-asthetik-plan.md"],
    ["../../etc/passwd", "docs/etc-passwd-plan.md"],
    ["設計", "docs/milestone-7-plan.md"],
    ["x".repeat(300), `docs/${"x".repeat(40)}-plan.md`],
  ])("for the milestone %p stand in %s", (title, path) => {
    expect(milestonePlanPath({ title, number: 7 })).toBe(path);
  });

  test("are none where nothing is planned", () => {
    expect(draft([item(1)])).toEqual([]);
    expect(draft([], [milestone(1)])).toEqual([]);
    expect(draft([item(1, { milestone: 1 })], [milestone(1, { isClosed: true })])).toEqual([]);
  });

  test("are one plan for one milestone", () => {
    const documents = draft([item(1, { milestone: 1 })], [milestone(1)]);
    expect(paths(documents)).toEqual(["docs/m1-plan.md"]);
    expect(documents[0]?.text).toMatch(/^# M1\n/);
    expect(documents[0]?.text).not.toContain("milepost:graph");
  });

  test("show the order of work where issues wait for others, and the parts where labels name some", () => {
    const items = [
      item(1, { milestone: 1, dimensions: { area: "api" } }),
      item(2, { milestone: 1, waitsFor: [1] }),
    ];
    const rules = { dimensions: ["cluster", "area"] };
    const [plan] = draft(items, [milestone(1)], { rules });
    expect(plan?.text).toContain("<!-- milepost:graph -->");
    expect(plan?.text).toContain("<!-- milepost:breakdown by=area -->");
  });

  test("are a plan for the active milestone first, for three at most, a roadmap and a status board", () => {
    const numbers = [1, 2, 3, 4, 5];
    const items = numbers.map((number) => item(number, { milestone: number }));
    const milestones = numbers.map((number) =>
      milestone(number, number === 1 ? { needsMilestones: [2] } : {}),
    );
    expect(paths(draft(items, milestones))).toEqual([
      "docs/m2-plan.md",
      "docs/m1-plan.md",
      "docs/m3-plan.md",
      "docs/ROADMAP.md",
      "docs/STATUS.md",
    ]);
  });

  test("have a file each, even for titles that differ in signs only", () => {
    const items = [item(1, { milestone: 1 }), item(2, { milestone: 2 })];
    const milestones = [milestone(1, { title: "Next!" }), milestone(2, { title: "next" })];
    expect(paths(draft(items, milestones)).slice(0, 2)).toEqual([
      "docs/milestone-1-plan.md",
      "docs/milestone-2-plan.md",
    ]);
  });

  test("have a timeline only where a milestone has a day", () => {
    const items = [item(1, { milestone: 1 }), item(2, { milestone: 2 })];
    const roadmapOf = (documents: ReturnType<typeof draft>) =>
      documents.find(({ path }) => path === "docs/ROADMAP.md")?.text;
    expect(roadmapOf(draft(items, [milestone(1), milestone(2)]))).not.toContain("timeline");
    const dated = [milestone(1), milestone(2, { dueOn: "2026-01-31" })];
    expect(roadmapOf(draft(items, dated))).toContain("<!-- milepost:timeline -->");
  });

  test("have a title that is plain text, whatever the milestone is called", () => {
    const title = "<!-- milepost:end --> @all [x](y) #5";
    const [plan] = draft([item(1, { milestone: 1 })], [milestone(1, { title })]);
    expect(plan?.text.split("\n")[0]).toBe(
      "# &lt;!-- milepost:end --&gt; @&#8203;all \\[x\\](y) #&#8203;5",
    );
  });
});
