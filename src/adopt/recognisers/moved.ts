// Lists of what went to other milestones: "Moved to M3: …", or one list with a line for each.

import type { Candidate, Left, Recogniser, Subject } from "../candidate.ts";
import { candidateOf } from "../found.ts";
import { issuesIn } from "../mentions.ts";
import { isEmptyLine, type Part, withinPart } from "../parts.ts";
import { endOfList, findSentence } from "../sentences.ts";

const movedLabel = /\b(?:moved|reassigned|deferred|postponed)\b/i;
const targetLine = /^\s*[-*+]\s+\W*To\s+\S[^:]*:/u;

export const recogniseMoved: Recogniser = (subject) => {
  if (subject.milestone === null) return { candidates: [], left: [] };
  const candidates: Candidate[] = [];
  const left: Left[] = [];
  for (const part of withinPart(subject.root)) {
    const isHeading = part.section.level > 0;
    const to = isHeading ? part.to : endOfList(subject.lines, part.from, part.to);
    const span = { block: "moved", from: part.from, to };
    if (issuesIn(subject, part.from, part.to).length === 0) continue;
    if (!isMovedList(part, subject)) {
      if (isAbout(part)) left.push({ ...span, reason: notAList });
      continue;
    }
    const sentence = findSentence(subject.lines, part.from, to);
    if (sentence !== null) {
      left.push({ ...span, reason: `line ${sentence + 1} says more than a list does` });
      continue;
    }
    const reason = "a lead-in for what was moved, with its issues and where they went";
    const isHeaded = movedLabel.test(part.parent?.label ?? "");
    candidates.push(candidateOf(subject, { ...span, reason, isHeaded }));
  }
  return { candidates, left };
};

const notAList =
  "it says where issues went, but by its heading it is about something else: whether that may go, only you know";

function isMovedList(part: Part, { lines }: Subject): boolean {
  if (!movedLabel.test(part.label) || /^(?:note|rationale)\b/i.test(part.label)) return false;
  if (part.section.target !== null) return true;
  const body = lines.slice(part.from + 1, part.to).filter((line) => !isEmptyLine(line));
  return body.length > 0 && body.every((line) => targetLine.test(line));
}

/** Of headings only, so that one passage is spoken of once. */
function isAbout({ section, label }: Part): boolean {
  return section.level > 0 && section.target !== null && !movedLabel.test(label);
}
