/** Writes the pages that are generated from the code; with `--check`, fails where one is out of date. */
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { renderBlocksPage } from "./blocks-page.ts";
import { renderCommandsPage } from "./commands-page.ts";
import { renderConfigSchema } from "./config-schema.ts";
import { renderConfigurationPage } from "./configuration-page.ts";
import { renderEnvironmentPage } from "./environment-page.ts";
import { renderRulesPage } from "./rules-page.ts";

const pages: Readonly<Record<string, () => string>> = {
  "docs/blocks.md": renderBlocksPage,
  "docs/commands.md": renderCommandsPage,
  "docs/configuration.md": renderConfigurationPage,
  "docs/environment.md": renderEnvironmentPage,
  "docs/rules.md": renderRulesPage,
  "docs/milepost.schema.json": renderConfigSchema,
};

const isCheck = process.argv.includes("--check");

for (const [path, render] of Object.entries(pages)) {
  const file = fileURLToPath(new URL(`../../../${path}`, import.meta.url));
  if (!isCheck) {
    await writeFile(file, render());
  } else if ((await readFile(file, "utf8").catch(() => "")) !== render()) {
    console.error(`${path} is out of date. Run: npm run generate`);
    process.exitCode = 1;
  }
}
