// What the chains of a document say about which issue comes before which.

import type { Outline } from "./outline.ts";

export interface Order {
  readonly before: number;
  readonly after: number;
  readonly line: number;
  readonly text: string;
}

/** Each pair that a chain puts in order, in every chain that does. */
export function readOrders({ parts }: Outline): readonly Order[] {
  const chains = parts.flatMap((part) => part.chains);
  return chains.flatMap(({ stages, place, text }) =>
    stages.flatMap((stage, index) =>
      stages
        .slice(index + 1)
        .flat()
        .flatMap((after) => stage.map((before) => ({ before, after, line: place.line, text }))),
    ),
  );
}

/** Pairs that are in one order in one chain and the other way round in another. */
export function reversedPairs(orders: readonly Order[]): readonly Order[] {
  const known = new Set(orders.map(({ before, after }) => `${before} ${after}`));
  return orders.filter(({ before, after }) => known.has(`${after} ${before}`));
}
