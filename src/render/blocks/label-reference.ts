/** Which labels the plan uses, by dimension, and how many issues carry each. */
import type { PlannedItem } from "../../domain/plan.ts";
import { comparePriorities } from "../../domain/priority.ts";
import { renderTable } from "../../markdown/table.ts";
import { type Block, type BlockContext, linesShown } from "../block.ts";
import { plural } from "../count-text.ts";
import { capitalised, groupName } from "../names.ts";

export const labelReference: Block = {
  name: "label-reference",
  summary: "The labels that the plan is sorted by, and how many issues carry each.",
  kind: "block",
  speaksOfAll: true,
  options: [
    {
      name: "by",
      meaning: "The one label dimension to show.",
      values: "dimensions",
      default: "all that are in use",
    },
  ],
  example: "<!-- milepost:label-reference -->",
  render(context) {
    const { plan, options } = context;
    const wanted = options.get("by");
    const rows = rowsOf(context, wanted === undefined ? plan.dimensions : [wanted]);
    if (rows.length === 0) return "_No issue carries a label that the plan is sorted by._";
    // With one dimension its name is the heading of the column.
    const names = wanted === undefined ? ["Dimension", "Label"] : [dimensionName(wanted)];
    const header = [
      ...names.map((text) => ({ text })),
      { text: "Open", align: "right" as const },
      { text: "All", align: "right" as const },
    ];
    const shown = rows
      .slice(0, linesShown)
      .map(([dimension, ...cells]) => (wanted === undefined ? [dimension, ...cells] : cells));
    const table = renderTable(header, shown).trimEnd();
    const hidden = rows.length - linesShown;
    return hidden > 0 ? `${table}\n\n_And ${plural(hidden, "label")} more._` : table;
  },
};

type Row = readonly [dimension: string, label: string, open: string, all: string];

function rowsOf(context: BlockContext, dimensions: readonly string[]): readonly Row[] {
  const items = itemsOf(context);
  return dimensions.flatMap((dimension) =>
    labelsOf(items, dimension).map(([label, carriers]): Row => {
      const open = carriers.filter(({ resolution }) => resolution === null);
      const counts = [String(open.length), String(carriers.length)] as const;
      return [dimensionName(dimension), groupName(label), ...counts];
    }),
  );
}

function dimensionName(dimension: string): string {
  return capitalised(groupName(dimension));
}

/** Of all milestones means of the whole repository: what is in none carries labels too. */
function itemsOf({ plan, milestones }: BlockContext): readonly PlannedItem[] {
  const items = [...plan.items.values()];
  if (milestones.length === plan.milestones.length) return items;
  const inside = new Set<number | null>(milestones.map(({ number }) => number));
  return items.filter(({ milestone }) => inside.has(milestone));
}

type Carriers = readonly [label: string, items: readonly PlannedItem[]];

/** Priorities in their order, other labels by name. */
function labelsOf(items: readonly PlannedItem[], dimension: string): readonly Carriers[] {
  const carriers = items.filter(({ dimensions }) => Object.hasOwn(dimensions, dimension));
  const byLabel = Map.groupBy(carriers, ({ dimensions }) => dimensions[dimension] ?? "");
  const compare = dimension === "priority" ? comparePriorities : byName;
  return [...byLabel].sort(([a], [b]) => compare(a, b));
}

function byName(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}
