// A table of contents: a list of links to the document's own headings.

import { encodeText } from "../../markdown/bytes.ts";
import { findHeadings } from "../../markdown/headings.ts";
import type { Candidate, Recogniser } from "../candidate.ts";
import { candidateOf } from "../found.ts";

const link = /^\s*(?:[-*+]|\d{1,9}[.)])\s+\[[^\]]*\]\(#([^)\s]+)\)\s*$/;
const fewest = 3;
const lowestListed = 4;

export const recogniseContents: Recogniser = (subject) => {
  const runs: { from: number; to: number }[] = [];
  subject.lines.forEach((line, index) => {
    if (!link.test(line)) return;
    const last = runs.at(-1);
    if (last?.to === index) last.to = index + 1;
    else runs.push({ from: index, to: index + 1 });
  });
  const headings = runs.length === 0 ? [] : findHeadings(encodeText(subject.text));
  const candidates = runs.flatMap(({ from, to }): readonly Candidate[] => {
    const anchors = subject.lines.slice(from, to).map((line) => link.exec(line)?.[1]);
    const found = headings.filter(({ anchor }) => anchors.includes(anchor));
    const levels = found.map(({ level }) => level);
    const [first, last] = [Math.min(...levels), Math.max(...levels)];
    if (anchors.length < fewest || found.length !== anchors.length) return [];
    if (first < 2 || last > lowestListed) return [];
    const options = { from: String(first), to: String(last) };
    const reason = "a list of links to the headings of the document";
    const span = { block: "toc", from, to, reason, options, isHeaded: true };
    return [candidateOf(subject, span)];
  });
  return { candidates, left: [] };
};
