// Which issues a passage lists, and which a rendered block shows.

import type { Subject } from "./candidate.ts";
import { type Part, withinPart } from "./parts.ts";

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

interface Named {
  readonly line: number;
  readonly attribute: string | null;
  readonly numbers: readonly number[];
}

/** By line. Recognisers ask for many passages of one document. */
const known = new WeakMap<Part, readonly Named[]>();

function namedIn(
  { root }: Pick<Subject, "root">,
  from: number,
  to: number,
  counts: (attribute: string | null) => boolean,
): readonly number[] {
  const all = known.get(root) ?? readNamed(root);
  known.set(root, all);
  const within = all.slice(firstBehind(all, from), firstBehind(all, to));
  const numbers = within.filter(({ attribute }) => counts(attribute)).flatMap((one) => one.numbers);
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** The index of the first behind the line. */
function firstBehind(all: readonly Named[], line: number): number {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.line ?? 0) > line) high = middle;
    else low = middle + 1;
  }
  return low;
}

function readNamed(root: Part): readonly Named[] {
  const named = withinPart(root).flatMap(({ section }) => [
    ...section.items.flatMap(({ references }) =>
      references.map(({ place, attribute, numbers }) => ({ line: place.line, attribute, numbers })),
    ),
    ...section.chains.map(({ place, stages }) => {
      return { line: place.line, attribute: null, numbers: stages.flat() };
    }),
  ]);
  return named.sort((a, b) => a.line - b.line);
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
