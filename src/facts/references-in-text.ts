/**
 * Issues as people name them in texts: "#12", "#404-407", "owner/repo#3", the address of an issue.
 * A list goes on over commas, blanks, "and" and "&".
 */
import { type IssueReference, issueReference } from "../domain/reference.ts";

/** More than this many at once is a slip of the hand, not a range: only its first issue is meant. */
const longestRange = 100;

const dash = "(?:-|–|—|\\.\\.)";
const address = String.raw`https?://[^\s/]+/([\w.-]+/[\w.-]+)/issues/(\d+)(?!\w)`;
/** With blanks around the dash, "#12 - 15 minutes" is no range, but "#12 - #15" is one. */
const short = String.raw`([\w.-]+/[\w.-]+)?#(\d+)(?!\w)(?:(?:${dash}#?|\s${dash}\s#)(\d+)(?!\w))?`;
const one = new RegExp(`${address}|${short}`, "y");
const between = /(?:\s*(?:,|&|\+|\band\b)\s*|\s+)+/iy;

export interface ReferenceList {
  readonly references: readonly IssueReference[];
  /** Where the list ends in the text: the offset behind its last reference. */
  readonly end: number;
}

/** The references from `start` on; none when the text does not begin with one there. */
export function parseReferenceList(text: string, start: number, home: string): ReferenceList {
  const references: IssueReference[] = [];
  let end = start;
  for (let at: number | undefined = start; at !== undefined; at = matchEnd(between, text, end)) {
    one.lastIndex = at;
    const match = one.exec(text);
    if (!match) break;
    references.push(...referencesOf(match, home));
    end = one.lastIndex;
  }
  return { references, end };
}

function referencesOf(match: RegExpExecArray, home: string): readonly IssueReference[] {
  const repository = match[1] ?? match[3] ?? home;
  const first = Number(match[2] ?? match[4]);
  const last = match[5] === undefined ? first : Number(match[5]);
  if (last < first || last - first >= longestRange)
    return [issueReference(home, repository, first)];
  return Array.from({ length: last - first + 1 }, (_, index) =>
    issueReference(home, repository, first + index),
  );
}

function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
