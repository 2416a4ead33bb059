// An issue that one line shows as done and another as not done.

import { contradiction, lineWords } from "../reading/contradiction.ts";
import { findIdleWork } from "../reading/idle-work.ts";
import { ofOneIssue } from "../reading/one-issue.ts";
import { outlineOf } from "../reading/outline.ts";
import type { Mention, Part } from "../reading/parts.ts";
import type { Placement } from "../reading/placements.ts";
import type { Rule } from "../rule.ts";

export const stateConflict: Rule = {
  id: "state-conflict",
  severity: "error",
  meaning:
    "An issue is done on one line and not done on another, or work is “in progress” of which every issue is still to be started.",
  example: "## Done\n- #4 Parser ✅\n\n## Remaining\n- [ ] #4 Parser\n",
  offline: true,
  ofPlans: true,
  fixes: false,
  check(subject) {
    const outline = outlineOf(subject);
    const conflicts = outline.placements
      .filter(hasTwoStates)
      .map(withoutPast)
      .map(withoutPieces)
      .map((placement): Placement => {
        const [done, here] = ofOneIssue(outline, placement.done, placement.here.filter(isStated));
        return { ...placement, done, here };
      })
      .filter(hasTwoStates);
    return [...conflicts.map(describe), ...findIdleWork(outline)];
  },
};

/** Open in what was moved elsewhere is no state of this plan. */
function hasTwoStates({ done, here }: Placement): boolean {
  return done.length > 0 && here.some(isStated);
}

function isStated({ state }: Mention): boolean {
  return state !== null;
}

/** An entry of a log is about its day: only what it says itself contradicts it. */
function withoutPast(placement: Placement): Placement {
  const here = placement.here.filter((mention) => {
    const time = mention.part.time;
    return time === null || placement.done.some((one) => one.part.time === time);
  });
  return { ...placement, here };
}

/** Where one list names an issue in several entries, each is about a piece of it, unless they say the same. */
function withoutPieces(placement: Placement): Placement {
  const entries = Map.groupBy(placement.here.filter(isStated), listOf);
  const several = new Set(
    [...entries].flatMap(([list, inList]) =>
      new Set(inList.map(({ item }) => item.words.trim())).size > 1 ? [list] : [],
    ),
  );
  return { ...placement, here: placement.here.filter((one) => !several.has(listOf(one))) };
}

/** A bold entry is a part of its own, within the one that is the list. */
function listOf({ line, part }: Mention): Part | null {
  return part.line === line ? part.parent : part;
}

function describe({ number, done, here }: Placement) {
  const open = here.filter(isStated);
  const doneLines = lineWords(linesOf(done));
  const openLines = lineWords(linesOf(open));
  const range = done.find(({ reference }) => reference.range);
  const hint = range ? ` The range on line ${range.line} takes it in.` : "";
  return contradiction(
    linesOf([...done, ...open]),
    `#${number} is done on ${doneLines} and not done on ${openLines}.${hint} Keep the state that the issue has on GitHub.`,
    [`#${number} done (${doneLines})`, `#${number} not done (${openLines})`],
  );
}

function linesOf(mentions: readonly Mention[]): readonly number[] {
  return mentions.map(({ line }) => line);
}
