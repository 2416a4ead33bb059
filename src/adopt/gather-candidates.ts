// All that looks like a block's, each line of the document in one passage at most.

import type { Candidate, Left, Recognised, Subject } from "./candidate.ts";
import { recognisers } from "./registry.ts";

/** Lines from 0; `to` is behind the last. */
export interface Lines {
  readonly from: number;
  readonly to: number;
}

/** In order. What touches the `closed` lines is not looked at. */
export function gatherCandidates(subject: Subject, closed: readonly Lines[]): Recognised {
  const all = recognisers.map((recognise) => recognise(subject));
  const isOpen = (span: Lines) => !closed.some((lines) => overlaps(lines, span));
  const found = apart(all.flatMap(({ candidates }) => candidates).filter(isOpen));
  const left = all.flatMap((one) => one.left).filter(isOpen);
  const candidates = joined(found, subject.lines);
  return { candidates, left: apartFrom(left, candidates) };
}

export function overlaps(one: Lines, other: Lines): boolean {
  return one.from < other.to && other.from < one.to;
}

/** Of those that overlap, the longest; of equal ones the first. */
function apart(candidates: readonly Candidate[]): readonly Candidate[] {
  const chosen: Candidate[] = [];
  for (const one of candidates.toSorted((a, b) => b.to - b.from - (a.to - a.from))) {
    if (!chosen.some((other) => overlaps(one, other))) chosen.push(one);
  }
  return chosen.sort((a, b) => a.from - b.from);
}

/** What a block says in one list, people write in several: one for each milestone. */
const writtenInParts = new Set(["moved"]);

/** Such passages of one block with nothing between them are one. */
function joined(candidates: readonly Candidate[], lines: readonly string[]): readonly Candidate[] {
  const runs: Candidate[] = [];
  for (const one of candidates) {
    const last = runs.at(-1);
    const isNext = last?.block === one.block && writtenInParts.has(one.block);
    if (isNext && lines.slice(last.to, one.from).every((line) => line.trim() === "")) {
      const issues = [...new Set([...last.issues, ...one.issues])].sort((a, b) => a - b);
      runs[runs.length - 1] = { ...last, to: one.to, issues };
    } else runs.push(one);
  }
  return runs;
}

function apartFrom(left: readonly Left[], candidates: readonly Candidate[]): readonly Left[] {
  return left
    .filter((one, index) => {
      const isInside = candidates.some((candidate) => overlaps(candidate, one));
      return !isInside && !left.slice(0, index).some((other) => overlaps(other, one));
    })
    .sort((a, b) => a.from - b.from);
}
