// Looks a place up among others, in logarithmic time: a line may hold thousands of references and cells.

interface Begun {
  readonly start: number;
}

/** The last of the places, which are in order, that begins at the offset or before it. */
export function lastBegun<Place extends Begun>(
  places: readonly Place[],
  offset: number,
): Place | undefined {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return places[low - 1];
}
