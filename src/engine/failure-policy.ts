/**
 * What Milepost does about what GitHub answers: one row for each case, all of them here. How a case is known
 * by its answer is said in github/failure-cases.ts, which must name every case of the kind "answer". Whatever
 * the case, it concerns one repository (a limit: one installation); the others go on.
 */

/** What the engine is told, and does. */
export type Outcome =
  /** The job runs again after a wait. */
  | "retry"
  /** The job reads and computes again at once. */
  | "read-again"
  /** What was refused is left out; the rest of the job goes on where it can. */
  | "refused"
  /** Nothing can be done here until an event says otherwise. */
  | "gone"
  /** A fault of ours: the job is given up until the next event. */
  | "fault"
  /** No failure: the job goes on with what there is. */
  | "go-on"
  /** No failure: nothing is written. */
  | "skip";

export interface FailureRow {
  readonly answer: string;
  readonly outcome: Outcome;
  /** When it is tried again. */
  readonly again: string;
  /** Who learns of it, and how. */
  readonly told: string;
}

/** Words for `defaultRetries` of the queues. */
const waits = "after 1 s, 5 s, 30 s, 2 min, then every 10 min";
const warned = "a warning in the log at each try";
const silent = "a line in the log";

export const failurePolicy = {
  "primary-limit": {
    answer: "403 or 429 with no calls remaining, or RATE_LIMITED: the hour's allowance is used up",
    outcome: "retry",
    again: "when GitHub's hour begins anew; no call of the installation before that",
    told: warned,
  },
  "secondary-limit": {
    answer: "403 or 429 that speaks of a secondary rate limit",
    outcome: "retry",
    again:
      "after `retry-after`, or 60 s where GitHub names no time; no call of the installation before that",
    told: warned,
  },
  "server-error": {
    answer: "a 5xx, or a GraphQL error of GitHub's own making",
    outcome: "retry",
    again: `reads twice at once, with smaller pages; the job ${waits}. A write is never sent again blindly: the job reads first`,
    told: warned,
  },
  timeout: {
    answer: "no answer within 30 s, or GitHub's own time limit",
    outcome: "retry",
    again: `like a 5xx: ${waits}`,
    told: warned,
  },
  "connection-lost": {
    answer: "none, or half of one: the connection was refused, cut or reset",
    outcome: "retry",
    again: `like a 5xx: ${waits}`,
    told: warned,
  },
  "partial-answer": {
    answer: "a GraphQL answer with a part missing: a named issue, another repository",
    outcome: "go-on",
    again: "at the next event",
    told: "what may not be read counts as open and is shown as unknown",
  },
  unauthorized: {
    answer: "401: the token is not accepted, often only for a moment",
    outcome: "retry",
    again: waits,
    told: warned,
  },
  suspended: {
    answer: "403: the installation has been suspended",
    outcome: "gone",
    again: "when it is unsuspended, with a full read",
    told: silent,
  },
  missing: {
    answer: "404, 410, 451 or NOT_FOUND for the repository: deleted, or out of reach",
    outcome: "gone",
    again: "at its next event",
    told: silent,
  },
  "missing-part": {
    answer: "NOT_FOUND in a write: the issue or the branch it is about may be gone",
    outcome: "retry",
    again: `${waits}: the job reads first, and then knows`,
    told: warned,
  },
  moved: {
    answer: "the repository under a new name: renamed, while a job for the old one waited",
    outcome: "go-on",
    again:
      "not needed: the job writes under the new name. Out of reach after a transfer, it is gone",
    told: silent,
  },
  archived: {
    answer: "an archived repository, or a write refused because it was archived in between",
    outcome: "gone",
    again: "when it is unarchived",
    told: silent,
  },
  "issues-disabled": {
    answer: "a repository without issues, or a write refused for that",
    outcome: "gone",
    again: "when issues are enabled",
    told: silent,
  },
  "stale-head": {
    answer: "STALE_DATA: the branch has moved since it was read",
    outcome: "read-again",
    again: `at once, three times at most; then ${waits}`,
    told: silent,
  },
  "protected-branch": {
    answer: "BRANCH_PROTECTION_RULE_VIOLATION on a commit",
    outcome: "refused",
    again: "once a day",
    told: "one pull request with the documents, named in the status issue; a finding where that is refused too",
  },
  "branch-rules": {
    answer: "a commit that violates repository rules (rulesets)",
    outcome: "refused",
    again: "once a day",
    told: "as with branch protection",
  },
  locked: {
    answer: "403: the conversation is locked",
    outcome: "refused",
    again: "at the next event that asks for it",
    told: silent,
  },
  forbidden: {
    answer: "403 or FORBIDDEN: a permission is missing",
    outcome: "refused",
    again: "at the next event; once a day for commits",
    told: "a command is answered; documents give a finding; an error in the log where the read itself is refused",
  },
  invalid: {
    answer: "422 or UNPROCESSABLE in a write: GitHub will not have it so",
    outcome: "refused",
    again: "at the next event; once a day for commits",
    told: "a command is answered with GitHub's words; documents give a finding",
  },
  unknown: {
    answer: "anything else",
    outcome: "fault",
    again: "at the next event, restart or resync, with a full read",
    told: "an error in the log with the delivery's id",
  },
} as const satisfies Readonly<Record<string, FailureRow>>;

export type FailureCase = keyof typeof failurePolicy;
