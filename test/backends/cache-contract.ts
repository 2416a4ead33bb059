/** What every cache must do. A backend's test calls `describeCache` with a way to make one. */
import { afterEach, beforeEach, describe, expect, test } from "#test";
import type { RepositoryCache } from "../../src/engine/ports.ts";
import { memoryOf, observedIssue } from "../engine/observation-builder.ts";

export interface CacheUnderTest {
  readonly cache: RepositoryCache;
  readonly close: () => Promise<void>;
}

const plan = { installation: 1, owner: "acme", name: "plan" };

export function describeCache(name: string, make: () => CacheUnderTest): void {
  describe(name, () => {
    let world: CacheUnderTest;
    let cache: RepositoryCache;

    beforeEach(() => {
      world = make();
      cache = world.cache;
    });
    afterEach(() => world.close());

    test("knows nothing of a repository that was never saved", async () => {
      expect(await cache.load(plan)).toBeNull();
    });

    test("keeps a repository until it is forgotten", async () => {
      const memory = memoryOf([observedIssue(1), observedIssue(99)]);
      await cache.save(plan, memory);
      expect(await cache.load(plan)).toEqual(memory);
      await cache.forget(plan);
      expect(await cache.load(plan)).toBeNull();
      await cache.save(plan, memory);
      expect(await cache.load(plan)).toEqual(memory);
    });

    test("owner and name mean the same repository in any case", async () => {
      const memory = memoryOf([observedIssue(1)]);
      await cache.save(plan, memory);
      expect(await cache.load({ ...plan, owner: "ACME", name: "Plan" })).toEqual(memory);
    });

    test("shows no installation what another one read", async () => {
      await cache.save(plan, memoryOf([observedIssue(1)]));
      expect(await cache.load({ ...plan, installation: 2 })).toBeNull();
    });

    test("what was saved last is there, and nothing of what was before", async () => {
      const issues = [1, 2, 51, 120].map((number) => observedIssue(number));
      await cache.save(plan, memoryOf(issues));
      const later = memoryOf([observedIssue(2, { title: "Renamed" }), observedIssue(300)]);
      await cache.save(plan, later);
      expect(await cache.load(plan)).toEqual(later);
    });

    test("the process that saved an issue gets the same object, because facts are remembered by it", async () => {
      const memory = memoryOf([observedIssue(1), observedIssue(2)]);
      await cache.save(plan, memory);
      const loaded = await cache.load(plan);
      expect(loaded?.issues.get(1)).toBe(memory.issues.get(1));
      expect(loaded?.issues.get(2)).toBe(memory.issues.get(2));
    });

    test("keeps contents byte by byte, empty and large ones too", async () => {
      const contents = {
        empty: new Uint8Array(0),
        short: Uint8Array.of(0, 255, 13, 10, 239, 187, 191),
        large: Uint8Array.from({ length: 70_000 }, (_, index) => (index * index) % 256),
      };
      for (const [oid, bytes] of Object.entries(contents)) await cache.saveBlob(oid, bytes);
      for (const [oid, bytes] of Object.entries(contents)) {
        expect(Buffer.from((await cache.loadBlob(oid)) ?? []).equals(bytes)).toBe(true);
      }
      expect(await cache.loadBlob("empty")).not.toBeNull();
      expect(await cache.loadBlob("unknown")).toBeNull();
    });
  });
}
