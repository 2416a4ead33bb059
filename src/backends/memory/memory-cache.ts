/**
 * The cache of one process. Bounded, so that it may run for months: repositories by the characters of
 * their issues, contents of files by their bytes; the least recently used go first.
 */
import { LRUCache } from "lru-cache";
import { ByNumber } from "../../domain/by-number.ts";
import { changedPlaces, createListMemory, type ListMemory } from "../../domain/list-memory.ts";
import type { ObservedIssue } from "../../domain/observation.ts";
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

/** What an issue takes beside its body, about, with what is remembered of it. */
const charactersPerIssue = 2_000;

type Issues = RepositoryMemory["issues"];

function charactersOf(ofIssues: (issues: Issues) => number) {
  return ({ issues, inherited, matched }: RepositoryMemory): number => {
    let characters = charactersPerIssue + ofIssues(issues);
    for (const file of inherited?.files.values() ?? []) characters += file?.text.length ?? 0;
    for (const path of matched?.paths ?? []) characters += path.length;
    return characters;
  };
}

/** A job saves more than once, mostly the same issues, and all but a few are those of the job before. */
function charactersOfIssues(): (issues: Issues) => number {
  const sums = createListMemory<ObservedIssue, number>();
  return (issues) => {
    const list = ByNumber.listOf(issues);
    return sums.keep(list, sumOf(list, sums));
  };
}

function sumOf(list: readonly ObservedIssue[], sums: ListMemory<ObservedIssue, number>): number {
  const before = sums.find(list);
  const changed = before && changedPlaces(before.list, list);
  if (!changed) return list.reduce((sum, issue) => sum + charactersPerIssue + issue.body.length, 0);
  return changed.reduce(
    (sum, place) => sum + sizeAt(list, place) - sizeAt(before.list, place),
    before.result,
  );
}

function sizeAt(list: readonly ObservedIssue[], place: number): number {
  return charactersPerIssue + (list[place]?.body.length ?? 0);
}
