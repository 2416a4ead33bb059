// Chains that together lead back to where they began, although no two of them contradict each other.

import { type Order, readOrders, reversedPairs } from "../reading/chain-order.ts";
import { contradiction } from "../reading/contradiction.ts";
import { outlineOf } from "../reading/outline.ts";
import type { Rule } from "../rule.ts";

export const dependencyCycle: Rule = {
  id: "dependency-cycle",
  severity: "error",
  meaning: "The chains of a document, taken together, form a circle.",
  example: "**First:** #4 → #5\n\n**Second:** #5 → #6\n\n**Third:** #6 → #4\n",
  offline: true,
  ofPlans: true,
  fixes: false,
  check(subject) {
    const orders = readOrders(outlineOf(subject));
    if (reversedPairs(orders).length > 0) return [];
    const cycle = findCycle(orders);
    if (!cycle) return [];
    const steps = [...cycle, cycle[0]].map((number) => `#${number}`).join(" → ");
    const members = new Set(cycle);
    const lines = orders
      .filter(({ before, after }) => members.has(before) && members.has(after))
      .map(({ line }) => line);
    return [
      contradiction(lines, `The chains lead in a circle: ${steps}. Take one step out.`, [
        `${steps}`,
        "nothing can wait for itself",
      ]),
    ];
  },
};

/** What is left after all that has nothing before it is taken away, again and again, is in or behind a circle. */
function findCycle(orders: readonly Order[]): readonly number[] | null {
  let left = orders;
  for (let size = -1; size !== left.length; ) {
    size = left.length;
    const waiting = new Set(left.map(({ after }) => after));
    const freeing = new Set(left.map(({ before }) => before));
    left = left.filter(({ before, after }) => waiting.has(before) && freeing.has(after));
  }
  return left[0] ? walk(left[0].before, left) : null;
}

function walk(first: number, orders: readonly Order[]): readonly number[] {
  const path = [first];
  for (let at = first; ; ) {
    const next = orders.find(({ before }) => before === at)?.after ?? first;
    const seen = path.indexOf(next);
    if (seen >= 0) return path.slice(seen);
    path.push(next);
    at = next;
  }
}
