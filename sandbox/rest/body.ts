/** Reads fields of a JSON body, refusing values of another type as GitHub does. */
import { invalid } from "../world/world-error.ts";

type Body = Readonly<Record<string, unknown>>;

/** A text, or undefined when the field is absent. */
export function text(body: Body, field: string): string | undefined {
  const value = body[field];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "string")
    throw invalid("Request", field, "invalid", `${field} must be a string`);
  return value;
}

/** A text that must be there. */
export function requiredText(body: Body, field: string, resource: string): string {
  const value = text(body, field);
  if (value === undefined) throw invalid(resource, field, "missing_field");
  return value;
}

/** A text, null, or undefined when the field is absent. */
export function nullableText(body: Body, field: string): string | null | undefined {
  return body[field] === null ? null : text(body, field);
}

/** A list of texts; `[{name}]` and `[{login}]` are taken as those, as GitHub takes labels and people. */
export function texts(body: Body, field: string): readonly string[] | undefined {
  const value = body[field];
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value))
    throw invalid("Request", field, "invalid", `${field} must be an array`);
  return value.map((item) =>
    String(typeof item === "object" && item !== null ? (item.name ?? item.login) : item),
  );
}

/** A whole number; undefined when the field is absent. */
export function integer(body: Body, field: string): number | undefined {
  const value = body[field];
  if (value === undefined || value === null) return undefined;
  const number = Number(value);
  if (!Number.isInteger(number))
    throw invalid("Request", field, "invalid", `${field} must be an integer`);
  return number;
}
