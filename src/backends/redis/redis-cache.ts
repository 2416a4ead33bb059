/**
 * The cache of many processes. Redis may evict any key at any time: what is not there, or not readable,
 * costs a full read. In front of it each process keeps the objects themselves, because facts read from
 * texts are remembered by object; a stamp, new with each save, tells whether they still are what Redis holds.
 *
 * A save is only right on top of what its sync has loaded: a worker whose lease has expired must not
 * bring back what another has corrected since. Where Redis holds anything else, nothing is kept, and the
 * next sync reads everything.
 */
import { randomUUID } from "node:crypto";
import type { Redis } from "ioredis";
import { LRUCache } from "lru-cache";
import { RetryableError } from "../../engine/errors.ts";
import type { Log, RepositoryAddress, RepositoryCache } from "../../engine/ports.ts";
import type { RepositoryMemory } from "../../engine/repository-memory.ts";
import { createMemoryCache, type MemoryCacheOptions } from "../memory/memory-cache.ts";
import { repositoryKey } from "../repository-key.ts";
import { type Argument, luaScript } from "./lua-script.ts";
import { shapeOfMemory } from "./memory-schema.ts";
import { pack, unpack } from "./packed-bytes.ts";
import { decodeMemory, encodeChanges, type FieldChanges } from "./stored-memory.ts";

export interface RedisCacheOptions extends MemoryCacheOptions {
  readonly redis: Redis;
  readonly log: Log;
  /** Of all keys in Redis. */
  readonly prefix?: string;
}

/** Redis forgets what nobody asked for in so many seconds: 30 days. */
const lifetime = 30 * 24 * 60 * 60;

/** What a sync found in Redis: a stamp, nothing, or what another worker has written over it. */
const nothing = "";
const anothers = Symbol("another's");

/**
 * Keys: the memory. Values: the stamp that must be there ("" for none), the new one, seconds to live,
 * "all" where nothing else may stay, how many fields to remove, their names, and then names and contents
 * of those to set. Returns 1; or 0, and leaves nothing, where another stamp was there.
 */
const writeFields = luaScript(`
local memory, first = KEYS[1], 6 + tonumber(ARGV[5])
local isAsExpected = (redis.call('HGET', memory, 'stamp') or '') == ARGV[1]
if not isAsExpected or ARGV[4] == 'all' then redis.call('DEL', memory) end
if not isAsExpected then return 0 end
for i = 6, first - 1 do redis.call('HDEL', memory, ARGV[i]) end
for i = first, #ARGV, 2 do redis.call('HSET', memory, ARGV[i], ARGV[i + 1]) end
redis.call('HSET', memory, 'stamp', ARGV[2])
redis.call('EXPIRE', memory, ARGV[3])
return 1
`);

export function createRedisCache(options: RedisCacheOptions): RepositoryCache {
  return new RedisCache(options);
}

class RedisCache implements RepositoryCache {
  readonly #redis: Redis;
  readonly #log: Log;
  readonly #prefix: string;
  readonly #front: RepositoryCache;
  readonly #stamps = new WeakMap<RepositoryMemory, string>();
  /** By key, of the syncs of late. */
  readonly #found = new LRUCache<string, string | typeof anothers>({ max: 10_000 });

  constructor({ redis, log, prefix = "milepost", ...limits }: RedisCacheOptions) {
    this.#redis = redis;
    this.#log = log;
    this.#prefix = prefix;
    this.#front = createMemoryCache(limits);
  }

  async load(address: RepositoryAddress): Promise<RepositoryMemory | null> {
    const key = this.#keyOf(address);
    const stamp = await orRetry(this.#redis.hget(key, "stamp"));
    this.#found.set(key, stamp ?? nothing);
    if (stamp === null) return null;
    return (await this.#inFront(address, stamp)) ?? this.#read(address, key);
  }

  async save(address: RepositoryAddress, memory: RepositoryMemory): Promise<void> {
    const key = this.#keyOf(address);
    const found = this.#found.get(key) ?? nothing;
    if (found === anothers) return;
    const before = await this.#inFront(address, found);
    if (before === memory) return;
    const changes = await encodeChanges(before, memory);
    const stamp = randomUUID();
    const values = [found, stamp, lifetime, before ? "some" : "all", ...valuesOf(changes)];
    if ((await orRetry(writeFields(this.#redis, [key], values))) !== 1) {
      this.#found.set(key, anothers);
      this.#log.warn({ ...address }, "another worker was here: the next sync reads everything");
      return;
    }
    await this.#keepInFront(address, memory, stamp);
    this.#found.set(key, stamp);
  }

  async forget(address: RepositoryAddress): Promise<void> {
    const key = this.#keyOf(address);
    await orRetry(this.#redis.del(key));
    this.#found.set(key, nothing);
    await this.#front.forget(address);
  }

  async loadBlob(oid: string): Promise<Uint8Array | null> {
    const known = await this.#front.loadBlob(oid);
    if (known) return known;
    const packed = await orRetry(this.#redis.getexBuffer(this.#blobKeyOf(oid), "EX", lifetime));
    const bytes = packed && (await unpack(packed));
    if (bytes) await this.#front.saveBlob(oid, bytes);
    return bytes;
  }

  async saveBlob(oid: string, bytes: Uint8Array): Promise<void> {
    await this.#front.saveBlob(oid, bytes);
    await orRetry(this.#redis.set(this.#blobKeyOf(oid), await pack(bytes), "EX", lifetime));
  }

  async #read(address: RepositoryAddress, key: string): Promise<RepositoryMemory | null> {
    const { stamp, ...fields } = await orRetry(this.#redis.hgetallBuffer(key));
    const found = stamp?.toString() ?? nothing;
    this.#found.set(key, found);
    const memory = await decodeMemory(fields);
    if (memory) await this.#keepInFront(address, memory, found);
    return memory;
  }

  async #inFront(address: RepositoryAddress, stamp: string): Promise<RepositoryMemory | null> {
    const memory = await this.#front.load(address);
    return memory !== null && this.#stamps.get(memory) === stamp ? memory : null;
  }

  async #keepInFront(address: RepositoryAddress, memory: RepositoryMemory, stamp: string) {
    this.#stamps.set(memory, stamp);
    await this.#front.save(address, memory);
  }

  #keyOf(address: RepositoryAddress): string {
    const { installation } = address;
    return `${this.#prefix}:memory:${shapeOfMemory}:${installation}:${repositoryKey(address)}`;
  }

  #blobKeyOf(oid: string): string {
    return `${this.#prefix}:blob:${oid}`;
  }
}

function valuesOf({ set, remove }: FieldChanges): readonly Argument[] {
  return [remove.length, ...remove, ...[...set].flat()];
}

/** A sync whose cache is away is tried again: its hints would be lost with what it could not save. */
async function orRetry<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw new RetryableError("Redis does not answer.", null, error);
  }
}
