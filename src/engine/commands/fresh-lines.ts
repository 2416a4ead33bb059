/** Which lines of a text are new beside those that have run, and where they stood in its earlier versions. Pure. */
import { findInvocations, type Invocation } from "../../commands/invocation.ts";
import type { EarlierText } from "../../domain/command-text.ts";
import type { Instant } from "../../domain/observation.ts";

interface Subtracted {
  readonly fresh: readonly Invocation[];
  /** They have run. */
  readonly standing: readonly Invocation[];
}

/** A line that stands there twice has to be there twice before to be an old one both times. */
export function subtract(all: readonly Invocation[], before: readonly Invocation[]): Subtracted {
  const left = before.map(({ source }) => source);
  const fresh: Invocation[] = [];
  const standing: Invocation[] = [];
  for (const invocation of all) {
    const index = left.indexOf(invocation.source);
    if (index < 0) fresh.push(invocation);
    else {
      standing.push(invocation);
      left.splice(index, 1);
    }
  }
  return { fresh, standing };
}

export interface FormerPlace {
  /** When that version was written. */
  readonly at: Instant;
  readonly line: number;
}

/** Of each fresh line; in `versions`, of which a run that broke off may have met any. */
export function findFormerPlaces(
  fresh: readonly Invocation[],
  before: readonly Invocation[],
  versions: readonly EarlierText[],
  prefix: string,
): ReadonlyMap<Invocation, readonly FormerPlace[]> {
  const places = new Map<Invocation, FormerPlace[]>();
  for (const { at, text } of versions) {
    const left = [...subtract(findInvocations(text, prefix), before).fresh];
    for (const invocation of fresh) {
      const index = left.findIndex(({ source }) => source === invocation.source);
      const [former] = index < 0 ? [] : left.splice(index, 1);
      if (!former) continue;
      places.set(invocation, [...(places.get(invocation) ?? []), { at, line: former.line }]);
    }
  }
  return places;
}
