// Parts that a person wrote twice and no block says: both stay, and it is told that there are two.

import type { Left, Recogniser, Subject } from "../candidate.ts";
import { issuesIn } from "../mentions.ts";
import { type Part, withinPart } from "../parts.ts";

const fewest = 3;

export const recogniseRepeatedParts: Recogniser = (subject) => {
  const named = withinPart(subject.root).filter(({ label }) => label !== "");
  const left = [...byName(named).values()].flatMap((same) => repeatedAmong(same, subject));
  return { candidates: [], left: left.sort((a, b) => a.from - b.from) };
};

/** By their names, whatever the case of these. */
function byName(parts: readonly Part[]): ReadonlyMap<string, readonly Part[]> {
  return Map.groupBy(parts, ({ label }) => label.toLowerCase());
}

function repeatedAmong(parts: readonly Part[], subject: Subject): readonly Left[] {
  const listed = parts
    .map(({ from, to }) => ({ from, to, issues: issuesIn(subject, from, to) }))
    .filter(({ issues }) => issues.length >= fewest)
    .map((one) => ({ ...one, set: new Set(one.issues) }));
  return listed.flatMap(({ from, to, issues }, index): readonly Left[] => {
    const hasAll = (set: ReadonlySet<number>) => issues.every((number) => set.has(number));
    const first = listed.find((one, at) => at < index && one.to <= from && hasAll(one.set));
    if (!first) return [];
    const reason = `it repeats line ${first.from + 1}, and no block says what either of them does. Delete the one that is wrong`;
    return [{ from, to, block: null, reason }];
  });
}
