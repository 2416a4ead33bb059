/**
 * Which files are plan documents, where the settings name them by patterns. Costs nothing without
 * patterns; with them one call whenever others have moved the default branch's head.
 */
import type { DocumentConfig } from "../config/config.ts";
import {
  type DocumentSelection,
  matchPaths,
  patternsOf,
  selectDocuments,
} from "../config/select-documents.ts";
import type { ObservedFile } from "../domain/observation.ts";
import type { RepositoryAddress, RepositoryReader } from "./ports.ts";
import type { MatchedFiles, RepositoryMemory } from "./repository-memory.ts";

export interface DocumentChoice extends DocumentSelection {
  /** As the settings name them, patterns among them. */
  readonly configured: readonly DocumentConfig[];
  /** There are more files than GitHub lists, so some that fit may be missing. */
  readonly isTruncated: boolean;
}

export interface DocumentSearch {
  readonly choice: DocumentChoice;
  /** To remember. */
  readonly matched: MatchedFiles | null;
  /** What was read on the way, by path. */
  readonly found: ReadonlyMap<string, ObservedFile>;
}

/** Where no settings hold. */
export const nothingChosen: DocumentSearch = {
  choice: { configured: [], documents: [], unmatched: [], leftOut: 0, isTruncated: false },
  matched: null,
  found: new Map(),
};

export async function findDocuments(
  reader: Pick<RepositoryReader, "listFiles">,
  address: RepositoryAddress,
  memory: Pick<RepositoryMemory, "repository" | "matched">,
  configured: readonly DocumentConfig[],
): Promise<DocumentSearch> {
  const patterns = patternsOf(configured);
  const head = memory.repository.defaultBranch;
  const { matched, found } =
    patterns.length === 0 || head === null
      ? nothingChosen
      : await matchFiles(reader, address, {
          known: memory.matched,
          headOid: head.headOid,
          patterns,
        });
  const selection = selectDocuments(configured, matched?.paths ?? []);
  const isTruncated = matched?.isTruncated ?? false;
  return { choice: { ...selection, configured, isTruncated }, matched, found };
}

interface Wanted {
  readonly known: MatchedFiles | null;
  readonly headOid: string;
  readonly patterns: readonly string[];
}

/** At a commit, the same files fit the same patterns for ever. */
async function matchFiles(
  reader: Pick<RepositoryReader, "listFiles">,
  address: RepositoryAddress,
  { known, headOid, patterns }: Wanted,
): Promise<Pick<DocumentSearch, "found"> & { readonly matched: MatchedFiles }> {
  if (known?.headOid === headOid && isSame(known.patterns, patterns)) {
    return { matched: known, found: new Map() };
  }
  const { files, isTruncated } = await reader.listFiles(address, headOid);
  const regular = files.filter(({ kind }) => kind === "file");
  const paths = matchPaths(
    patterns,
    regular.map(({ path }) => path),
  );
  const fitting = new Set(paths);
  const found = new Map(
    regular.flatMap((file) => (fitting.has(file.path) ? [[file.path, file] as const] : [])),
  );
  return { matched: { headOid, patterns, paths, isTruncated }, found };
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one, index) => one === others[index]);
}
