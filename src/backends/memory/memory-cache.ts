/**
 * The cache of one process. Bounded, so that it may run for months: repositories by the characters of
 * their issues, contents of files by their bytes; the least recently used go first.
 */
import { LRUCache } from "lru-cache";
import type { RepositoryAddress, RepositoryCache } from "../../engine/ports.ts";
import type { RepositoryMemory } from "../../engine/repository-memory.ts";

export interface MemoryCacheOptions {
  readonly characters?: number;
  readonly blobBytes?: number;
}

export function createMemoryCache(options: MemoryCacheOptions = {}): RepositoryCache {
  const repositories = new LRUCache<string, RepositoryMemory>({
    maxSize: options.characters ?? 256 * 1024 * 1024,
    sizeCalculation: charactersOf,
  });
  const blobs = new LRUCache<string, Uint8Array>({
    maxSize: options.blobBytes ?? 64 * 1024 * 1024,
    sizeCalculation: (bytes) => Math.max(bytes.byteLength, 1),
  });
  return {
    async load(address) {
      return repositories.get(keyOf(address)) ?? null;
    },
    async save(address, memory) {
      repositories.set(keyOf(address), memory);
    },
    async forget(address) {
      repositories.delete(keyOf(address));
    },
    async loadBlob(oid) {
      return blobs.get(oid) ?? null;
    },
    async saveBlob(oid, bytes) {
      blobs.set(oid, bytes);
    },
  };
}

/** With the installation: what one may read, another need not. */
function keyOf({ installation, owner, name }: RepositoryAddress): string {
  return `${installation}:${owner}/${name}`.toLowerCase();
}

/** What an issue takes beside its body, about. */
const charactersPerIssue = 1_000;

function charactersOf({ issues, inherited, matched }: RepositoryMemory): number {
  let characters = charactersPerIssue;
  for (const file of inherited?.files.values() ?? []) characters += file?.text.length ?? 0;
  for (const path of matched?.paths ?? []) characters += path.length;
  for (const { body } of issues.values()) characters += charactersPerIssue + body.length;
  return characters;
}
