import fc from "fast-check";
import { describe, expect, test } from "#test";
import { ByNumber } from "../../src/domain/by-number.ts";
import { changedPlaces } from "../../src/domain/list-memory.ts";

interface Member {
  readonly number: number;
  readonly text: string;
}

const number = fc.integer({ min: 1, max: 12 });
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant("set" as const), number, text: fc.string() }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("delete" as const), number }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("copy" as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("list" as const) }) },
);

/** A copy and the map that it must be like, with the lists that it gave and what they held then. */
interface Twin {
  readonly map: Map<number, Member>;
  readonly ours: ByNumber<Member>;
  readonly lists: { readonly list: readonly Member[]; readonly held: readonly Member[] }[];
}

function walk(
  steps: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[],
): readonly Twin[] {
  const start = new Map([1, 2, 3].map((one) => [one, { number: one, text: "" }]));
  const first: Twin = { map: new Map(start), ours: ByNumber.copyOf(start), lists: [] };
  const twins = [first];
  let now = first;
  for (const one of steps) {
    const { map, ours } = now;
    if (one.do === "set") {
      const member = { number: one.number, text: one.text };
      map.set(one.number, member);
      ours.set(one.number, member);
    } else if (one.do === "delete") {
      expect(ours.delete(one.number)).toBe(map.delete(one.number));
    } else if (one.do === "list") {
      now.lists.push({ list: ByNumber.listOf(ours), held: [...map.values()] });
    } else {
      now = { map: new Map(map), ours: ByNumber.copyOf(ours), lists: [] };
      twins.push(now);
    }
  }
  return twins;
}

describe("a map by number", () => {
  test("is what a map would be, whatever is done to it and to its copies", () => {
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        for (const { map, ours } of walk(steps)) {
          const told: [number, Member][] = [];
          ours.forEach((value, key) => {
            told.push([key, value]);
          });
          expect(told).toEqual([...map]);
          expect([...ours]).toEqual([...map]);
          expect([...ours.keys()]).toEqual([...map.keys()]);
          expect([...ours.values()]).toEqual([...map.values()]);
          expect(ours.size).toBe(map.size);
          for (let one = 0; one < 14; one += 1) {
            expect(ours.get(one)).toBe(map.get(one));
            expect(ours.has(one)).toBe(map.has(one));
          }
        }
      }),
    );
  });

  test("gives lists that never change, and that tell exactly where they differ from each other", () => {
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const lists = walk(steps).flatMap((twin) => twin.lists);
        for (const { list, held } of lists) expect(list).toEqual(held);
        for (const { list: before } of lists) {
          for (const { list: now } of lists)
            expect(changedPlaces(before, now)).toEqual(differences(before, now));
        }
      }),
    );
  });

  test("gives the very same list as long as nothing in it changes", () => {
    const one = ByNumber.copyOf(new Map([[1, { number: 1, text: "" }]]));
    const list = ByNumber.listOf(one);
    expect(ByNumber.listOf(one)).toBe(list);
    one.set(1, { number: 1, text: "new" });
    expect(ByNumber.listOf(one)).not.toBe(list);
  });
});

function differences(
  before: readonly Member[],
  now: readonly Member[],
): readonly number[] | undefined {
  const numbers = (list: readonly Member[]) => list.map((one) => one.number).join();
  if (numbers(before) !== numbers(now)) return undefined;
  return now.flatMap((member, place) => (member === before[place] ? [] : [place]));
}
