/** `docs/milepost.schema.json`: the configuration's schema for editors. */
import { z } from "zod";
import { configSchema } from "../../config/schema.ts";

/** Where editors find it; the file's place on the main branch. */
export const configSchemaUrl =
  "https://raw.githubusercontent.com/milepost-app/milepost/main/docs/milepost.schema.json";

export function renderConfigSchema(): string {
  const { $schema, ...schema } = z.toJSONSchema(configSchema, { io: "input" });
  const head = {
    $schema,
    $id: configSchemaUrl,
    title: "Milepost configuration",
    description: "What .github/milepost.yml may hold. All keys are optional.",
  };
  return `${JSON.stringify({ ...head, ...schema }, null, 2)}\n`;
}
