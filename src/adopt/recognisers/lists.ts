// The lists that tell of a whole milestone: what remains, what is done, what was moved, what was a duplicate.

import type { Candidate, Left, Recogniser, Subject } from "../candidate.ts";
import { candidateOf } from "../found.ts";
import { isGroupName } from "../group-names.ts";
import { issuesIn } from "../mentions.ts";
import { type Part, withinPart } from "../parts.ts";
import { endOfList, findSentence } from "../sentences.ts";

interface ListKind {
  readonly block: string;
  readonly label: RegExp;
  readonly isList: (part: Part, subject: Subject) => boolean;
  readonly reason: string;
}

const kinds: readonly ListKind[] = [
  {
    block: "remaining",
    label: /^(?:remaining|outstanding|to ?do|still open|open (?:issues|items|work|tasks))\b/i,
    isList: ({ section }, subject) => section.counts.length > 0 || lists(section, subject),
    reason: "a lead-in for what remains, with issues or their count",
  },
  {
    block: "complete",
    label: /^(?:all )?(?:complete|completed|done|closed|finished|shipped)\b/i,
    isList: (part, subject) => lists(part.section, subject) && !saysAllDone(part),
    reason: "a lead-in for what is complete, with its issues",
  },
  {
    block: "duplicates",
    label: /^duplicates?\b/i,
    isList: ({ section }, subject) => lists(section, subject),
    reason: "a lead-in for duplicates, with their issues",
  },
];

export const recogniseLists: Recogniser = (subject) => {
  if (subject.milestone === null) return { candidates: [], left: [] };
  const candidates: Candidate[] = [];
  const left: Left[] = [];
  for (const part of withinPart(subject.root)) {
    const kind = kinds.find(({ label }) => label.test(part.label));
    if (!kind?.isList(part, subject) || isOfOneGroup(part, subject)) continue;
    const { block, reason } = kind;
    const isHeaded = part.section.level > 0;
    const to = isHeaded ? part.to : endOfList(subject.lines, part.from, part.to);
    const span = { block, from: part.from, to };
    const sentence = findSentence(subject.lines, part.from, to);
    if (sentence === null) {
      const found = { ...span, from: part.from + Number(isHeaded), reason, isHeaded };
      candidates.push(candidateOf(subject, found));
    } else {
      left.push({ ...span, reason: `line ${sentence + 1} says more than a list does` });
    }
  }
  return { candidates, left };
};

function lists(section: Part["section"], subject: Subject): boolean {
  const from = section.place.line - 1;
  return section.items.length > 0 && issuesIn(subject, from, subject.lines.length).length > 0;
}

/** "Complete (5/5)" tells of a part of the plan; the whole has more to come, or says so on top. */
function saysAllDone({ section }: Part): boolean {
  return section.counts.some(({ done, total }) => done === total);
}

/** Under the heading of a group, or deep down, a list is of a part of the plan. */
function isOfOneGroup(part: Part, { milestone }: Subject): boolean {
  for (let at = part.parent; at; at = at.parent) {
    if (at.section.level > 2 || isGroupName(at.label, milestone)) return true;
    if (at.section.level === 0 && at.parent !== null) return true;
  }
  return false;
}
