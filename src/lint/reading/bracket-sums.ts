// "11 issues (7 core + 2 tools + 2 epics)": the figures in the brackets make up the one before them.

import type { LintFinding } from "../rule.ts";
import { contradiction } from "./contradiction.ts";
import type { Outline } from "./outline.ts";

const sum = /(?<![\d.,/:–—~≈-]\s?)(\d+)\s+\p{L}+\s+\(([^()]*\+[^()]*)\)/gu;
const part = /^\s*(\d+)\s+\p{L}[^\d]*$/u;

export function bracketSums({ lines }: Outline): readonly LintFinding[] {
  const adding = lines.filter(({ text }) => text.includes("+"));
  return adding.flatMap(({ line, text }) =>
    Array.from(text.matchAll(sum)).flatMap(([, total = "", inner = ""]) => {
      const figures = inner.split("+").map((piece) => part.exec(piece)?.[1]);
      if (figures.some((figure) => figure === undefined)) return [];
      const added = figures.reduce((all, figure) => all + Number(figure), 0);
      if (added === Number(total)) return [];
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
