/**
 * The cache of one process. Bounded, so that it may run for months: repositories by number, contents of
 * files by their bytes; the least recently used go first.
 */
import { LRUCache } from "lru-cache";
import type { RepositoryAddress, RepositoryCache } from "../../engine/ports.ts";
import type { RepositoryMemory } from "../../engine/repository-memory.ts";

export interface MemoryCacheOptions {
  readonly repositories?: number;
  readonly blobBytes?: number;
}

export function createMemoryCache(options: MemoryCacheOptions = {}): RepositoryCache {
  const repositories = new LRUCache<string, RepositoryMemory>({ max: options.repositories ?? 200 });
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
