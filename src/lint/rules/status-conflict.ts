// A part that says it is complete above boxes that are not ticked, or not begun above boxes that are.

import { type Chapter, findField, saysComplete } from "../reading/chapters.ts";
import { contradiction, lineWords } from "../reading/contradiction.ts";
import type { DocumentLine } from "../reading/document-lines.ts";
import { isLeftOut } from "../reading/left-out.ts";
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
      const isComplete = saysComplete(chapter);
      const isAhead = saysNotBegun(chapter);
      if (!isComplete && !isAhead) return [];
      const { open, ticked } = boxLines(chapter);
      const claim = findField(chapter, /^status$/i)?.line ?? chapter.line;
      // None ticked is a form to be filled in later.
      if (isComplete && open.length > 0 && ticked.length > 0) {
        return [describe(claim, "complete", open, "unticked")];
      }
      return isAhead && ticked.length > 0 ? [describe(claim, "not begun", ticked, "ticked")] : [];
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

/** Those that belong to the chapter itself; open ones only of lists in which others are ticked. */
function boxLines(chapter: Chapter) {
  const lists = boxLists(chapter);
  const mixed = lists.filter((list) => list.some(isTicked));
  return {
    open: mixed.flatMap((list) => list.filter(isExpected)).map(({ line }) => line),
    ticked: lists.flatMap((list) => list.filter(isTicked)).map(({ line }) => line),
  };
}

/** A list ends where words begin: what stands under "Next steps:" is none of what is complete. */
function boxLists({ lines }: Chapter): readonly (readonly DocumentLine[])[] {
  const lists: DocumentLine[][] = [[]];
  for (const line of lines) {
    if (box.test(line.text)) lists.at(-1)?.push(line);
    else if (line.kind === "words" && line.indent === 0) lists.push([]);
  }
  return lists;
}

const box = /^\s*[-*+]\s+\[[ xX]\]\s+\S/;

function isTicked({ text }: DocumentLine): boolean {
  return /^\s*[-*+]\s+\[[xX]\]/.test(text);
}

function isExpected(line: DocumentLine): boolean {
  return !(isTicked(line) || isLeftOut(line.text));
}
