import { describe, expect, test } from "#test";
import type { Plan } from "../../src/domain/plan.ts";
import { blocks } from "../../src/render/registry.ts";
import { STAMP } from "../../src/render/stamp.ts";
import { renderStatus } from "../../src/render/status-issue.ts";
import { buildPlan, type ItemFacts } from "./plan-builder.ts";
import { asRead, show } from "./show.ts";

const planOf = (...items: readonly ItemFacts[]) =>
  buildPlan({
    milestones: [
      { number: 1, title: "M1" },
      { number: 2, title: "M2" },
    ],
    items: items.map((item) => ({ milestone: 1, ...item })),
  });

const status = (plan: Plan) => asRead(renderStatus(plan).replaceAll(STAMP, "2025-11-10"));

const dropped = { resolution: "dropped", closedOn: "2025-11-05" } as const;

const shrunk = planOf(
  { number: 1, ...dropped, dropReason: "nobody asked for it" },
  { number: 2, ...dropped, dropReason: "nobody asked for it" },
  { number: 3, ...dropped, alias: "Third" },
  { number: 4 },
);

describe("what was dropped from a milestone", () => {
  test("stands with its reasons where the plan shows what left", () => {
    const lines = [
      "- **Dropped (3 issues):**",
      "  - #1 Issue 1, #2 Issue 2: because nobody asked for it",
      "  - #3 Third",
    ].join("\n");
    expect(show("moved", shrunk, { milestone: "1" })).toBe(lines);
    expect(show("changelog", shrunk)).toBe(`### 2025-11-05 - 3 issues dropped from M1\n\n${lines}`);
    expect(status(shrunk)).toContain(`No longer in it:\n\n${lines}`);
  });

  test("stands behind what was moved", () => {
    const earlier = [{ milestone: 1, leftOn: "2025-11-08" as const }];
    const plan = planOf(
      { number: 1, ...dropped },
      { number: 2, milestone: 2, earlierMilestones: earlier, moveReason: "needs M1" },
      { number: 4 },
    );
    const lines =
      "- **To M2 (1 issue):**\n  - #2 Issue 2: because needs M1\n- **Dropped (1 issue):** #1 Issue 1";
    expect(show("moved", plan, { milestone: "1" })).toBe(lines);
    expect(status(plan)).toContain(`No longer in it:\n\n${lines}`);
    expect(show("changelog", plan).match(/^### .*/gm)).toEqual([
      "### 2025-11-08 - 1 issue moved out of M1",
      "### 2025-11-05 - 1 issue dropped from M1",
    ]);
  });

  test("is nothing where nothing left", () => {
    const plan = planOf({ number: 4 });
    expect(show("moved", plan, { milestone: "1" })).toBe("_Nothing was moved out or dropped._");
    expect(status(plan)).not.toContain("No longer in it");
  });
});

describe("an issue on hold", () => {
  const plan = planOf(
    { number: 1, isOnHold: true, holdReason: "the vendor is late", assignees: ["ada"] },
    { number: 2, waitsFor: [1] },
    { number: 3, isOnHold: true, waitsFor: [2], alias: "Third" },
    { number: 4, waitsFor: [2] },
  );

  test("has a row of its own in the table of what is blocked, with the reason", () => {
    expect(show("blocked", plan, { milestone: "1" }).split("\n").slice(2)).toEqual([
      "| #2 Issue 2 | #1 | #1 (ada, on hold: the vendor is late) |",
      "| #4 Issue 4 | #2 | #1 (ada, on hold: the vendor is late) |",
      "| #1 Issue 1 | on hold: the vendor is late | ada |",
      "| #3 Third | on hold, #2 | unassigned |",
    ]);
  });

  test("stands with the reason in the status issue", () => {
    expect(status(plan)).toContain(
      "On hold: #1 Issue 1 (ada: the vendor is late) · #3 Third (unassigned)",
    );
    expect(status(plan)).toContain("| #2 Issue 2 | #1 | #1 (ada, on hold: the vendor is late) |");
  });

  test("is a number where there are too many", () => {
    const many = planOf(
      ...Array.from({ length: 230 }, (_, index) => ({ number: index + 1, isOnHold: true })),
    );
    expect(show("blocked", many, { milestone: "1" })).toContain("_And 30 more:");
  });
});

describe("a note", () => {
  const plan = planOf(
    { number: 1, note: "talk to Ada first", alias: "First" },
    { number: 2, waitsFor: [1], note: "see the paper" },
    { number: 3, note: "" },
  );

  test("stands below the issue where that is listed in full", () => {
    expect(show("ready", plan, { milestone: "1" })).toContain(
      "← **START HERE**\n    - Note: talk to Ada first\n- #3 Issue 3: nothing waits for it. Unassigned.",
    );
    expect(show("next-steps", plan)).toContain(
      "Unassigned.\n    - Note: talk to Ada first\n    - Then: #2 Issue 2",
    );
    expect(status(plan)).toContain("\n> Note: talk to Ada first\n");
  });

  test("stands at the end of what remains", () => {
    expect(show("remaining", plan, { milestone: "1" })).toMatch(
      /\n\n\*\*Notes:\*\*\n\n- #1 First: talk to Ada first\n- #2 Issue 2: see the paper$/,
    );
    const silent = planOf({ number: 1 });
    expect(show("remaining", silent, { milestone: "1" })).not.toContain("Notes");
  });
});

test("the short name stands in chains, tables and lists instead of the title", () => {
  const title = "A title that is far too long for a table";
  const plan = planOf(
    { number: 1, title, alias: "Short" },
    { number: 2, title, alias: "Short", waitsFor: [1] },
    { number: 3, title, alias: "Short", isOnHold: true },
    { number: 4, title, alias: "Short", ...dropped },
    {
      number: 5,
      title,
      alias: "Short",
      milestone: 2,
      earlierMilestones: [{ milestone: 1, leftOn: "2025-11-08" }],
    },
    { number: 6, title, alias: "Short", isInProgress: true },
  );
  const listedInFull = ["sequence", "ready", "next-steps"];
  for (const { name } of blocks.filter((block) => !listedInFull.includes(block.name))) {
    expect(show(name, plan, { milestone: "1" })).not.toContain(title);
  }
  for (const name of ["blocked", "moved", "changelog"]) {
    expect(show(name, plan, { milestone: "1" })).toContain("Short");
  }
  expect(show("chain", plan, { milestone: "1", names: "yes" })).toBe("#1 Short → #2 Short");
  expect(status(plan).match(new RegExp(title, "g"))).toHaveLength(1);
});
