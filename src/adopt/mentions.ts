// Which issues a passage lists, and which a rendered block shows.

import type { Subject } from "./candidate.ts";
import { withinPart } from "./parts.ts";

/** Those of the lines; what only explains another, as in "duplicates of #4", is left out. Ascending. */
export function issuesIn(
  subject: Pick<Subject, "root">,
  from: number,
  to: number,
): readonly number[] {
  return namedIn(subject, from, to, (attribute) => attribute === null);
}

/** The same with those that explain others. */
export function allIssuesIn(
  subject: Pick<Subject, "root">,
  from: number,
  to: number,
): readonly number[] {
  return namedIn(subject, from, to, () => true);
}

function namedIn(
  { root }: Pick<Subject, "root">,
  from: number,
  to: number,
  counts: (attribute: string | null) => boolean,
): readonly number[] {
  const isWithin = ({ line }: { readonly line: number }) => from < line && line <= to;
  const sections = withinPart(root).map(({ section }) => section);
  const listed = sections
    .flatMap(({ items }) => items)
    .flatMap(({ references }) => references)
    .filter(({ place, attribute }) => isWithin(place) && counts(attribute))
    .flatMap(({ numbers }) => numbers);
  const chained = sections
    .flatMap(({ chains }) => chains)
    .filter(({ place }) => isWithin(place))
    .flatMap(({ stages }) => stages.flat());
  return [...new Set([...listed, ...chained])].sort((a, b) => a - b);
}

/** Of a region's text: "[#4]-[#7]" shows four. */
export function issuesShown(rendered: string): ReadonlySet<number> {
  const shown = new Set<number>();
  for (const match of rendered.matchAll(/\[#(\d+)\](?:-\[#(\d+)\])?(?!:)/g)) {
    const first = Number(match[1]);
    const last = Number(match[2] ?? first);
    for (let number = first; number <= last; number += 1) shown.add(number);
  }
  return shown;
}

/** "#4" or "#4, #5 and 3 more". */
export function issueWords(issues: readonly number[]): string {
  const refs = issues.slice(0, issuesNamed).map((number) => `#${number}`);
  const more = issues.length - refs.length;
  return more > 0 ? `${refs.join(", ")} and ${more} more` : refs.join(", ");
}

const issuesNamed = 8;
