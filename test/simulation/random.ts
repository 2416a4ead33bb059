/** Chance from a number: the same seed gives the same choices, on every machine. */
export interface Random {
  /** From 0 to 1, 1 left out. */
  next(): number;
  /** A whole number, both ends among them. */
  between(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<const T>(choices: readonly [T, ...T[]]): T;
  /** Another stream: what one part asks for does not change what another is given. */
  fork(): Random;
}

export function createRandom(seed: number): Random {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: (choices) => choices[between(0, choices.length - 1)] ?? choices[0],
    fork: () => createRandom(between(0, 2 ** 31)),
  };
}
