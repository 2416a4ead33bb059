/**
 * Issues by their numbers, in the order in which they were added: a map whose copy costs next to nothing, for what
 * is the same but for a few of thousands.
 */
import { noteOrigin } from "./list-origins.ts";

/** Copies share the index until one adds or removes a number. */
export class ByNumber<V extends object> implements ReadonlyMap<number, V> {
  #list: V[];
  #places: Map<number, number>;
  #isIndexShared: boolean;
  /** Since somebody holds the list, it is never changed again. */
  #isListShared = false;
  /** The list that this one was made from by changing members alone. */
  #from: readonly V[] | undefined;
  #changed: number[] = [];

  private constructor(list: V[], places: Map<number, number>, from: readonly V[] | undefined) {
    this.#list = list;
    this.#places = places;
    this.#isIndexShared = from !== undefined;
    this.#from = from;
  }

  static copyOf<V extends object>(map: ReadonlyMap<number, V>): ByNumber<V> {
    if (!(map instanceof ByNumber)) {
      return new ByNumber([...map.values()], indexOf(map.keys()), undefined);
    }
    const from = map.#share();
    map.#isIndexShared = true;
    return new ByNumber<V>(from.slice(), map.#places, from);
  }

  /** The values of any map; of one by number, always the very same list as long as nothing in it changes. */
  static listOf<V extends object>(map: ReadonlyMap<number, V>): readonly V[] {
    return map instanceof ByNumber ? map.#share() : [...map.values()];
  }

  #share(): readonly V[] {
    if (!this.#isListShared && this.#from) noteOrigin(this.#list, this.#from, this.#changed);
    this.#isListShared = true;
    return this.#list;
  }

  /** The list, to be changed; `place` is undefined where its length is. */
  #unshared(place: number | undefined): V[] {
    if (this.#isListShared) {
      this.#from = this.#list;
      this.#changed = [];
      this.#list = this.#list.slice();
      this.#isListShared = false;
    }
    if (place === undefined) this.#from = undefined;
    else this.#changed.push(place);
    return this.#list;
  }

  get size(): number {
    return this.#list.length;
  }

  get(number: number): V | undefined {
    const place = this.#places.get(number);
    return place === undefined ? undefined : this.#list[place];
  }

  has(number: number): boolean {
    return this.#places.has(number);
  }

  set(number: number, value: V): this {
    const place = this.#places.get(number);
    const list = this.#unshared(place);
    if (place !== undefined) {
      list[place] = value;
      return this;
    }
    if (this.#isIndexShared) this.#places = new Map(this.#places);
    this.#isIndexShared = false;
    this.#places.set(number, list.length);
    list.push(value);
    return this;
  }

  delete(number: number): boolean {
    const place = this.#places.get(number);
    if (place === undefined) return false;
    this.#unshared(undefined).splice(place, 1);
    this.#places = indexOf([...this.#places.keys()].filter((one) => one !== number));
    this.#isIndexShared = false;
    return true;
  }

  keys(): MapIterator<number> {
    return this.#places.keys();
  }

  values(): ArrayIterator<V> {
    return this.#list.values();
  }

  *entries(): Generator<[number, V], undefined> {
    for (const [number, place] of this.#places) {
      const value = this.#list[place];
      if (value !== undefined) yield [number, value];
    }
    return undefined;
  }

  [Symbol.iterator](): Generator<[number, V], undefined> {
    return this.entries();
  }

  forEach(callback: (value: V, number: number, map: ReadonlyMap<number, V>) => void): void {
    this.#places.forEach((place, number) => {
      const value = this.#list[place];
      if (value !== undefined) callback(value, number, this);
    });
  }
}

function indexOf(numbers: Iterable<number>): Map<number, number> {
  const places = new Map<number, number>();
  for (const number of numbers) places.set(number, places.size);
  return places;
}
