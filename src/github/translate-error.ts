/**
 * What Octokit throws, as the errors that the engine acts on: the first rule of a table that fits.
 * What no rule knows is a fault of ours and stays as it is.
 */
import { GoneError, RefusedError, RetryableError, StaleHeadError } from "../engine/errors.ts";
import { findLimit, type GithubResponse } from "./rate-limits.ts";

/** One entry of `errors` in a GraphQL answer. */
export interface GraphqlFault {
  readonly type?: string;
  readonly message: string;
  readonly path?: readonly (string | number)[];
}

interface Failure {
  readonly status: number;
  readonly type: string;
  readonly message: string;
  /** Milliseconds to wait, where a limit was met. */
  readonly limit: number | null;
}

interface Rule {
  readonly when: (failure: Failure) => boolean;
  readonly become: (failure: Failure, cause: unknown) => Error;
}

const retryable = ({ message, limit }: Failure, cause: unknown) =>
  new RetryableError(message, limit, cause);
const gone = ({ message }: Failure, cause: unknown) => new GoneError(message, { cause });
const refused = ({ message }: Failure, cause: unknown) => new RefusedError(message, { cause });
const stale = ({ message }: Failure, cause: unknown) => new StaleHeadError(message, { cause });

const unavailable = new Set(["INTERNAL", "SERVICE_UNAVAILABLE", "RESOURCE_LIMITS_EXCEEDED"]);
const missing = new Set([404, 410, 451]);

const rules: readonly Rule[] = [
  { when: ({ limit }) => limit !== null, become: retryable },
  { when: ({ type }) => type === "STALE_DATA", become: stale },
  { when: ({ message }) => /archived so is read-only/i.test(message), become: gone },
  { when: ({ message }) => /installation has been suspended/i.test(message), become: gone },
  { when: ({ type }) => type === "BRANCH_PROTECTION_RULE_VIOLATION", become: refused },
  { when: ({ message }) => /repository rule violations/i.test(message), become: refused },
  { when: ({ status, type }) => missing.has(status) || type === "NOT_FOUND", become: gone },
  { when: ({ status }) => status === 401, become: retryable },
  { when: ({ status, type }) => status === 403 || type === "FORBIDDEN", become: refused },
  { when: ({ status }) => status >= 500, become: retryable },
  { when: ({ type }) => unavailable.has(type), become: retryable },
  { when: ({ message }) => /something went wrong|timed? ?out/i.test(message), become: retryable },
];

/**
 * In a mutation, what is missing may be only the issue or the branch: a new read tells. What GitHub will
 * not process it will not process the next time either.
 */
const rulesOfWrites: readonly Rule[] = [
  { when: ({ type }) => type === "NOT_FOUND", become: retryable },
  ...rules,
  { when: ({ type }) => type === "UNPROCESSABLE", become: refused },
];

export function translateError(error: unknown, during: "read" | "write" = "read"): unknown {
  if (isTranslated(error)) return error;
  const failures = failuresOf(error);
  for (const rule of during === "write" ? rulesOfWrites : rules) {
    const failure = failures.find(rule.when);
    if (failure) return rule.become(failure, error);
  }
  return error;
}

function isTranslated(error: unknown): boolean {
  return [RetryableError, StaleHeadError, RefusedError, GoneError].some(
    (known) => error instanceof known,
  );
}

/** A RequestError has a status and a response; a GraphqlResponseError has `errors` and `headers`. */
interface OctokitError {
  readonly message?: string;
  readonly status?: number;
  readonly response?: GithubResponse;
  readonly errors?: readonly GraphqlFault[];
  readonly headers?: GithubResponse["headers"];
}

function failuresOf(error: unknown): readonly Failure[] {
  if (!(error instanceof Error)) return [];
  const { message, status = 0, response, errors, headers } = error as OctokitError & Error;
  if (status === 0 && Array.isArray(errors)) {
    const limit = findLimit({ status: 200, headers, data: { errors } });
    return errors.map((fault) => ({ status, type: "", ...fault, limit }));
  }
  return [{ status, type: "", message, limit: findLimit(response) }];
}
