// Text that was written as UTF-8, read as another encoding and saved again.

import { findRepair, type Repair } from "../../encoding/repair.ts";
import { lineWords } from "../reading/contradiction.ts";
import type { LintFinding, Rule } from "../rule.ts";

export const mojibake: Rule = {
  id: "mojibake",
  severity: "error",
  meaning:
    "The document was saved in a wrong encoding, so that marks and letters stand there as two or three odd ones each.",
  example: "- âœ… #4 Parser â€“ done\n",
  offline: true,
  fixes: true,
  check({ text }) {
    const repair = findRepair(text);
    return repair === null ? [] : [describe(text, repair)];
  },
};

function describe(text: string, { codePage, pieces, refilled, left }: Repair): LintFinding {
  const lines = linesOf(
    text,
    pieces.map(({ start }) => start),
  );
  const message = [
    `${counted(pieces.length, "character")} of this document ${pieces.length === 1 ? "was" : "were"} taken for ${codePage} when it was saved (${lineWords(lines)}). Run \`milepost lint --fix\`, or save it as UTF-8 from where it is whole.`,
    ...(refilled > 0
      ? [`The fix refills ${counted(refilled, "character")} that had lost a byte.`]
      : []),
    ...(left > 0
      ? [
          `${counted(left, "character")} had lost a byte and could have been several: mend these by hand.`,
        ]
      : []),
  ].join(" ");
  const first = pieces[0];
  const claims = [text.slice(first?.start, first?.end), first?.text ?? ""];
  return { line: lines[0] ?? 1, lines, message, claims, edits: pieces };
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

/** The lines in which these offsets lie, which are in order; each once. */
function linesOf(text: string, offsets: readonly number[]): readonly number[] {
  const breaks = [...text.matchAll(/\r\n|\n|\r/g)].map(({ index }) => index);
  let before = 0;
  const lines = offsets.map((offset) => {
    while (before < breaks.length && (breaks[before] ?? 0) < offset) before += 1;
    return before + 1;
  });
  return [...new Set(lines)];
}
