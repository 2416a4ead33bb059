// "Did you mean": the nearest of the words that are known. For configuration, documents and commands.

const maxDistance = 2;

/** The candidate at most two edits from the word, the nearest one first; letter case does not count. */
export function findNearest(
  word: string,
  candidates: readonly string[],
  most: 1 | 2 = maxDistance,
): string | undefined {
  const limit = Math.min(most, Math.floor(word.length / 2));
  return candidates
    .map((candidate) => ({ candidate, distance: editDistance(word, candidate) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance)[0]?.candidate;
}

/** ` Did you mean "x"?`, or nothing if no candidate is near. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const nearest = findNearest(word, candidates);
  return nearest === undefined ? "" : ` Did you mean "${nearest}"?`;
}

// Levenshtein's distance. Words that differ more in length than the limit are far in any case.
function editDistance(word: string, candidate: string): number {
  if (Math.abs(word.length - candidate.length) > maxDistance) return Number.POSITIVE_INFINITY;
  const from = [...word.toLowerCase()];
  let row = Array.from({ length: from.length + 1 }, (_, index) => index);
  for (const [line, letter] of [...candidate.toLowerCase()].entries()) {
    const next = [line + 1];
    for (const [index, other] of from.entries()) {
      const replaced = (row[index] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1));
    }
    row = next;
  }
  return row[from.length] ?? 0;
}
