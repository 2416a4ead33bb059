/** What waits for what by a document's chains: an edge that would close a circle is left out. */
import type { DocumentClaims } from "../../claims/document-claims.ts";
import { sectionsOf } from "./claimed-issues.ts";

/** As many as an issue may have on GitHub, on either end. */
const mostEdges = 50;

/** The blockers of each issue; chains that stand first hold against those that contradict them. */
export function readClaimedChains({ root }: DocumentClaims): ReadonlyMap<number, Set<number>> {
  const blockers = new Map<number, Set<number>>();
  const blocking = new Map<number, number>();
  for (const [blocker, issue] of edgesOf(root)) {
    const known = blockers.get(issue) ?? new Set();
    const ends = blocking.get(blocker) ?? 0;
    if (known.has(blocker) || known.size >= mostEdges || ends >= mostEdges) continue;
    if (waitsFor(blocker, issue, blockers)) continue;
    blockers.set(issue, known.add(blocker));
    blocking.set(blocker, ends + 1);
  }
  return blockers;
}

function edgesOf(root: DocumentClaims["root"]): readonly (readonly [number, number])[] {
  const chains = sectionsOf(root).flatMap(({ section }) => section.chains);
  return chains.flatMap(({ stages }) =>
    stages.slice(1).flatMap((stage, index) => {
      const before = (stages[index] ?? []).slice(0, mostEdges);
      return stage.flatMap((issue) => before.map((blocker) => [blocker, issue] as const));
    }),
  );
}

/** Whether one is the other, or waits for it over others. */
function waitsFor(
  issue: number,
  other: number,
  blockers: ReadonlyMap<number, ReadonlySet<number>>,
): boolean {
  const seen = new Set([issue]);
  for (const one of seen) for (const blocker of blockers.get(one) ?? []) seen.add(blocker);
  return seen.has(other);
}
