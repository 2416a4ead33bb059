/**
 * How each case of the failure policy is known by what GitHub answered: the first row that fits. Words count
 * only where GitHub gives no type.
 */
import type { FailureCase } from "../engine/failure-policy.ts";

/** One failure of an answer; a GraphQL answer may hold several. */
export interface Failure {
  /** HTTP's; 0 for an error within a GraphQL answer. */
  readonly status: number;
  /** GraphQL's; "" in REST. */
  readonly type: string;
  readonly message: string;
  /** There was no answer at all. */
  readonly isUnanswered: boolean;
  /** A mutation was understood and not done. */
  readonly isRefusal: boolean;
  readonly limit: "primary-limit" | "secondary-limit" | null;
}

interface Row {
  readonly is: FailureCase;
  readonly when: (failure: Failure) => boolean;
  /** In a read the words or the status mean something else. */
  readonly isOfWrites?: true;
}

const ownFaults = new Set(["INTERNAL", "SERVICE_UNAVAILABLE", "RESOURCE_LIMITS_EXCEEDED"]);
const missing = new Set([404, 410, 451]);
const tookTooLong = /timed? ?-?out|respond to your request in time/i;

const rows: readonly Row[] = [
  { is: "missing-part", when: ({ type }) => type === "NOT_FOUND", isOfWrites: true },
  { is: "primary-limit", when: ({ limit }) => limit === "primary-limit" },
  { is: "secondary-limit", when: ({ limit }) => limit === "secondary-limit" },
  { is: "stale-head", when: ({ type }) => type === "STALE_DATA" },
  { is: "archived", when: ({ message }) => /archived so is read-only/i.test(message) },
  { is: "suspended", when: ({ message }) => /installation has been suspended/i.test(message) },
  { is: "issues-disabled", when: ({ message }) => /issues (are|has been) disabled/i.test(message) },
  { is: "protected-branch", when: ({ type }) => type === "BRANCH_PROTECTION_RULE_VIOLATION" },
  { is: "branch-rules", when: ({ message }) => /repository rule violations/i.test(message) },
  { is: "missing", when: ({ status, type }) => missing.has(status) || type === "NOT_FOUND" },
  { is: "unauthorized", when: ({ status }) => status === 401 },
  { is: "locked", when: ({ status, message }) => status === 403 && /\blocked\b/i.test(message) },
  { is: "forbidden", when: ({ status, type }) => status === 403 || type === "FORBIDDEN" },
  { is: "timeout", when: ({ status, message }) => isServers(status) && tookTooLong.test(message) },
  { is: "connection-lost", when: ({ isUnanswered }) => isUnanswered },
  { is: "server-error", when: ({ status, type }) => status >= 500 || ownFaults.has(type) },
  { is: "timeout", when: ({ message }) => tookTooLong.test(message) },
  { is: "server-error", when: ({ message }) => /something went wrong/i.test(message) },
  {
    is: "invalid",
    when: ({ status, type, isRefusal }) => status === 422 || type === "UNPROCESSABLE" || isRefusal,
    isOfWrites: true,
  },
];

function isServers(status: number): boolean {
  return status >= 500;
}

/** The case of an answer with these failures, and the one that makes it; "unknown" where no row fits. */
export function findCase(
  failures: readonly Failure[],
  during: "read" | "write",
): { readonly is: FailureCase; readonly failure: Failure | null } {
  for (const { is, when, isOfWrites } of rows) {
    if (isOfWrites && during === "read") continue;
    const failure = failures.find(when);
    if (failure) return { is, failure };
  }
  return { is: "unknown", failure: null };
}
