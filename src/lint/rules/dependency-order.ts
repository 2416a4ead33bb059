// Two chains that put the same issues in opposite order.

import { readOrders, reversedPairs } from "../reading/chain-order.ts";
import { contradiction, inWords, lineWords } from "../reading/contradiction.ts";
import { outlineOf } from "../reading/outline.ts";
import type { Rule } from "../rule.ts";

export const dependencyOrder: Rule = {
  id: "dependency-order",
  severity: "error",
  meaning: "Two chains put the same two issues in opposite order.",
  example: "**Chain:** #4 → #5 → #6\n\n**Critical Path:** #4 → #6 → #5\n",
  offline: true,
  ofPlans: true,
  fixes: false,
  check(subject) {
    const pairs = reversedPairs(readOrders(outlineOf(subject))).filter(
      ({ before, after }) => before !== after,
    );
    if (pairs.length === 0) return [];
    const ways = Map.groupBy(pairs, ({ before, after }) => `#${before} before #${after}`);
    const claims = [...ways].map(
      ([way, orders]) => `${way} (${lineWords(orders.map(({ line }) => line))})`,
    );
    return [
      contradiction(
        pairs.map(({ line }) => line),
        `Chains differ in their order: ${inWords(claims)}. Keep the order that the dependencies on GitHub have.`,
        claims,
      ),
    ];
  },
};
