import { expect, test } from "#test";
import { createMemoryCache } from "../../src/backends/memory/memory-cache.ts";
import type { RepositoryMemory } from "../../src/engine/repository-memory.ts";
import { describeCache } from "./cache-contract.ts";

const address = (name: string, installation = 1) => ({ installation, owner: "acme", name });
const memory = { cursor: "2025-11-10T09:00:00Z", issues: new Map() } as unknown as RepositoryMemory;
const large = {
  issues: new Map([[1, { body: "x".repeat(5_000) }]]),
} as unknown as RepositoryMemory;

describeCache("the cache in memory", () => ({
  cache: createMemoryCache(),
  close: async () => {},
}));

test("drops the repository that was not used for longest", async () => {
  const cache = createMemoryCache({ characters: 5_000 });
  await cache.save(address("a"), memory);
  await cache.save(address("b"), memory);
  await cache.load(address("a"));
  await cache.save(address("c"), memory);
  expect(await cache.load(address("b"))).toBeNull();
  expect(await cache.load(address("a"))).toBe(memory);
});

test("makes room for one that has much text", async () => {
  const cache = createMemoryCache({ characters: 10_000 });
  await cache.save(address("a"), memory);
  await cache.save(address("b"), large);
  expect(await cache.load(address("a"))).toBeNull();
  expect(await cache.load(address("b"))).toBe(large);
});

test("holds contents up to a number of bytes, empty files too", async () => {
  const cache = createMemoryCache({ blobBytes: 10 });
  await cache.saveBlob("empty", new Uint8Array(0));
  await cache.saveBlob("old", new Uint8Array(6));
  expect(await cache.loadBlob("empty")).toEqual(new Uint8Array(0));
  await cache.saveBlob("new", new Uint8Array(6));
  expect(await cache.loadBlob("old")).toBeNull();
  expect(await cache.loadBlob("new")).toHaveLength(6);
  await cache.saveBlob("larger than all", new Uint8Array(11));
  expect(await cache.loadBlob("larger than all")).toBeNull();
});
