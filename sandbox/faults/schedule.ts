/**
 * When a fault strikes: counted over the calls or deliveries that match it. Chance is the test's own: a
 * seeded one plays the same way again.
 */

/** "next" is the first match only, "always" every one; or every n-th, after some, a few times. */
export type Schedule =
  | "next"
  | "always"
  | {
      /** Matches to let pass first; 0 unless given. */
      readonly skip?: number;
      /** 3 strikes the third match, the sixth, …; 1 unless given. */
      readonly every?: number;
      /** Strikes before the fault is spent; without end unless given. */
      readonly times?: number;
      /** Asked of each match that is due by the counts; always unless given. */
      readonly when?: () => boolean;
    };

/** What a test keeps of a fault it asked for. */
export interface Fault {
  /** How many calls or deliveries matched so far. */
  readonly seen: number;
  /** How many of them it struck. */
  readonly struck: number;
  /** Ends it; what it holds back goes on its way. */
  remove(): void;
}

/** Counts matches and says which of them are struck. */
export class Strikes {
  readonly #skip: number;
  readonly #every: number;
  readonly #times: number;
  readonly #when: () => boolean;
  seen = 0;
  struck = 0;

  constructor(schedule: Schedule) {
    const given = typeof schedule === "string" ? {} : schedule;
    this.#skip = given.skip ?? 0;
    this.#every = given.every ?? 1;
    this.#times = schedule === "next" ? 1 : (given.times ?? Number.POSITIVE_INFINITY);
    this.#when = given.when ?? (() => true);
    if (!(this.#skip >= 0 && this.#every >= 1 && this.#times >= 0)) {
      throw new Error("sandbox: a schedule needs skip >= 0, every >= 1 and times >= 0");
    }
  }

  /** Books one match; true when it is struck. */
  book(): boolean {
    this.seen += 1;
    const counted = this.seen - this.#skip;
    const isDue = counted > 0 && counted % this.#every === 0 && this.struck < this.#times;
    if (!isDue || !this.#when()) return false;
    this.struck += 1;
    return true;
  }
}
