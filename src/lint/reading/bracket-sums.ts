// "11 issues (7 core + 2 tools + 2 epics)": the figures in the brackets make up the one before them.

import type { LintFinding } from "../rule.ts";
import { contradiction } from "./contradiction.ts";
import type { Outline } from "./outline.ts";

/** What a plan counts. A folder counts as one, and holds several of other things. */
const sum =
  /(?<![\d.,/:–—~≈-]\s?)(\d+)\s+(?:issues|items|tasks|tickets|points|stories|hours|days)\s+\(([^()]*\+[^()]*)\)/gu;
const part = /^\s*(\d+)\s+\p{L}[^\d]*$/u;

export function bracketSums({ lines }: Outline): readonly LintFinding[] {
  const adding = lines.filter(({ text }) => text.includes("+"));
  return adding.flatMap(({ line, text }) =>
    Array.from(text.matchAll(sum)).flatMap(([, total = "", inner = ""]) => {
      const figures = inner.split("+").map((piece) => part.exec(piece)?.[1]);
      if (figures.some((figure) => figure === undefined)) return [];
      const added = figures.reduce((all, figure) => all + Number(figure), 0);
      // Where they are far apart, it is no sum: "1 request (2 files + 3 tests)".
      if (added === Number(total) || Math.abs(added - Number(total)) * 3 > added) return [];
      return [
        contradiction(
          [line],
          `Line ${line} says ${total} and splits it into figures that add up to ${added}. Mend the one that is wrong.`,
          [`${total} (line ${line})`, `${inner.trim()} = ${added}`],
        ),
      ];
    }),
  );
}
