/** GitHub's own descriptions of its answers and deliveries, as validators. Read once per process. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import formats from "ajv-formats";

type Json = unknown;
type Schema = Readonly<Record<string, Json>>;

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
}

interface Operation {
  readonly responses: Readonly<Record<string, Content & { readonly $ref?: string }>>;
  readonly requestBody?: Content;
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly "x-webhooks": Readonly<Record<string, { readonly post: Operation }>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly responses: Readonly<Record<string, Content>>;
  };
}

const require = createRequire(import.meta.url);
const directory = dirname(require.resolve("@octokit/openapi/package.json"));
const text = readFileSync(join(directory, "generated", "api.github.com.json"), "utf8");
const description: Description = JSON.parse(text);

const ajv = new Ajv({ strict: false, allErrors: true, logger: false, inlineRefs: false });
// The package's declaration describes its CommonJS form only.
(formats as unknown as (instance: Ajv) => void)(ajv);
const compiled = new Map<string, ValidateFunction>();

/** Where the description contradicts itself, with what it says of the same thing elsewhere. */
const CORRECTIONS: Readonly<Record<string, Schema>> = {
  // Its accounts are both a user and an enterprise here; one installation's is either.
  "GET /app/installations 200": {
    type: "array",
    items: { $ref: "#/components/schemas/installation" },
  },
  // One of two, where whatever fits the second fits the first as well.
  "PUT /repos/{owner}/{repo}/contents/{path} 409": { $ref: "#/components/schemas/basic-error" },
};

/** What an answer must look like: a validator, "no body", or undefined where it is not documented. */
export function answerContract(
  method: string,
  template: string,
  status: number,
): ValidateFunction | "no body" | undefined {
  const operation = description.paths[template]?.[method.toLowerCase()];
  const found = operation?.responses[String(status)];
  if (found === undefined) return undefined;
  const name = found.$ref?.split("/").at(-1);
  const response = name === undefined ? found : description.components.responses[name];
  const title = `${method} ${template} ${status}`;
  const schema = CORRECTIONS[title] ?? jsonSchema(response?.content);
  return schema === undefined ? "no body" : compile(title, schema);
}

/** What a delivery must look like, where the description has it. */
export function deliveryContract(event: string, action: string): ValidateFunction | undefined {
  const name = [event, action].filter(Boolean).join("-").replaceAll("_", "-");
  const schema = jsonSchema(description["x-webhooks"][name]?.post.requestBody?.content);
  return schema === undefined ? undefined : compile(name, schema);
}

/** Every path of a value that the schema refuses, with the reason. */
export function problemsOf(validate: ValidateFunction, value: Json): readonly string[] {
  if (validate(value)) return [];
  const problems = (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
  return [...new Set(problems)];
}

/** Compiles a schema that refers to the description's components. */
export function compile(name: string, schema: Schema): ValidateFunction {
  const known = compiled.get(name);
  if (known !== undefined) return known;
  // One schema for all components: each is compiled once, when first referred to.
  if (ajv.getSchema("openapi") === undefined) ajv.addSchema(componentSchema(), "openapi");
  const validate = ajv.compile(plain(schema) as Schema);
  compiled.set(name, validate);
  return validate;
}

function jsonSchema(content: Content["content"]): Schema | undefined {
  const [first] = Object.entries(content ?? {}).filter(([type]) => type.includes("json"));
  return (content?.["application/json"] ?? first?.[1])?.schema;
}

function componentSchema(): Schema {
  return { components: { schemas: plain(description.components.schemas) } };
}

/** OpenAPI 3.0 says `nullable` where JSON Schema has a type; the rest is the same. */
function plain(value: Json): Json {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  const { nullable, example, examples, ...rest } = value as Record<string, Json>;
  if (typeof rest.$ref === "string") rest.$ref = rest.$ref.replace(/^#/, "openapi#");
  const inner = Object.fromEntries(Object.entries(rest).map(([key, one]) => [key, plain(one)]));
  // A property may itself be called "nullable" or "example"; then it is a schema, not a mark.
  const named = { ...(isSchema(example) ? { example: plain(example) } : {}) };
  const whole = { ...inner, ...named };
  return nullable === true ? { anyOf: [{ type: "null" }, whole] } : whole;
}

function isSchema(value: Json): boolean {
  return typeof value === "object" && value !== null && ("type" in value || "$ref" in value);
}
