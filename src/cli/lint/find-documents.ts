/** Which documents `milepost lint` looks at: those named, else the configuration's, else all below docs/. */
import { readdir, readFile, stat } from "node:fs/promises";
import { join, posix, sep } from "node:path";
import type { DocumentConfig } from "../../config/config.ts";
import { literalFolder } from "../../config/glob.ts";
import { parseConfig } from "../../config/parse-config.ts";
import { isNamedIn, patternsOf, selectDocuments } from "../../config/select-documents.ts";
import { configPath } from "../../config/settings-file.ts";
import { decodeText } from "../../markdown/bytes.ts";
import { InputError } from "../input-error.ts";

export interface FoundDocument {
  /** Below the root, with forward slashes, or as it was named. */
  readonly path: string;
  readonly text: string;
  /** The settings name it, and not by a pattern. */
  readonly isNamed: boolean;
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
  const configured = await readConfigured(root);
  return Promise.all(
    all.map(async (path) => ({
      path,
      text: decodeText(await read(root, path)),
      isNamed: isNamedIn(configured, posix.normalize(path)),
    })),
  );
}

/** None where the settings can't be read: who named files did not ask for them. */
async function readConfigured(root: string): Promise<readonly DocumentConfig[]> {
  const text = await readFile(join(root, configPath), "utf8").catch(() => null);
  const result = text === null ? null : parseConfig(text);
  return result === null || result.kind === "invalid" ? [] : result.config.documents;
}

async function findConfigured(root: string): Promise<readonly string[]> {
  const text = await readFile(join(root, configPath), "utf8").catch(() => null);
  if (text === null) return findBelowDocs(root);
  const result = parseConfig(text);
  if (result.kind === "invalid") {
    const [error] = result.errors;
    throw new InputError(`${configPath}, line ${error?.line}: ${error?.message}`);
  }
  const { documents } = result.config;
  return documents.length > 0 ? selectBelow(root, documents) : findBelowDocs(root);
}

/** As the App chooses them, but without its limit: reading is all that is done here. */
async function selectBelow(
  root: string,
  configured: readonly DocumentConfig[],
): Promise<readonly string[]> {
  const folders = new Set(patternsOf(configured).map(literalFolder));
  const files = await Promise.all([...folders].map((folder) => listFiles(root, folder)));
  const all = [...new Set(files.flat())];
  const { documents, unmatched } = selectDocuments(configured, all, Number.POSITIVE_INFINITY);
  const [pattern] = unmatched;
  if (pattern !== undefined) {
    throw new InputError(
      `No Markdown file fits ${pattern}, which ${configPath} lists in "documents:". Correct it, or take it out.`,
    );
  }
  return documents.map(({ path }) => path);
}

/** Paths of all files below a folder, which ends in a slash; what was installed is not looked into. */
async function listFiles(root: string, folder: string): Promise<readonly string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
  const below = entries.map(async (entry): Promise<readonly string[]> => {
    if (entry.isFile()) return [`${folder}${entry.name}`];
    const isOurs = entry.isDirectory() && !notLookedInto.has(entry.name);
    return isOurs ? listFiles(root, `${folder}${entry.name}/`) : [];
  });
  return (await Promise.all(below)).flat();
}

const notLookedInto: ReadonlySet<string> = new Set([".git", "node_modules"]);

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
