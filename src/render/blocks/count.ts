/** The count within a sentence. */
import type { Count } from "../../domain/plan.ts";
import type { Range } from "../../domain/project.ts";
import type { Block, BlockContext } from "../block.ts";
import { amountText, countText, rangeText } from "../count-text.ts";
import { sumOf } from "../sums.ts";

export const count: Block = {
  name: "count",
  summary: "The count in words of a sentence: 39/50 (78%).",
  kind: "inline",
  options: [
    {
      name: "show",
      meaning: "Which figure: all of it, or what is done, open, the total or the percent alone.",
      values: ["all", "done", "total", "open", "percent"],
      default: "all",
    },
  ],
  example: "<!-- milepost:count milestone=2 -->",
  render(context) {
    return figure(context, sumOf(context.milestones));
  },
};

function figure({ plan, options }: BlockContext, sum: Count): string {
  const amount = (range: Range) =>
    plan.unit === "issues" ? rangeText(range) : amountText(range, plan.unit);
  switch (options.get("show")) {
    case "done":
      return amount(sum.done);
    case "total":
      return amount(sum.total);
    case "open":
      return amount(minus(sum.total, sum.done));
    case "percent":
      return sum.percent === null ? "0/0" : `${sum.percent}%`;
    default:
      return countText(sum, plan.unit);
  }
}

function minus(a: Range, b: Range): Range {
  return { low: a.low - b.low, high: a.high - b.high };
}
