/** GitHub's published webhook schemas and examples: older than the description, and stricter. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv, type ValidateFunction } from "ajv";
import formats from "ajv-formats";

interface EventExamples {
  readonly name: string;
  readonly examples: readonly Readonly<Record<string, unknown>>[];
}

const require = createRequire(import.meta.url);
const read = (file: string) => JSON.parse(readFileSync(file, "utf8"));
const schema = read(require.resolve("@octokit/webhooks-schemas/schema.json"));
const events: readonly EventExamples[] = read(require.resolve("@octokit/webhooks-examples"));

const ajv = new Ajv({ strict: false, allErrors: true, logger: false, inlineRefs: false });
// The package's declaration describes its CommonJS form only.
(formats as unknown as (instance: Ajv) => void)(ajv);
ajv.addSchema(openEnded(schema) as object, "webhooks");

/** What a delivery must look like, where a schema was published. */
export function publishedContract(event: string, action: string): ValidateFunction | undefined {
  const name = `${event}$${action || "event"}`;
  if (schema.definitions[name] === undefined) return undefined;
  return ajv.getSchema(`webhooks#/definitions/${encodeURIComponent(name)}`);
}

/** GitHub's own examples of an event. */
export function examplesOf(event: string, action: string): readonly Record<string, unknown>[] {
  const found = events.find(({ name }) => name === event)?.examples ?? [];
  return found.filter((example) => (example.action ?? "") === action);
}

/** The schemas are of 2023: fields that came later are no fault, fields that changed type are. */
function openEnded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(openEnded);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(
    ([key, inner]) => !(key === "additionalProperties" && inner === false),
  );
  return Object.fromEntries(entries.map(([key, inner]) => [key, openEnded(inner)]));
}
