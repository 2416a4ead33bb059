/**
 * Everything that one sync is computed from: the repository as observed, its configuration and the
 * bytes of its documents. One paged read where nothing but issues changed; files are read by blob id,
 * each content once.
 */

import type { Config, ConfigError } from "../config/config.ts";
import { defaultConfig } from "../config/defaults.ts";
import { parseConfig } from "../config/parse-config.ts";
import type { ObservedFile } from "../domain/observation.ts";
import type { Hint } from "./hint.ts";
import { hasLostIssues, mergeReading, requestFor } from "./merge-reading.ts";
import type { RepositoryAddress, RepositoryCache, RepositoryReader } from "./ports.ts";
import type { RepositoryMemory } from "./repository-memory.ts";

export const configPath = ".github/milepost.yml";

export interface SyncSources {
  readonly memory: RepositoryMemory;
  readonly config: Config;
  readonly hasConfigFile: boolean;
  /** Not empty when the file is wrong; `config` then holds the defaults. */
  readonly configErrors: readonly ConfigError[];
  /** The documents and the export by path. */
  readonly files: ReadonlyMap<string, SourceFile>;
}

export type SourceFile =
  | { readonly kind: "file"; readonly bytes: Uint8Array }
  | { readonly kind: "missing" }
  /** A symbolic link, a folder or a submodule: never written. */
  | { readonly kind: "other" };

interface ReadingPorts {
  readonly reader: RepositoryReader;
  readonly cache: RepositoryCache;
}

export async function readSources(
  ports: ReadingPorts,
  address: RepositoryAddress,
  hints: readonly Hint[],
): Promise<SyncSources> {
  const memory = await readMemory(ports, address, hints);
  const configFile = await readFile(ports, address, memory.files.get(configPath));
  const { config, errors } = readConfig(configFile);
  const paths = errors.length > 0 ? [] : pathsOf(config);
  const files = await locate(ports, address, memory, paths);
  const contents = new Map<string, SourceFile>();
  for (const path of paths) contents.set(path, await readFile(ports, address, files.get(path)));
  return {
    memory: { ...memory, files },
    config,
    hasConfigFile: configFile.kind === "file",
    configErrors: errors,
    files: contents,
  };
}

async function readMemory(
  { reader, cache }: ReadingPorts,
  address: RepositoryAddress,
  hints: readonly Hint[],
): Promise<RepositoryMemory> {
  const known = await cache.load(address);
  const request = requestFor(known, hints, [configPath]);
  const memory = mergeReading(known, await reader.readRepository(address, request), request, hints);
  if (request.since === null || !hasLostIssues(memory)) return memory;
  const full = { ...request, since: null, issues: [] };
  return mergeReading(known, await reader.readRepository(address, full), full, []);
}

/** An undecodable file is as wrong as an unreadable one: the parser says where. */
function readConfig(file: SourceFile): {
  config: Config;
  errors: readonly ConfigError[];
} {
  if (file.kind !== "file") return { config: defaultConfig, errors: [] };
  const result = parseConfig(new TextDecoder().decode(file.bytes));
  return result.kind === "valid"
    ? { config: result.config, errors: [] }
    : { config: defaultConfig, errors: result.errors };
}

export function pathsOf(config: Config): readonly string[] {
  const documents = config.documents.map((document) => document.path);
  return config.json === undefined ? documents : [...documents, config.json];
}

/** Blob ids of all paths; those that the read did not ask for yet cost one more call. */
async function locate(
  { reader }: ReadingPorts,
  address: RepositoryAddress,
  memory: RepositoryMemory,
  paths: readonly string[],
): Promise<ReadonlyMap<string, ObservedFile | null>> {
  const missing = paths.filter((path) => !memory.files.has(path));
  const found = missing.length > 0 ? await reader.readFiles(address, missing) : new Map();
  const wanted = [configPath, ...paths];
  return new Map(wanted.map((path) => [path, memory.files.get(path) ?? found.get(path) ?? null]));
}

async function readFile(
  { reader, cache }: ReadingPorts,
  address: RepositoryAddress,
  file: ObservedFile | null | undefined,
): Promise<SourceFile> {
  if (!file) return { kind: "missing" };
  if (file.kind !== "file") return { kind: "other" };
  const cached = await cache.loadBlob(file.oid);
  if (cached) return { kind: "file", bytes: cached };
  const bytes = await reader.readBlob(address, file.oid);
  await cache.saveBlob(file.oid, bytes);
  return { kind: "file", bytes };
}
