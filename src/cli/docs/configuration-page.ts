/** `docs/configuration.md`, from the schema of the configuration. */
import { z } from "zod";
import { configSchema } from "../../config/schema.ts";

const intro = `# Configuration

\`.github/milepost.yml\` on the default branch. No file works: then Milepost keeps the status issue and no
document. A wrong file changes nothing: the status issue says on top what is wrong, by line and key, and
everything else stays as it was until the file is right.

\`\`\`yaml
unit: issues
documents:
  - path: docs/M2-plan.md
    milestone: M2
labels:
  cluster: "cluster: "
timezone: Europe/Berlin
json: docs/plan.json
\`\`\``;

export function renderConfigurationPage(): string {
  const rows = rowsOf(configSchema, "").map(([key, meaning]) => `| \`${key}\` | ${meaning} |`);
  const table = ["| key | meaning |", "|---|---|", ...rows].join("\n");
  return `${intro}\n\n${table}\n`;
}

type Row = readonly [key: string, meaning: string];

function rowsOf(schema: z.ZodType, path: string): readonly Row[] {
  const inner = unwrap(schema);
  const own: readonly Row[] =
    path === "" ? [] : [[path, schema.description ?? inner.description ?? ""]];
  if (inner instanceof z.ZodArray) {
    return [...own, ...rowsOf(inner.element as z.ZodType, `${path}[]`).slice(1)];
  }
  if (!(inner instanceof z.ZodObject)) return own;
  const nested = Object.entries(inner.shape).flatMap(([key, value]) =>
    rowsOf(value as z.ZodType, path === "" ? key : `${path}.${key}`),
  );
  return [...own, ...nested];
}

/** What an optional schema is an option of; of alternatives, the one with keys. */
function unwrap(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional) return unwrap(schema.unwrap() as z.ZodType);
  if (!(schema instanceof z.ZodUnion)) return schema;
  const options = schema.options as readonly z.ZodType[];
  return options.find((option) => option instanceof z.ZodObject) ?? schema;
}
