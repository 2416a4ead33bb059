// An epic that is listed as open although nothing of it that the document names is left in this plan.

import { contradiction, lineWords } from "../reading/contradiction.ts";
import { type Outline, outlineOf } from "../reading/outline.ts";
import type { Rule } from "../rule.ts";

const children = /\bEpic\s+#(\d+)\s+(?:child|sub)[- ]?issues?\b([^.;]*)/gi;

export const epicClosable: Rule = {
  id: "epic-closable",
  severity: "info",
  meaning: "An epic is open, but all of its issues that the document names are moved away or done.",
  example:
    "## Remaining (3 issues)\n- #4 Epic: parser\n- #8 Docs\n- #9 Site\n\n**Note:** Epic #4 child issues #5, #6 moved to M3\n\n**Moved to M3:** #5, #6\n",
  offline: true,
  ofPlans: true,
  fixes: false,
  check(subject) {
    const outline = outlineOf(subject);
    const naming = outline.lines.filter(({ text }) => text.includes("#") && /epic/i.test(text));
    return naming.flatMap(({ line, text }) =>
      Array.from(text.matchAll(children)).flatMap(([, number = "", rest = ""]) => {
        const open = openLines(outline, Number(number));
        const named = namedChildren(outline, line, rest);
        if (open.length === 0 || named.length === 0 || !named.every((one) => isGone(outline, one)))
          return [];
        return [
          contradiction(
            [...open, line],
            `Epic #${number} is open (${lineWords(open)}), but its issues are all moved or done (line ${line}). Close it, or move it to where they are.`,
            [
              `#${number} open (${lineWords(open)})`,
              `${named.length} of its issues gone (line ${line})`,
            ],
            line,
          ),
        ];
      }),
    );
  },
};

function openLines({ placements }: Outline, epic: number): readonly number[] {
  const here = placements.find(({ number }) => number === epic)?.here ?? [];
  return here.map(({ line }) => line);
}

/** In the sentence itself, or else in the part that it is about. */
function namedChildren({ parts }: Outline, line: number, rest: string): readonly number[] {
  const inSentence = Array.from(rest.matchAll(/#(\d+)/g), ([, number]) => Number(number));
  if (inSentence.length > 0) return inSentence;
  const part = parts.findLast((one) => one.level > 0 && one.line <= line);
  const after = part ? [part, ...part.parts].flatMap(({ mentions }) => mentions) : [];
  return after.filter((mention) => mention.line > line).map(({ number }) => number);
}

function isGone({ placements }: Outline, number: number): boolean {
  const placement = placements.find((one) => one.number === number);
  return placement !== undefined && placement.moved.size + placement.done.length > 0;
}
