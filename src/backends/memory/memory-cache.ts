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
    sizeCalculation: charactersOf(charactersOfIssues()),
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

type Issues = RepositoryMemory["issues"];

function charactersOf(ofIssues: (issues: Issues) => number) {
  return ({ issues, inherited, matched }: RepositoryMemory): number => {
    let characters = charactersPerIssue + ofIssues(issues);
    for (const file of inherited?.files.values() ?? []) characters += file?.text.length ?? 0;
    for (const path of matched?.paths ?? []) characters += path.length;
    return characters;
  };
}

/** A job saves more than once, mostly the same issues. */
function charactersOfIssues(): (issues: Issues) => number {
  const known = new WeakMap<Issues, number>();
  return (issues) => {
    let characters = known.get(issues);
    if (characters === undefined) {
      characters = 0;
      for (const { body } of issues.values()) characters += charactersPerIssue + body.length;
      known.set(issues, characters);
    }
    return characters;
  };
}
