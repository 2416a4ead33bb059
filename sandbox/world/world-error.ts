/**
 * A refusal, as a value both APIs can word: `kind` decides REST's status and GraphQL's `type`.
 */
export type RefusalKind =
  | "not-found"
  | "forbidden"
  | "gone"
  | "unprocessable"
  | "archived"
  | "protected"
  | "rule-violation"
  | "stale-head";

/** One entry of REST's `errors[]`. */
export interface FieldError {
  readonly resource: string;
  readonly field: string;
  readonly code: string;
  readonly message?: string;
  readonly value?: unknown;
}

export class WorldError extends Error {
  readonly kind: RefusalKind;
  readonly errors: readonly FieldError[];
  /** REST's words, where it says more than GraphQL does. */
  readonly restMessage: string;

  constructor(
    kind: RefusalKind,
    message: string,
    errors: readonly FieldError[] = [],
    restMessage = message,
  ) {
    super(message);
    this.restMessage = restMessage;
    this.name = "WorldError";
    this.kind = kind;
    this.errors = errors;
  }
}

/** GitHub's 422 about one field; the message is GitHub's own "Validation Failed" unless given. */
export function invalid(
  resource: string,
  field: string,
  code: string,
  message?: string,
): WorldError {
  const entry = { resource, field, code, ...(message === undefined ? {} : { message }) };
  return new WorldError("unprocessable", message ?? "Validation Failed", [entry]);
}

/** GitHub's 422 about a record as a whole: REST puts an introduction before the reason. */
export function invalidRecord(introduction: string, reason: string): WorldError {
  return new WorldError("unprocessable", reason, [], `${introduction} ${reason}`);
}
