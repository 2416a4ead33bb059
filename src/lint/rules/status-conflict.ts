// A part that says it is complete above boxes that are not ticked, or not begun above boxes that are.

import { type Chapter, findField, saysComplete } from "../reading/chapters.ts";
import { contradiction, lineWords } from "../reading/contradiction.ts";
import { outlineOf } from "../reading/outline.ts";
import type { LintFinding, Rule } from "../rule.ts";

export const statusConflict: Rule = {
  id: "status-conflict",
  severity: "warning",
  meaning:
    "A part is complete by its heading or status, and has unticked boxes; or it has not begun, and has ticked ones.",
  example: "## Parser ✅\n- [x] Tokens\n- [ ] Tree\n",
  offline: true,
  fixes: false,
  check(subject) {
    return outlineOf(subject).chapters.flatMap((chapter): readonly LintFinding[] => {
      const { open, ticked } = boxLines(chapter);
      const claim = findField(chapter, /^status$/i)?.line ?? chapter.line;
      if (saysComplete(chapter) && open.length > 0) {
        return [describe(claim, "complete", open, "unticked")];
      }
      return saysNotBegun(chapter) && ticked.length > 0
        ? [describe(claim, "not begun", ticked, "ticked")]
        : [];
    });
  },
};

function describe(claim: number, state: string, boxes: readonly number[], kind: string) {
  return contradiction(
    [claim, ...boxes],
    `Line ${claim} says that this part is ${state}, and there are ${kind} boxes under it (${lineWords(boxes)}). Mend the status or the boxes.`,
    [`${state} (line ${claim})`, `${boxes.length} ${kind} (${lineWords(boxes)})`],
    claim,
  );
}

function saysNotBegun(chapter: Chapter): boolean {
  const status = findField(chapter, /^status$/i)?.value ?? "";
  return /^\W*(?:not started|planned|pending|to ?do)\b\W*$/i.test(status);
}

/** Those that belong to the chapter itself. */
function boxLines({ lines }: Chapter) {
  const boxes = lines.filter(({ text }) => /^\s*[-*+]\s+\[[ xX]\]\s+\S/.test(text));
  const isTicked = (text: string) => /^\s*[-*+]\s+\[[xX]\]/.test(text);
  return {
    open: boxes.filter(({ text }) => !isTicked(text)).map(({ line }) => line),
    ticked: boxes.filter(({ text }) => isTicked(text)).map(({ line }) => line),
  };
}
