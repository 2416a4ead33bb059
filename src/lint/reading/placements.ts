// Where the document puts each issue: into the part of its own plan, or into the milestone that it was moved to.

import { onceInARow } from "./once-per.ts";
import type { Mention, Part } from "./parts.ts";

export interface Placement {
  readonly number: number;
  /** Where it is open in this plan: with a state, or in a part that is counted. */
  readonly here: readonly Mention[];
  readonly done: readonly Mention[];
  /** By the milestone's name. */
  readonly moved: ReadonlyMap<string, readonly Mention[]>;
}

/** @param own Numbers that name no issues. */
export function readPlacements(
  mentions: readonly Mention[],
  own: ReadonlySet<number>,
): readonly Placement[] {
  const byNumber = new Map<number, Mention[]>();
  for (const mention of mentions) {
    if (own.has(mention.number)) continue;
    const list = byNumber.get(mention.number);
    if (list) list.push(mention);
    else byNumber.set(mention.number, [mention]);
  }
  return Array.from(byNumber, ([number, places]) => ({
    number,
    here: places.filter(isOpenHere),
    done: places.filter(({ state, target }) => state === "done" && target === null),
    moved: byTarget(places),
  }));
}

const nowhere: ReadonlyMap<string, readonly Mention[]> = new Map();

function byTarget(mentions: readonly Mention[]): Placement["moved"] {
  const moved = mentions.filter((one) => one.target !== null && one.part.time === null);
  return moved.length === 0 ? nowhere : Map.groupBy(moved, ({ target }) => target ?? "");
}

function isOpenHere({ part, state, target }: Mention): boolean {
  if (target !== null || state === "done") return false;
  return state !== null || part.counts.length > 0;
}

/** Parts whose issues have all gone, to more than one place: nothing is left of the part itself. */
export const dissolvedParts = onceInARow((placements: readonly Placement[]): ReadonlySet<Part> => {
  const members = placements.flatMap((placement) =>
    placement.here.map(({ part }) => ({ part, placement })),
  );
  const dissolved = [...Map.groupBy(members, ({ part }) => part)].filter(([, inPart]) => {
    const isGone = inPart.every(({ placement: { moved, done } }) => moved.size + done.length > 0);
    const targets = new Set(inPart.flatMap(({ placement }) => [...placement.moved.keys()]));
    return isGone && targets.size > 1;
  });
  return new Set(dissolved.map(([part]) => part));
});

/** Not sprints and weeks: work may go on from one to the next. */
const series = /^[\s#*>-]*(?:Milestone|Phase|Stage)\s+\d/i;

/** The parts of one series ("Phase 1", "Phase 2") that list the issue as open, where there is more than one. */
export function listedTwice({ here }: Placement): readonly Mention[] {
  if (here.length < 2) return [];
  const inSeries = here.flatMap((mention) => {
    const part = seriesPart(mention.part);
    return part ? [{ mention, part }] : [];
  });
  const parents = Map.groupBy(inSeries, ({ part }) => part.parent);
  for (const group of parents.values()) {
    const parts = new Set(group.map(({ part }) => part));
    if (parts.size > 1) return group.map(({ mention }) => mention);
  }
  return [];
}

function seriesPart(part: Part): Part | null {
  for (let at: Part | null = part; at; at = at.parent) {
    if (at.level > 0 && series.test(at.source)) return at;
  }
  return null;
}
