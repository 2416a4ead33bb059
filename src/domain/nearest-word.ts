// "Did you mean": the nearest of the words that are known. For configuration, documents and commands.

const maxDistance = 2;

/** The candidate at most two edits from the word, the nearest one first; letter case does not count. */
export function findNearest(
  word: string,
  candidates: readonly string[],
  most: 1 | 2 = maxDistance,
): string | undefined {
  return findNear(word, candidates, most)[0];
}

/** All that are so near, the nearest ones first. */
export function findNear(
  word: string,
  candidates: readonly string[],
  most: 1 | 2 = maxDistance,
): readonly string[] {
  const limit = Math.min(most, Math.floor(word.length / 2));
  return candidates
    .map((candidate) => ({ candidate, distance: editDistance(word, candidate) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance)
    .map(({ candidate }) => candidate);
}

/** ` Did you mean "x"?`, or nothing if no candidate is near. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const nearest = findNearest(word, candidates);
  return nearest === undefined ? "" : ` Did you mean "${nearest}"?`;
}

// Levenshtein's distance, with two neighbours that changed places as one edit. Words that differ more in length
// than the limit are far in any case.
function editDistance(word: string, candidate: string): number {
  if (Math.abs(word.length - candidate.length) > maxDistance) return Number.POSITIVE_INFINITY;
  const from = [...word.toLowerCase()];
  const to = [...candidate.toLowerCase()];
  const rows = [Array.from({ length: from.length + 1 }, (_, index) => index)];
  for (let line = 1; line <= to.length; line += 1) {
    const [beforeLast, last = []] = [rows[line - 2], rows[line - 1]];
    const row = [line];
    for (let column = 1; column <= from.length; column += 1) {
      const isSame = from[column - 1] === to[line - 1];
      const isSwapped = from[column - 1] === to[line - 2] && from[column - 2] === to[line - 1];
      row.push(
        Math.min(
          at(last, column - 1) + Number(!isSame),
          at(last, column) + 1,
          at(row, column - 1) + 1,
          isSwapped ? at(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    rows.push(row);
  }
  return at(rows[to.length], from.length);
}

function at(row: readonly number[] | undefined, column: number): number {
  return row?.[column] ?? Number.POSITIVE_INFINITY;
}
