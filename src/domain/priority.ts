/** The order of priorities: "critical" and "P0" first, words that nobody knows after all known ones. */

const known = ["critical", "p0", "high", "p1", "medium", "p2", "low", "p3"];
const unknownRank = known.length / 2;

/** 0 for "critical" and "P0", 3 for "low" and "P3"; 4 for other words and for none. */
export function rankOfPriority(name: string | undefined): number {
  const index = known.indexOf(name?.toLowerCase() ?? "");
  return index < 0 ? unknownRank : index >> 1;
}

/** For sorting names: by rank, then by name. */
export function comparePriorities(a: string, b: string): number {
  return rankOfPriority(a) - rankOfPriority(b) || a.localeCompare(b, "en");
}
