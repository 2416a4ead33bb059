// A risk that is still active although the part it threatens is complete.

import { type Chapter, saysComplete } from "../reading/chapters.ts";
import { contradiction } from "../reading/contradiction.ts";
import type { DocumentLine } from "../reading/document-lines.ts";
import { outlineOf } from "../reading/outline.ts";
import type { Rule } from "../rule.ts";

const mention = /\b(Milestone|Phase|Sprint|Stage)\s+(\d+(?:\.\d+)*)/giu;

export const activeRiskOnCompleteMilestone: Rule = {
  id: "active-risk-on-complete-milestone",
  severity: "warning",
  meaning: "A risk is listed as active, but what it threatens is complete.",
  example:
    "## Milestone 2: Store ✅\n- **Status**: Complete\n\n## Active Risks\n1. **Risk**: No vendor\n   - **Impact**: Milestone 2 cannot be finished\n",
  offline: true,
  ofPlans: true,
  fixes: false,
  check(subject) {
    const { chapters } = outlineOf(subject);
    const complete = chapters.filter((one) => one.series !== null && saysComplete(one));
    return chapters
      .filter(({ title }) => /^(?:active|open|current) risks?\b/i.test(title))
      .flatMap((register) => risksOf(register))
      .flatMap((risk) =>
        threatened(risk, complete).map(({ line, chapter }) =>
          contradiction(
            [risk[0]?.line ?? line, line, chapter.line],
            `The risk on line ${risk[0]?.line} is active and threatens what line ${chapter.line} says is complete. Resolve the risk, or say on line ${line} what it threatens now.`,
            [`active risk (line ${risk[0]?.line})`, `${chapter.source} (line ${chapter.line})`],
          ),
        ),
      );
  },
};

/** The lines of each entry: an entry begins with a bullet that is not indented. */
function risksOf({ lines }: Chapter): readonly (readonly DocumentLine[])[] {
  const risks: DocumentLine[][] = [];
  for (const line of lines) {
    if (line.kind === "bullet" && line.indent === 0) risks.push([line]);
    else risks.at(-1)?.push(line);
  }
  return risks;
}

function threatened(risk: readonly DocumentLine[], complete: readonly Chapter[]) {
  return risk.flatMap(({ line, text }) =>
    Array.from(text.matchAll(mention)).flatMap(([, word = "", number = ""]) =>
      complete
        .filter(({ series }) => isSeries(series, word, number))
        .map((chapter) => ({ line, chapter })),
    ),
  );
}

function isSeries(series: Chapter["series"], word: string, number: string): boolean {
  return series?.number === number && series.word.toLowerCase() === word.toLowerCase();
}
