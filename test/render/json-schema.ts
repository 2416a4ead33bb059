/** The part of JSON Schema (2020-12) that docs/plan.schema.json uses; throws for any other keyword. */

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
interface Schema {
  readonly [keyword: string]: unknown;
}
type Check = (
  wanted: never,
  value: Json,
  at: string,
  root: Schema,
  schema: Schema,
) => readonly string[];

const ignored = new Set(["$schema", "$defs", "title", "description"]);

/** What is wrong, one line each: "/milestones/0/done: is no number". */
export function checkAgainstSchema(root: Schema, value: Json): readonly string[] {
  return check(root, value, "", root);
}

function check(schema: Schema, value: Json, at: string, root: Schema): readonly string[] {
  return Object.entries(schema)
    .filter(([keyword]) => !ignored.has(keyword))
    .flatMap(([keyword, wanted]) => {
      const one = checks[keyword];
      if (!one) throw new Error(`${at}: the keyword "${keyword}" is not supported here`);
      // What a keyword holds is known by its name alone.
      return one(wanted as never, value, at, root, schema);
    });
}

const checks: Readonly<Record<string, Check>> = {
  $ref: (path: string, value, at, root) => check(resolve(root, path), value, at, root),
  const: (wanted: Json, value, at) => (value === wanted ? [] : [`${at}: is not ${wanted}`]),
  enum: (wanted: readonly Json[], value, at) =>
    wanted.includes(value) ? [] : [`${at}: is none of ${wanted}`],
  type: (wanted: string | readonly string[], value, at) =>
    [wanted].flat().some((type) => isOfType(value, type))
      ? []
      : [`${at}: is no ${[wanted].flat().join(" or ")}`],
  pattern: (wanted: string, value, at) =>
    typeof value !== "string" || new RegExp(wanted, "u").test(value)
      ? []
      : [`${at}: does not match ${wanted}`],
  minimum: (wanted: number, value, at) =>
    typeof value !== "number" || value >= wanted ? [] : [`${at}: is too small`],
  maximum: (wanted: number, value, at) =>
    typeof value !== "number" || value <= wanted ? [] : [`${at}: is too large`],
  anyOf: (wanted: readonly Schema[], value, at, root) =>
    wanted.some((one) => check(one, value, at, root).length === 0)
      ? []
      : [`${at}: fits none of the choices`],
  items: (wanted: Schema, value, at, root) =>
    Array.isArray(value)
      ? value.flatMap((one: Json, index) => check(wanted, one, `${at}/${index}`, root))
      : [],
  required: (wanted: readonly string[], value, at) =>
    isObject(value)
      ? wanted.filter((key) => !(key in value)).map((key) => `${at}/: ${key} is missing`)
      : [],
  properties: (wanted: Readonly<Record<string, Schema>>, value, at, root) =>
    isObject(value)
      ? Object.entries(wanted).flatMap(([key, one]) => {
          const inner = value[key];
          return inner === undefined ? [] : check(one, inner, `${at}/${key}`, root);
        })
      : [],
  additionalProperties: (_: false, value, at, __, schema) =>
    isObject(value)
      ? Object.keys(value)
          .filter((key) => !(key in (schema.properties as object)))
          .map((key) => `${at}/: ${key} is not described`)
      : [],
};

function resolve(root: Schema, path: string): Schema {
  const found = (root.$defs as Readonly<Record<string, Schema>>)[path.replace("#/$defs/", "")];
  if (!found) throw new Error(`${path} leads nowhere`);
  return found;
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isOfType(value: Json, type: string): boolean {
  if (type === "integer") return Number.isInteger(value);
  if (type === "array") return Array.isArray(value);
  if (type === "object") return isObject(value);
  if (type === "null") return value === null;
  return typeof value === type;
}
