/** The documents that are meant where none is named: the configuration's, else all Markdown files in docs. */
import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseConfig } from "../../config/parse-config.ts";
import { configPath } from "../../config/settings-file.ts";
import { InputError } from "../input-error.ts";

/** Throws an InputError where there are none, or where the configuration is wrong. */
export async function findDocuments(folder: string): Promise<readonly string[]> {
  const listed = await readListed(folder);
  const paths = listed.length > 0 ? listed : await findMarkdown(folder);
  if (paths.length > 0) return paths;
  throw new InputError(
    `There is nothing to check: name files, or list documents in ${configPath}, or have Markdown files in docs.`,
  );
}

async function readListed(folder: string): Promise<readonly string[]> {
  const text = await readFile(join(folder, configPath), "utf8").catch(() => null);
  if (text === null) return [];
  const result = parseConfig(text);
  if (result.kind === "valid") return result.config.documents.map(({ path }) => path);
  const [error] = result.errors;
  throw new InputError(`${configPath}, line ${error?.line}: ${error?.message}`);
}

async function findMarkdown(folder: string): Promise<readonly string[]> {
  const paths: string[] = [];
  for await (const path of glob("docs/**/*.md", { cwd: folder })) paths.push(path);
  return paths.toSorted();
}
