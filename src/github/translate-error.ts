/**
 * What Octokit throws, as the errors that the engine acts on: the case that it is (failure-cases.ts) and
 * what the policy says of it. What is no known case is a fault of ours and stays as it is.
 */
import { GoneError, RefusedError, RetryableError, StaleHeadError } from "../engine/errors.ts";
import { failurePolicy, type Outcome } from "../engine/failure-policy.ts";
import { type Failure, findCase } from "./failure-cases.ts";
import { type GithubResponse, type Limit, readLimit } from "./rate-limits.ts";

/** One entry of `errors` in a GraphQL answer. */
export interface GraphqlFault {
  readonly type?: string;
  readonly message: string;
  readonly path?: readonly (string | number)[];
  /** Has a code where the text of the query itself is at fault. */
  readonly extensions?: { readonly code?: string };
}

const errors: Readonly<Partial<Record<Outcome, ErrorMaker>>> = {
  retry: (message, cause, wait) => new RetryableError(message, wait, cause),
  "read-again": (message, cause) => new StaleHeadError(message, { cause }),
  refused: (message, cause) => new RefusedError(message, { cause }),
  gone: (message, cause) => new GoneError(message, { cause }),
};

type ErrorMaker = (message: string, cause: unknown, wait: number | null) => Error;

export function translateError(error: unknown, during: "read" | "write" = "read"): unknown {
  if (isTranslated(error)) return error;
  const { failures, limit } = failuresOf(error);
  const { is, failure } = findCase(failures, during);
  const make = errors[failurePolicy[is].outcome];
  return make && failure ? make(failure.message, error, limit?.milliseconds ?? null) : error;
}

/** Whether GitHub's answer to a GraphQL call has a fault of this type. */
export function hasFault(error: unknown, type: string): boolean {
  return failuresOf(error).failures.some((failure) => failure.type === type);
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

interface Failures {
  readonly failures: readonly Failure[];
  readonly limit: Limit | null;
}

function failuresOf(error: unknown): Failures {
  if (!(error instanceof Error)) return { failures: [], limit: null };
  const { message, status = 0, response, errors, headers } = error as OctokitError & Error;
  if (status === 0 && Array.isArray(errors)) {
    const limit = readLimit({ status: 200, headers, data: { errors } });
    return { failures: errors.map((fault) => failureOf(fault, limit)), limit };
  }
  const limit = readLimit(response);
  const failure = {
    ...{ status, type: "", message: wordsOf(response) ?? message, limit: limit?.is ?? null },
    ...{ isUnanswered: status > 0 && response === undefined, isRefusal: false },
  };
  return { failures: [failure], limit };
}

function failureOf(fault: GraphqlFault, limit: Limit | null): Failure {
  const { type = "", message, path = [], extensions } = fault;
  const isRefusal = path.length === 1 && extensions?.code === undefined;
  return { status: 0, type, message, isUnanswered: false, isRefusal, limit: limit?.is ?? null };
}

/** GitHub's own words, without the address of its documentation that Octokit appends. */
function wordsOf(response: GithubResponse | undefined): string | undefined {
  const { message, errors } = (response?.data ?? {}) as { message?: unknown; errors?: unknown };
  if (typeof message !== "string") return undefined;
  const details = Array.isArray(errors) ? errors.map(detailOf).filter((text) => text !== "") : [];
  return details.length > 0 ? `${message}: ${details.join("; ")}` : message;
}

interface Detail {
  readonly message?: string;
  readonly field?: string;
  readonly code?: string;
}

/** Of `{"resource": "Issue", "field": "title", "code": "missing_field"}`: "title missing field". */
function detailOf(detail: Detail | string | null): string {
  if (typeof detail === "string") return detail;
  const { message, field = "", code = "" } = detail ?? {};
  return message ?? `${field} ${code.replaceAll("_", " ")}`.trim();
}
