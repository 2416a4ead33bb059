/** Errors in GitHub's shape: HTTP 200 and `errors[]` with a `type` beside the message. */
import { GraphQLError } from "graphql";
import { WorldError } from "../world/world-error.ts";

const TYPES = {
  "not-found": "NOT_FOUND",
  forbidden: "FORBIDDEN",
  gone: "NOT_FOUND",
  unprocessable: "UNPROCESSABLE",
  archived: "UNPROCESSABLE",
  protected: "BRANCH_PROTECTION_RULE_VIOLATION",
  "rule-violation": "UNPROCESSABLE",
  "stale-head": "STALE_DATA",
} as const;

/** An error to throw from a resolver. */
export function refusal(type: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type } });
}

/** One entry of `errors[]`. */
export function errorJson(error: GraphQLError): Record<string, unknown> {
  const { originalError, extensions, path, locations } = error;
  const type = originalError instanceof WorldError ? TYPES[originalError.kind] : extensions.type;
  return {
    ...(type === undefined ? {} : { type }),
    ...(path === undefined ? {} : { path }),
    ...(locations === undefined ? {} : { locations }),
    message: messageOf(error),
  };
}

function messageOf({ originalError, message }: GraphQLError): string {
  if (!(originalError instanceof WorldError)) return message;
  const [first] = originalError.errors;
  return first?.message ?? originalError.message;
}

/** One entry of `errors[]` for a query that does not fit the schema. */
export function validationJson(error: GraphQLError): Record<string, unknown> {
  const [, field, type] = /^Cannot query field "(\w+)" on type "(\w+)"/.exec(error.message) ?? [];
  if (field === undefined) return { message: error.message, locations: error.locations };
  return {
    path: ["query", field],
    extensions: { code: "undefinedField", typeName: type, fieldName: field },
    locations: error.locations,
    message: `Field '${field}' doesn't exist on type '${type}'`,
  };
}
