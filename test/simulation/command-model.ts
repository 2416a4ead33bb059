/**
 * What must be so in the end, as if each command that nobody superseded had run once, in order: for each
 * fact the values it may have. The last word counts. Where it is not certain that a word was heard, the
 * fact may have either value.
 */

export type Value = string | number | boolean | null;

interface Word {
  readonly at: number;
  readonly value: Value;
  /** The comment and the line that it stands in; null for what a person did by hand. */
  readonly source: string | null;
  isCertain: boolean;
}

export class CommandModel {
  readonly #facts = new Map<string, Word[]>();

  /** By hand. `mayYetRun`: whether a command from this source might still run, or run again. */
  did(at: number, fact: string, value: Value, mayYetRun: (source: string, at: number) => boolean) {
    const words = this.#wordsOf(fact);
    const earlier = [...words];
    words.push({ at, value, source: null, isCertain: true });
    for (const word of earlier) {
      if (word.source === null || !mayYetRun(word.source, word.at)) continue;
      words.push({ ...word, isCertain: false });
    }
  }

  commanded(at: number, fact: string, value: Value, source: string, isCertain = true): void {
    this.#wordsOf(fact).push({ at, value, source, isCertain });
  }

  /** Its text was edited before it surely ran: the words that stood there may never be heard. */
  mayBeUnheard(source: string): void {
    for (const words of this.#facts.values()) {
      for (const word of words) if (word.source === source) word.isCertain = false;
    }
  }

  /** A person changed what a word is about, so it is heard only if it came first. */
  doubt(isMeant: (fact: string, source: string, at: number) => boolean): void {
    for (const [fact, words] of this.#facts) {
      for (const word of words) {
        if (word.source !== null && isMeant(fact, word.source, word.at)) word.isCertain = false;
      }
    }
  }

  /** Its text was edited, and what stands there still may be heard as if it were said now. */
  repeat(source: string, at: number, as: string): void {
    for (const words of this.#facts.values()) {
      for (const word of words.filter((one) => one.source === source)) {
        words.push({ ...word, at, source: as, isCertain: false });
      }
    }
  }

  facts(): readonly string[] {
    return [...this.#facts.keys()];
  }

  possible(fact: string, atFirst: Value): ReadonlySet<Value> {
    const possible = new Set<Value>([atFirst]);
    for (const { value, isCertain } of this.#wordsOf(fact)) {
      if (isCertain) possible.clear();
      possible.add(value);
    }
    return possible;
  }

  #wordsOf(fact: string): Word[] {
    const words = this.#facts.get(fact) ?? [];
    this.#facts.set(fact, words);
    return words;
  }
}
