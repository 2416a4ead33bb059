/**
 * A drawing in Mermaid's words. Only what has been in Mermaid for years is used, as nobody knows which
 * version reads it. Fills are translucent and words keep the theme's colour, so that it reads on light
 * and on dark.
 */
import type { Drawing, DrawnEdge, DrawnNode, Look } from "./drawing.ts";
import { escapeMermaid } from "./escape.ts";

interface Appearance {
  /** What stands before and behind the label: the shape. */
  readonly around: readonly [before: string, behind: string];
  readonly color: string;
  readonly isDashed?: true;
}

const gray = "#7d8590";
const rectangle = ["[", "]"] as const;

const appearances: Readonly<Record<Look, Appearance>> = {
  completed: { around: ["([", "])"], color: "#2da44e" },
  "in-progress": { around: ["{{", "}}"], color: "#bf8700" },
  ready: { around: ["(", ")"], color: "#218bff" },
  blocked: { around: ["[[", "]]"], color: "#e5534b" },
  "on-hold": { around: ["[/", "/]"], color: "#a475f9" },
  tracker: { around: rectangle, color: gray },
  dropped: { around: rectangle, color: gray },
  duplicate: { around: rectangle, color: gray },
  elsewhere: { around: ["(", ")"], color: gray, isDashed: true },
  rest: { around: rectangle, color: gray, isDashed: true },
  milestone: { around: [">", "]"], color: gray },
};

const arrows: Readonly<Record<DrawnEdge["kind"], string>> = {
  critical: "==>",
  waiting: "-->",
  satisfied: "-.->",
};

/** Longer than this from left to right, a drawing would be too small to read. */
const longestRow = 6;

export function flowchartLines(drawing: Drawing): readonly string[] {
  const { nodes, edges, groups } = drawing;
  const direction = depthOf(drawing) > longestRow ? "TB" : "LR";
  return [
    `flowchart ${direction}`,
    "  accTitle: What waits for what",
    ...nodes.filter(({ group }) => group === null).map((node) => `  ${nodeText(node)}`),
    ...groups.flatMap((name, index) => groupLines(name, index, nodes)),
    ...edges.map(({ from, to, kind }) => `  ${from} ${arrows[kind]} ${to}`),
    ...classLines(drawing),
  ];
}

function nodeText({ id, lines, look }: DrawnNode): string {
  const [before, behind] = appearances[look].around;
  return `${id}${before}"${lines.map(escapeMermaid).join("<br/>")}"${behind}`;
}

function groupLines(name: string, index: number, nodes: readonly DrawnNode[]): readonly string[] {
  const inside = nodes.filter(({ group }) => group === index);
  return [
    `  subgraph ${groupId(index)}["${escapeMermaid(name)}"]`,
    ...inside.map((node) => `    ${nodeText(node)}`),
    "  end",
  ];
}

function groupId(index: number): string {
  return `g${index}`;
}

function classLines({ nodes, groups }: Drawing): readonly string[] {
  const looks = [...Map.groupBy(nodes, ({ look }) => look)].sort(([a], [b]) => (a < b ? -1 : 1));
  const critical = nodes.filter(({ isCritical }) => isCritical);
  return [
    ...looks.flatMap(([look, those]) => [
      `  classDef ${look} ${styleOf(appearances[look])}`,
      `  class ${idsOf(those)} ${look}`,
    ]),
    ...(critical.length > 0
      ? ["  classDef critical stroke-width:3px", `  class ${idsOf(critical)} critical`]
      : []),
    ...(groups.length > 0
      ? [
          `  classDef group fill:${gray}14,stroke:${gray}66`,
          `  class ${groups.map((_, index) => groupId(index)).join(",")} group`,
        ]
      : []),
  ];
}

function styleOf({ color, isDashed }: Appearance): string {
  const dashes = isDashed ? ",stroke-dasharray:4 3" : "";
  return `fill:${color}26,stroke:${color},stroke-width:1.5px${dashes}`;
}

function idsOf(nodes: readonly DrawnNode[]): string {
  return nodes.map(({ id }) => id).join(",");
}

/** How many nodes stand behind each other on the longest way, or more where a way is a circle. */
function depthOf({ nodes, edges }: Drawing): number {
  const depths = new Map(nodes.map(({ id }) => [id, 1]));
  let deepest = 1;
  for (let isMoving = true; isMoving && deepest <= longestRow; ) {
    isMoving = false;
    for (const { from, to } of edges) {
      const depth = (depths.get(from) ?? 1) + 1;
      if (depth <= (depths.get(to) ?? 1)) continue;
      depths.set(to, depth);
      deepest = Math.max(deepest, depth);
      isMoving = true;
    }
  }
  return deepest;
}
