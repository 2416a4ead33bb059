/** Which documents `milepost lint` looks at: those named, else the configuration's, else all below docs/. */
import { readdir, readFile, stat } from "node:fs/promises";
import { join, posix, sep } from "node:path";
import { parseConfig } from "../../config/parse-config.ts";
import { configPath } from "../../config/settings-file.ts";
import { decodeText } from "../../markdown/bytes.ts";
import { InputError } from "../input-error.ts";

export interface FoundDocument {
  /** Below the root, with forward slashes, or as it was named. */
  readonly path: string;
  readonly text: string;
}

/** Folders stand for the Markdown files below them. Throws an InputError for what can't be read. */
export async function findDocuments(
  root: string,
  named: readonly string[],
): Promise<readonly FoundDocument[]> {
  const paths = named.length > 0 ? named : await findConfigured(root);
  const files = await Promise.all(paths.map((path) => filesAt(root, path)));
  const all = [...new Set(files.flat())];
  if (all.length === 0) {
    throw new InputError(
      `There is nothing to look at: no file was named, ${configPath} lists no documents, and there is no Markdown below docs/. Name the files.`,
    );
  }
  return Promise.all(all.map(async (path) => ({ path, text: decodeText(await read(root, path)) })));
}

async function findConfigured(root: string): Promise<readonly string[]> {
  const text = await readFile(join(root, configPath), "utf8").catch(() => null);
  if (text === null) return findBelowDocs(root);
  const result = parseConfig(text);
  if (result.kind === "invalid") {
    const [error] = result.errors;
    throw new InputError(`${configPath}, line ${error?.line}: ${error?.message}`);
  }
  const paths = result.config.documents.map(({ path }) => path);
  return paths.length > 0 ? paths : findBelowDocs(root);
}

async function findBelowDocs(root: string): Promise<readonly string[]> {
  const isThere = await stat(join(root, "docs")).catch(() => null);
  return isThere?.isDirectory() ? ["docs"] : [];
}

async function filesAt(root: string, path: string): Promise<readonly string[]> {
  const found = await stat(resolve(root, path)).catch(() => null);
  if (found === null) throw new InputError(`${path} can't be read: there is no such file.`);
  if (!found.isDirectory()) return [path];
  const entries = await readdir(resolve(root, path), { recursive: true });
  return entries
    .map((entry) => entry.split(sep).join("/"))
    .filter((entry) => /\.(?:md|markdown)$/i.test(entry) && !/(?:^|\/)node_modules\//.test(entry))
    .map((entry) => posix.join(path, entry))
    .toSorted();
}

async function read(root: string, path: string): Promise<Uint8Array> {
  try {
    return await readFile(resolve(root, path));
  } catch (error) {
    throw new InputError(`${path} can't be read: ${(error as Error).message}`);
  }
}

/** A path that a person typed may be absolute. */
export function resolve(root: string, path: string): string {
  return path.startsWith("/") ? path : join(root, path);
}
