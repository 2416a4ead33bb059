// Parts that a person wrote twice and no block says: both stay, and it is told that there are two.

import type { Left, Recogniser } from "../candidate.ts";
import { issuesIn } from "../mentions.ts";
import { withinPart } from "../parts.ts";

const fewest = 3;

export const recogniseRepeatedParts: Recogniser = (subject) => {
  const parts = withinPart(subject.root).filter(({ label, from, to }) => {
    return label !== "" && issuesIn(subject, from, to).length >= fewest;
  });
  const left = parts.flatMap((part, index): readonly Left[] => {
    const issues = issuesIn(subject, part.from, part.to);
    const first = parts.slice(0, index).find((other) => {
      const others = new Set(issuesIn(subject, other.from, other.to));
      const isSameName = other.label.toLowerCase() === part.label.toLowerCase();
      return isSameName && other.to <= part.from && issues.every((number) => others.has(number));
    });
    if (!first) return [];
    const reason = `it repeats line ${first.from + 1}, and no block says what either of them does. Delete the one that is wrong`;
    return [{ from: part.from, to: part.to, block: null, reason }];
  });
  return { candidates: [], left };
};
