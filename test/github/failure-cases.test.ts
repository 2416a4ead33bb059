import { describe, expect, test } from "#test";
import { defaultRetries } from "../../src/backends/judge-failure.ts";
import { type FailureCase, failurePolicy } from "../../src/engine/failure-policy.ts";
import { type Failure, findCase } from "../../src/github/failure-cases.ts";

const failure = (more: Partial<Failure>): Failure => ({
  ...{ status: 0, type: "", message: "", isUnanswered: false, isRefusal: false, limit: null },
  ...more,
});

/** What GitHub answers with in each case; those that are no failed call have none. */
const answers: Readonly<
  Record<Exclude<FailureCase, "partial-answer" | "moved">, readonly Partial<Failure>[]>
> = {
  "primary-limit": [{ status: 403, limit: "primary-limit" }],
  "secondary-limit": [{ status: 429, limit: "secondary-limit" }],
  "server-error": [
    { status: 502, message: "Server Error" },
    { type: "INTERNAL" },
    { type: "SERVICE_UNAVAILABLE" },
    { message: "Something went wrong while executing your query." },
  ],
  timeout: [
    { status: 500, isUnanswered: true, message: "The operation was aborted due to timeout" },
    { message: "Timeout while waiting for the answer" },
    { status: 502, message: "We couldn't respond to your request in time." },
  ],
  "connection-lost": [{ status: 500, isUnanswered: true, message: "other side closed" }],
  unauthorized: [{ status: 401, message: "Bad credentials" }],
  suspended: [{ status: 403, message: "This installation has been suspended" }],
  missing: [{ status: 404 }, { status: 451 }, { status: 410, message: "Gone" }],
  "missing-part": [{ type: "NOT_FOUND" }],
  archived: [
    { status: 403, message: "Repository was archived so is read-only." },
    { type: "UNPROCESSABLE", message: "Repository was archived so is read-only." },
  ],
  "issues-disabled": [{ status: 410, message: "Issues are disabled for this repo" }],
  "stale-head": [{ type: "STALE_DATA", message: "Expected branch to point to" }],
  "protected-branch": [{ type: "BRANCH_PROTECTION_RULE_VIOLATION" }],
  "branch-rules": [{ type: "UNPROCESSABLE", message: "Repository rule violations found" }],
  locked: [{ status: 403, message: "Unable to create comment because issue is locked." }],
  forbidden: [
    { status: 403, message: "Resource not accessible by integration" },
    { status: 403, message: "You can't comment: you are blocked." },
    { type: "FORBIDDEN" },
  ],
  invalid: [{ status: 422, message: "Validation Failed" }, { type: "UNPROCESSABLE" }],
  unknown: [{ status: 400, message: "Problems parsing JSON" }, {}],
};

const samples = Object.entries(answers).flatMap(([is, all]) =>
  all.map((answer) => [is, answer] as const),
);

describe("an answer to a write", () => {
  test.each(samples)("is known as %s", (is, answer) => {
    expect(findCase([failure(answer)], "write").is).toBe(is);
  });
});

describe("an answer to a read", () => {
  test("that finds nothing is about the repository itself", () => {
    expect(findCase([failure({ type: "NOT_FOUND" })], "read").is).toBe("missing");
  });

  test("that will not be processed is a fault of ours", () => {
    expect(findCase([failure({ type: "UNPROCESSABLE" })], "read").is).toBe("unknown");
  });
});

test("of several failures the case that comes first in the list counts", () => {
  const several = [failure({ status: 502 }), failure({ type: "STALE_DATA" })];
  expect(findCase(several, "write")).toEqual({ is: "stale-head", failure: several[1] });
});

test("the policy names the waits that the queues keep", () => {
  const unit = (ms: number) => (ms < 60_000 ? `${ms / 1000} s` : `${ms / 60_000} min`);
  const [last = "", ...others] = defaultRetries.map(unit).reverse();
  const words = `after ${others.reverse().join(", ")}, then every ${last}`;
  expect(failurePolicy.unauthorized.again).toBe(words);
});
