import fc from "fast-check";
import { describe, expect, test } from "#test";
import { differences } from "../../src/cli/demo/figures.ts";
import { applyEvent } from "../../src/cli/play/apply-event.ts";
import { describeEvent } from "../../src/cli/play/describe-event.ts";
import type { PlayedEvent } from "../../src/cli/play/event-schema.ts";
import type { Playground } from "../../src/cli/play/playground.ts";
import { readSurfaces } from "../../src/cli/play/read-surfaces.ts";
import {
  bytes,
  modelDocument,
  modelEvents,
  modelFigures,
  modelFiles,
  modelSpec,
  withPlayground,
} from "./model-playground.ts";
import { renumbering } from "./renumbering.ts";

async function wrongAfter(playground: Playground, events: readonly PlayedEvent[], step: number) {
  for (const event of events) applyEvent(playground.sandbox, playground.seeded, event);
  await playground.settle();
  const plan = playground.plan();
  const figures = modelFigures[step];
  if (!plan || !figures) throw new Error(`no plan or no figures for step ${step}`);
  return differences(figures, plan, readSurfaces(playground));
}

describe("the walk of the M2 plan", () => {
  test("gives the stated figures on every surface, step by step", async () => {
    await withPlayground({}, async (playground, complaints) => {
      expect(await wrongAfter(playground, [], 0)).toEqual([]);
      const { statusIssue, documents } = readSurfaces(playground);
      const document = new TextDecoder().decode(documents.get("docs/M2-plan.md"));
      for (const text of [statusIssue?.body ?? "", document]) {
        expect(text).toContain("[#408] → ([#404]-[#407]) → [#410] → [#409]");
        for (const number of [258, 313, 314, 317, 154, 286, 393]) {
          expect(text).toContain(`[#${number}] `);
        }
      }
      for (const [index, event] of modelEvents.entries()) {
        const wrong = await wrongAfter(playground, [event], index + 1);
        expect({ event: describeEvent(event), wrong }).toEqual({
          event: describeEvent(event),
          wrong: [],
        });
      }
      expect(complaints).toEqual([]);
    });
  });

  test("ends in the same figures when its first five steps come in another order, or at once", async () => {
    const closing = modelEvents.slice(0, 5);
    const orders = fc.shuffledSubarray([...closing], { minLength: closing.length });
    await fc.assert(
      fc.asyncProperty(orders, fc.boolean(), async (order, atOnce) => {
        await withPlayground({}, async (playground) => {
          for (const event of atOnce ? [] : order) await wrongAfter(playground, [event], 5);
          expect(await wrongAfter(playground, atOnce ? order : [], 5)).toEqual([]);
        });
      }),
      { numRuns: 4 },
    );
  });

  test("ends in the same figures when the milestones are renamed on the way", async () => {
    await withPlayground({}, async (playground) => {
      const rename = (milestone: string, title: string): PlayedEvent => ({
        do: "rename-milestone",
        milestone,
        title,
      });
      await wrongAfter(playground, [rename("M3", "Another Core"), rename("M5", "Depth")], 0);
      await wrongAfter(playground, modelEvents.slice(0, 6), 6);
      await wrongAfter(playground, [rename("M3", "M3 Core Loop")], 6);
      const wrong = await wrongAfter(playground, [rename("M5", "M5 Quality & Depth")], 6);
      expect(wrong).toEqual([]);
    });
  });
});

describe("the walk with other numbers", () => {
  const numbers = modelSpec.issues.map((issue) => issue.number_in_document ?? 0);

  test("gives the same figures, number for number", async () => {
    const anyNumbers = fc.uniqueArray(fc.integer({ min: 1, max: 2000 }), {
      minLength: numbers.length,
      maxLength: numbers.length,
    });
    await fc.assert(
      fc.asyncProperty(anyNumbers, async (others) => {
        const renumbered = renumbering(
          new Map(numbers.map((one, index) => [one, others[index] ?? 0])),
        );
        await withPlayground({ spec: renumbered.spec }, async (playground) => {
          for (const [index, event] of [null, ...renumbered.events].entries()) {
            if (event) applyEvent(playground.sandbox, playground.seeded, event);
            await playground.settle();
            const [plan, figures] = [playground.plan(), renumbered.figures[index]];
            if (!plan || !figures) throw new Error("no plan or no figures");
            expect(differences(figures, plan, readSurfaces(playground))).toEqual([]);
          }
        });
      }),
      { numRuns: 2, endOnFailure: true },
    );
  });
});

describe("the variants of the M2 plan", () => {
  const variant = (change: (issue: (typeof modelSpec.issues)[number]) => object) => ({
    ...modelSpec,
    issues: modelSpec.issues.map((issue) => ({ ...issue, ...change(issue) })),
  });

  test("duplicates in the milestone don't count, and its totals say why GitHub's page differs", async () => {
    const duplicates = new Set([395, 396, 397]);
    const totals = "<!-- milepost:totals -->\n<!-- milepost:end -->\n";
    const document = `${new TextDecoder().decode(modelFiles[modelDocument])}\n${totals}`;
    const files = { ...modelFiles, [modelDocument]: bytes(document) };
    const spec = variant(({ number_in_document }) =>
      duplicates.has(number_in_document ?? 0) ? { milestone: "M2" } : {},
    );
    await withPlayground({ spec, files }, async (playground) => {
      expect(await wrongAfter(playground, [], 0)).toEqual([]);
      const written = readSurfaces(playground).documents.get(modelDocument);
      expect(new TextDecoder().decode(written)).toContain("42/53");
    });
  });

  test("with everything the document mentions it is 45/57 (79%)", async () => {
    const joining = new Set([283, 289, 291, 292, 294, 295]);
    const spec = variant(({ number_in_document }) => {
      if (joining.has(number_in_document ?? 0)) return { milestone: "M2", state: "closed" };
      return number_in_document === 293 ? { milestone: "M2", state: "open" } : {};
    });
    await withPlayground({ spec }, async (playground) => {
      const count = playground.plan()?.milestones[0]?.count;
      expect([count?.done.low, count?.total.low, count?.percent]).toEqual([45, 57, 79]);
    });
  });

  test("before the deferral it is 39/54 (72%), after it 39/50 (78%)", async () => {
    const deferred = [256, 318, 347, 393];
    const spec = variant(({ number_in_document }) =>
      deferred.includes(number_in_document ?? 0) ? { milestone: "M2", moved_from: null } : {},
    );
    await withPlayground({ spec }, async (playground) => {
      const before = playground.plan()?.milestones[0]?.count;
      expect([before?.done.low, before?.total.low, before?.percent]).toEqual([39, 54, 72]);
      const moves = deferred.map((issue) => ({ do: "move", issue, milestone: "M5" }) as const);
      expect(await wrongAfter(playground, [{ do: "all", events: moves }], 0)).toEqual([]);
    });
  });
});
