/** A table of contents. Lists hold no headings, so rendering it never changes what it lists. */
import type { Heading } from "../../markdown/headings.ts";
import { type Block, linesShown } from "../block.ts";
import { numberOf } from "../block-options.ts";
import { plural } from "../count-text.ts";
import { headingText } from "../names.ts";

/** Blocks whose headings are parts of the document; those of others would drown them. */
const listedRegions: readonly (string | null)[] = [null, "milestone-sections"];

const levels = ["1", "2", "3", "4", "5", "6"];

export const toc: Block = {
  name: "toc",
  summary: "The document's headings as links, those of milestone sections too.",
  kind: "block",
  readsDocument: true,
  options: [
    {
      name: "from",
      meaning: "The highest level of headings to list.",
      values: levels,
      default: "2",
    },
    {
      name: "to",
      meaning: "The lowest level of headings to list.",
      values: levels,
      default: "3",
    },
  ],
  example: "<!-- milepost:toc from=2 to=3 -->",
  render({ document, options }) {
    const from = numberOf(options, "from", 2);
    const to = numberOf(options, "to", Math.max(3, from));
    const listed = document.headings.filter(
      ({ level, region }) => from <= level && level <= to && listedRegions.includes(region),
    );
    if (listed.length === 0) return "_There is no heading to list._";
    const hidden = listed.length - linesShown;
    const lines = nested(listed.slice(0, linesShown));
    return hidden > 0
      ? `${lines.join("\n")}\n\n_And ${plural(hidden, "heading")} more._`
      : lines.join("\n");
  },
};

/** A heading that skips a level stands one step in all the same. */
function nested(headings: readonly Heading[]): readonly string[] {
  const open: number[] = [];
  return headings.map(({ level, text, anchor }) => {
    while ((open.at(-1) ?? 0) >= level) open.pop();
    const indent = "  ".repeat(open.length);
    open.push(level);
    return `${indent}- [${headingText(text)}](#${anchor})`;
  });
}
