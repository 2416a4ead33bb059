// The order of numbered headings: 5.9 comes before 5.10.

import type { Chapter } from "./chapters.ts";

/** Negative where the first comes first. */
export function compareSeries(one: Chapter, other: Chapter): number {
  const [a, b] = [one, other].map(({ series }) => (series?.number ?? "").split(".").map(Number));
  for (const [index, value] of (a ?? []).entries()) {
    const difference = value - (b?.[index] ?? -1);
    if (difference !== 0) return difference;
  }
  return (a?.length ?? 0) - (b?.length ?? 0);
}
