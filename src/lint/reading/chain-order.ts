// What the chains of a document say about which issue comes before which.

import { onceInARow } from "./once-per.ts";
import type { Outline } from "./outline.ts";
import type { Part } from "./parts.ts";

export interface Order {
  readonly before: number;
  readonly after: number;
  readonly line: number;
  readonly text: string;
}

/** Each pair that a chain puts in order, in every chain that does. */
export const readOrders = onceInARow(({ parts, lines }: Outline): readonly Order[] => {
  const chains = parts.flatMap((part) =>
    part.chains.filter(({ place, stages }) => {
      const line = lines[place.line - 1]?.source ?? "";
      return (isLabelled(part, line) || stages.length > 2) && !isAlternative(part, line);
    }),
  );
  return chains.flatMap(({ stages, place, text }) =>
    stages.flatMap((stage, index) =>
      stages
        .slice(index + 1)
        .flat()
        .flatMap((after) => stage.map((before) => ({ before, after, line: place.line, text }))),
    ),
  );
});

/** "#4 → #5" alone may say that the one is by now the other. */
function isLabelled({ label }: Part, line: string): boolean {
  const words =
    /\b(?:chain|path|order|sequence|dependenc(?:y|ies)|first|second|third|then|start)\b/i;
  return words.test(label) || words.test(line);
}

const alternative =
  /^\W*(?:\d+\W+)?(?:option|alternative|variant|before|after|old|previous|original|former|superseded|history)\b/i;

/** One of several ways to go, or one that is no longer gone: by its own line, or a part around it. */
function isAlternative(part: Part, line: string): boolean {
  for (let at: Part | null = part; at; at = at.parent) {
    if (alternative.test(at.source)) return true;
  }
  return alternative.test(line);
}

/** Pairs that are in one order in one chain and the other way round in another. */
export const reversedPairs = onceInARow((orders: readonly Order[]): readonly Order[] => {
  const followers = new Map<number, Set<number>>();
  for (const { before, after } of orders) {
    const known = followers.get(before);
    if (known) known.add(after);
    else followers.set(before, new Set([after]));
  }
  return orders.filter(({ before, after }) => followers.get(after)?.has(before));
});
