/** Whole shares of a sum. Shares that are rounded one by one rarely add up; these always do. */

/**
 * `sum` shared out in proportion to weights (0 or more) by largest remainder: whole numbers that add
 * up to `sum`, each less than 1 from its exact share. All 0 where every weight is.
 */
export function shareOut(sum: number, weights: readonly number[]): readonly number[] {
  const all = weights.reduce((total, weight) => total + weight, 0);
  if (all === 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (sum * weight) / all);
  const shares = exact.map(Math.floor);
  const left = sum - shares.reduce((total, share) => total + share, 0);
  const remainder = (index: number) => (exact[index] ?? 0) - (shares[index] ?? 0);
  const raised = new Set(
    [...weights.keys()].sort((a, b) => remainder(b) - remainder(a) || a - b).slice(0, left),
  );
  return shares.map((share, index) => (raised.has(index) ? share + 1 : share));
}
