// From what a recogniser found to a candidate.

import type { Candidate, Found, Subject } from "./candidate.ts";
import { issuesIn } from "./mentions.ts";

export function candidateOf(subject: Subject, found: Found): Candidate {
  const issues = issuesIn(subject, found.from, found.to);
  return {
    kept: 0,
    isHeaded: false,
    isWhole: true,
    comparesWords: false,
    options: {},
    ...found,
    issues,
  };
}
