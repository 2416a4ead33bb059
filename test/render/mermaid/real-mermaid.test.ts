import fc from "fast-check";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "#test";
import type { Plan } from "../../../src/domain/plan.ts";
import { clipLabel } from "../../../src/render/mermaid/escape.ts";
import { launch } from "../../web/chromium.ts";
import { describeInBrowser } from "../../web/describe-in-browser.ts";
import { boardPlan, phase } from "../board-plan.ts";
import { hostilePlan, hostileTexts } from "../hostile-plan.ts";
import { modelPlan } from "../model-plan.ts";
import { roadmapPlan } from "../roadmap-plan.ts";
import { renderBlock } from "../show.ts";
import { diagramTexts } from "./diagram-texts.ts";
import { densePlan, everyLookPlan, farPlan, longPlan } from "./drawn-plans.ts";
import { diagramsIn, openMermaid, refusals, see } from "./mermaid-page.ts";

const patience = 120_000;

type Options = Readonly<Record<string, string>>;

/** All diagrams that the blocks make of a plan, with few nodes, many, and in frames. */
function allDiagrams(plan: Plan): readonly string[] {
  const by = plan.dimensions[0] ?? "";
  const diagrams = (name: string, all: readonly Options[]) =>
    all.flatMap((options) => diagramsIn(renderBlock(name, plan, options).text));
  const milestone = "all";
  return [
    ...diagrams("graph", [
      { milestone },
      { milestone, limit: "1" },
      { milestone, limit: "9999" },
      { milestone, by },
      { milestone, by, limit: "2" },
    ]),
    ...diagrams("timeline", [{}, { limit: "1" }]),
  ];
}

describeInBrowser("the real Mermaid", () => {
  let browser: Browser;
  let page: Page;
  const requested: string[] = [];

  beforeAll(async () => {
    browser = await launch();
    page = await openMermaid(browser);
    page.on("request", (request) => requested.push(request.url()));
  }, patience);
  afterAll(() => browser.close());

  test.each([
    ["the model plan", modelPlan],
    ["the status board", boardPlan(phase(3))],
    ["the roadmap", roadmapPlan(8)],
    ["a plan with every look", everyLookPlan],
    ["a plan where all waits for all", densePlan],
    ["a plan of 600 issues in a row", longPlan],
    ["a plan of thousands of years", farPlan],
  ])(
    "parses and draws every diagram of %s",
    async (_, plan) => {
      const diagrams = allDiagrams(plan);
      expect(diagrams.length).toBeGreaterThan(0);
      expect(await refusals(page, diagrams)).toEqual([]);
      for (const diagram of [diagrams[0] ?? "", diagrams.at(-1) ?? ""]) {
        const seen = await see(page, diagram);
        expect(seen).toMatchObject({ error: null, foreign: [] });
      }
    },
    patience,
  );

  test.each(
    [...hostileTexts, ...diagramTexts].map((text) => [JSON.stringify(text).slice(0, 40), text]),
  )(
    "shows the text %s as it is, and it does nothing",
    async (_, text) => {
      const plan = hostilePlan(text);
      const shown = clipLabel(text, 40).replace(/\s+/g, " ").replaceAll("`", "\u02cb");
      expect(await refusals(page, allDiagrams(plan))).toEqual([]);
      const [graph, timeline] = [
        renderBlock("graph", plan, { milestone: "1", by: "cluster" }).text,
        renderBlock("timeline", plan).text,
      ].map((markdown) => diagramsIn(markdown)[0] ?? "");
      for (const diagram of [graph, timeline]) {
        const seen = await see(page, diagram ?? "");
        expect(seen).toMatchObject({ error: null, foreign: [] });
      }
      const { labels, arrows } = await see(page, graph ?? "");
      expect(labels).toHaveLength(
        (graph ?? "").split("\n").filter((line) => /["]/.test(line)).length,
      );
      expect(labels.filter((label) => label.includes(shown)).length).toBeGreaterThanOrEqual(5);
      expect(arrows).toBe(
        (graph ?? "").split("\n").filter((line) => / (?:==|--|-\.-)> /.test(line)).length,
      );
      const rows = (await see(page, timeline ?? "")).labels;
      expect(rows).toHaveLength(2);
      expect(rows[0]).toContain(shown || "Milestone 1");
      expect(requested).toEqual([]);
    },
    patience,
  );

  test(
    "parses diagrams of any titles",
    async () => {
      const pieces = fc.constantFrom(
        ...diagramTexts.map((text) => text.slice(0, 30)),
        "\n",
        ";",
        "#",
        '"',
        "%%",
      );
      const title = fc.oneof(
        fc.string({ unit: "binary" }),
        fc.array(pieces).map((all) => all.join("")),
      );
      await fc.assert(
        fc.asyncProperty(title, async (text) => {
          expect(await refusals(page, allDiagrams(hostilePlan(text)))).toEqual([]);
        }),
        { numRuns: 60 },
      );
    },
    patience,
  );
});
