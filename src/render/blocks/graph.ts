/** The dependency graph, as a diagram that GitHub draws. */
import type { ItemState, PlannedMilestone } from "../../domain/plan.ts";
import { type Block, type BlockContext, renderMilestones } from "../block.ts";
import { numberOf } from "../block-options.ts";
import { plural } from "../count-text.ts";
import { type MarkMeaning, markKey, stateMeaning } from "../marks.ts";
import { drawDependencies, hasDependencies } from "../mermaid/dependency-drawing.ts";
import type { Drawing } from "../mermaid/drawing.ts";
import { fencedDiagram } from "../mermaid/fence.ts";
import { flowchartLines } from "../mermaid/flowchart.ts";

const nodesShown = 30;
const diagramsShown = 8;

/** GitHub draws none with more than 500 arrows or 50,000 characters. */
const arrowsAllowed = 400;
const charactersAllowed = 40_000;

export const graph: Block = {
  name: "graph",
  summary: "The dependency graph as a diagram: what waits for what, and the critical path.",
  kind: "block",
  options: [
    {
      name: "by",
      meaning: "The label dimension whose groups stand in frames.",
      values: "dimensions",
      default: "no frames",
    },
    {
      name: "limit",
      meaning: "How many issues have a node of their own; the others are counted.",
      values: "number",
      default: `${nodesShown}`,
    },
  ],
  example: '<!-- milepost:graph milestone="M2 Data Foundations" by=cluster -->',
  render(context) {
    const drawable = context.milestones.filter((one) => hasDependencies(context.plan, one));
    const hidden = new Set(drawable.slice(diagramsShown));
    const milestones = context.milestones.filter((one) => !hidden.has(one));
    const text = renderMilestones(
      { ...context, milestones },
      (milestone) => diagramOf(context, milestone),
      "No issue waits for another, so there is no graph.",
    );
    return hidden.size > 0 ? `${text}\n\n_And ${plural(hidden.size, "milestone")} more._` : text;
  },
};

function draw({ plan, options }: BlockContext, milestone: PlannedMilestone, limit: number) {
  return drawDependencies(plan, milestone, { by: options.get("by") ?? null, limit });
}

/** Fewer nodes where all that are wanted would be too much for GitHub. */
function diagramOf(context: BlockContext, milestone: PlannedMilestone): string {
  for (let limit = numberOf(context.options, "limit", nodesShown); limit >= 1; limit >>= 1) {
    const drawing = draw(context, milestone, limit);
    if (drawing === null) return "";
    const text = fencedDiagram(flowchartLines(drawing));
    const fits = drawing.edges.length <= arrowsAllowed && text.length <= charactersAllowed;
    if (fits || limit === 1) return `${text}\n\n${keyOf(drawing)}`;
  }
  return "";
}

const keyed: Readonly<Partial<Record<string, ItemState>>> = {
  completed: "completed",
  "in-progress": "in-progress",
  ready: "ready",
  blocked: "blocked",
  "on-hold": "on-hold",
  tracker: "tracker",
};

function keyOf({ nodes, edges }: Drawing): string {
  const states = nodes.flatMap(({ look }) => keyed[look] ?? []);
  const path: MarkMeaning[] = edges.some(({ kind }) => kind === "critical")
    ? [["thick arrows:", "critical path"]]
    : [];
  return markKey([...states.map(stateMeaning), ...path]);
}
