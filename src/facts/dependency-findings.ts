/** What is wrong with whom an issue waits for, worded so that a person knows what to do. */
import type { ObservedIssue } from "../domain/observation.ts";
import type { Finding } from "../domain/project.ts";
import type { IssueReference } from "../domain/reference.ts";

/** References named in one message. */
const longestList = 5;

/** `unknown`: named in its text, and nothing is known of them. `secrets`: how many open ones may not be named. */
export function dependencyFindings(
  issue: ObservedIssue,
  unknown: readonly IssueReference[],
  secrets: number,
): readonly Finding[] {
  return [
    ...(unknown.length > 0 ? unknownReferences(issue, unknown) : []),
    ...(issue.hiddenBlockers + secrets > 0 ? outOfSight(issue, secrets) : []),
  ];
}

/** One finding for all the numbers, one for all elsewhere: a text may hold a hundred. */
function unknownReferences(
  issue: ObservedIssue,
  unknown: readonly IssueReference[],
): readonly Finding[] {
  const numbers = unknown.filter((one) => typeof one === "number");
  const elsewhere = unknown.filter((one) => typeof one !== "number");
  const messages = [
    ...(numbers.length > 0 ? [noSuchIssue(issue, numbers)] : []),
    ...(elsewhere.length > 0 ? [notSeen(issue, elsewhere)] : []),
  ];
  return messages.map((message) => ({
    rule: "unknown-reference",
    severity: "warning",
    issues: [issue.number],
    milestone: issue.milestone,
    message,
  }));
}

function outOfSight(
  { number, milestone, hiddenBlockers }: ObservedIssue,
  secrets: number,
): readonly Finding[] {
  const messages = [
    ...(hiddenBlockers > 0
      ? [
          `#${number} waits for ${issues(hiddenBlockers)} of a repository that Milepost may not read, so ${hiddenBlockers === 1 ? "it counts" : "they count"} as open. Install Milepost there too, or remove the dependency.`,
        ]
      : []),
    ...(secrets > 0
      ? [
          `#${number} waits for ${issues(secrets)} of a private repository, which a public plan does not name. See "Relationships" in #${number}.`,
        ]
      : []),
  ];
  return messages.map((message) => ({
    rule: "blocker-out-of-sight",
    severity: "info",
    issues: [number],
    milestone,
    message,
  }));
}

function issues(count: number): string {
  return count === 1 ? "an issue" : `${count} issues`;
}

function noSuchIssue(issue: ObservedIssue, numbers: readonly number[]): string {
  const which = numbers.length === 1 ? "is no issue" : "are no issues";
  return `The text of #${issue.number} says it waits for ${list(numbers)}, which ${which} of this repository (a pull request, or deleted, or moved elsewhere). Correct the text or remove the words.`;
}

function notSeen(issue: ObservedIssue, elsewhere: readonly IssueReference[]): string {
  const [itsState, itCounts, it] =
    elsewhere.length === 1
      ? ["its state", "it counts", "it"]
      : ["their states", "they count", "them"];
  return `The text of #${issue.number} says it waits for ${list(elsewhere)}. From words alone ${itsState} can't be followed, so ${itCounts} as open: add ${it} under "Relationships" as "blocked by", or remove the words.`;
}

function list(references: readonly IssueReference[]): string {
  const rest = references.length - longestList;
  const shown = references.slice(0, longestList).join(", ");
  return rest > 0 ? `${shown} and ${rest} more` : shown;
}
