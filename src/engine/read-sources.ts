/**
 * Everything that one sync is computed from: the repository as observed, its configuration and the
 * bytes of its documents. One paged read where nothing but issues changed; files are read by blob id,
 * each content once.
 */

import type { Config, ConfigError } from "../config/config.ts";
import { configPath } from "../config/settings-file.ts";
import { readLayer, type SettingsLayer, unreadableLayer } from "../config/settings-layer.ts";
import type { CommandText } from "../domain/command-text.ts";
import type { ObservedFile } from "../domain/observation.ts";
import { type DocumentChoice, findDocuments, nothingChosen } from "./find-documents.ts";
import type { Hint } from "./hint.ts";
import { hasLostIssues, isOf, mergeReading, requestFor } from "./merge-reading.ts";
import type { RepositoryAddress, RepositoryCache, RepositoryReader } from "./ports.ts";
import { readSettings } from "./read-settings.ts";
import type { RepositoryMemory } from "./repository-memory.ts";

export interface SyncSources {
  /** What was remembered before this reading; null where nothing was. */
  readonly known: RepositoryMemory | null;
  readonly memory: RepositoryMemory;
  /** Texts as they are, by the issue's number, where a run that writes would mend them first. */
  readonly unmended: ReadonlyMap<number, string>;
  /** Its documents are single files: those that patterns found stand in their place. */
  readonly config: Config;
  /** How its documents were chosen. */
  readonly choice: DocumentChoice;
  /** Of its own: what it inherits does not count. */
  readonly hasConfigFile: boolean;
  /** The text of its own file; null without one, or where it is no file that can be read. */
  readonly settings: string | null;
  /** It has none of its own, and those of its owner hold. */
  readonly hasOwnersSettings: boolean;
  /** Not empty when the file is wrong; `config` then holds the defaults. */
  readonly configErrors: readonly ConfigError[];
  /** The documents and the export by path. */
  readonly files: ReadonlyMap<string, SourceFile>;
  /** Those that hints name, where commands may stand. */
  readonly texts: readonly CommandText[];
}

export type SourceFile =
  | { readonly kind: "file"; readonly bytes: Uint8Array }
  | { readonly kind: "missing" }
  /** A symbolic link, a folder or a submodule: never written. */
  | { readonly kind: "other" }
  | { readonly kind: "too-large" };

const mebibyte = 1024 * 1024;

/** What is larger is not read: one file must not take the time and memory of all the others. */
export const mostBytes = { config: mebibyte, document: mebibyte, export: 32 * mebibyte } as const;

interface ReadingPorts {
  readonly reader: RepositoryReader;
  readonly cache: RepositoryCache;
}

export async function readSources(
  ports: ReadingPorts,
  address: RepositoryAddress,
  hints: readonly Hint[],
): Promise<SyncSources> {
  const known = await ports.cache.load(address);
  const { memory, texts } = await readMemory(ports, address, known, hints);
  const configFile = await readFile(ports, address, memory.files.get(configPath), mostBytes.config);
  const own = readOwnLayer(configFile);
  const settings = await readSettings(ports.reader, address, memory, own);
  const { errors, inherited, areOwners } = settings;
  const { choice, matched, found } =
    errors.length > 0
      ? nothingChosen
      : await findDocuments(ports.reader, address, memory, settings.config.documents);
  const config = { ...settings.config, documents: choice.documents };
  const paths = errors.length > 0 ? [] : pathsOf(config);
  const files = await locate(ports, address, new Map([...found, ...memory.files]), paths);
  const contents = new Map<string, SourceFile>();
  for (const path of paths) {
    const most = path === config.json ? mostBytes.export : mostBytes.document;
    contents.set(path, await readFile(ports, address, files.get(path), most));
  }
  return {
    ...{ known, unmended: new Map() },
    memory: { ...memory, files, inherited, matched },
    config,
    choice,
    hasConfigFile: configFile.kind !== "missing",
    settings: configFile.kind === "file" ? new TextDecoder().decode(configFile.bytes) : null,
    hasOwnersSettings: areOwners,
    configErrors: errors,
    files: contents,
    texts,
  };
}

async function readMemory(
  { reader }: ReadingPorts,
  address: RepositoryAddress,
  known: RepositoryMemory | null,
  hints: readonly Hint[],
): Promise<{ memory: RepositoryMemory; texts: readonly CommandText[] }> {
  const request = requestFor(known, hints, [configPath]);
  const reading = await reader.readRepository(address, request);
  const memory = mergeReading(known, reading, request, hints);
  const isAnother = !isOf(reading.repository, known);
  const { texts } = reading;
  if (request.since === null || !(isAnother || hasLostIssues(memory))) return { memory, texts };
  const full = { ...request, since: null, issues: [], texts: [] };
  return {
    memory: mergeReading(known, await reader.readRepository(address, full), full, []),
    texts,
  };
}

/** An undecodable file is as wrong as an unreadable one: the parser says where. */
function readOwnLayer(file: SourceFile): SettingsLayer | null {
  if (file.kind === "missing") return null;
  if (file.kind !== "file") return unreadableLayer(unreadable[file.kind]);
  return readLayer(new TextDecoder().decode(file.bytes));
}

const unreadable = {
  other: "The file is a symbolic link, a folder or a submodule: put a regular file in its place.",
  "too-large": "The file is larger than 1 MiB, so it was not read: shorten it.",
} as const;

export function pathsOf(config: Config): readonly string[] {
  const documents = config.documents.map((document) => document.path);
  return config.json === undefined ? documents : [...documents, config.json];
}

/** Blob ids of all paths; those that the read did not ask for yet cost one more call. */
async function locate(
  { reader }: ReadingPorts,
  address: RepositoryAddress,
  known: ReadonlyMap<string, ObservedFile | null>,
  paths: readonly string[],
): Promise<ReadonlyMap<string, ObservedFile | null>> {
  const missing = paths.filter((path) => !known.has(path));
  const found = missing.length > 0 ? await reader.readFiles(address, missing) : new Map();
  const wanted = [configPath, ...paths];
  return new Map(wanted.map((path) => [path, known.get(path) ?? found.get(path) ?? null]));
}

async function readFile(
  { reader, cache }: ReadingPorts,
  address: RepositoryAddress,
  file: ObservedFile | null | undefined,
  most: number,
): Promise<SourceFile> {
  if (!file) return { kind: "missing" };
  if (file.kind !== "file") return { kind: "other" };
  if (file.byteSize > most) return { kind: "too-large" };
  const cached = await cache.loadBlob(file.oid);
  if (cached) return { kind: "file", bytes: cached };
  const bytes = await reader.readBlob(address, file.oid);
  await cache.saveBlob(file.oid, bytes);
  return { kind: "file", bytes };
}
