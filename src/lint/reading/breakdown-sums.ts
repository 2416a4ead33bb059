// The entries of a breakdown against the whole that it breaks down, and against the list of all that is done.

import type { LintFinding } from "../rule.ts";
import { contradiction, inWords } from "./contradiction.ts";
import { isSameLabel } from "./labels.ts";
import type { Outline } from "./outline.ts";
import { numbersOf, type Part } from "./parts.ts";
import { breakdownEntries, breakdowns, doneLists, type SizeClaim } from "./same-subject.ts";
import { findDoneList, type WholeList } from "./whole-lists.ts";

const fewest = 3;

export function breakdownSums(outline: Outline): readonly LintFinding[] {
  return breakdowns(outline).flatMap((part) => {
    const entries = breakdownEntries(part, outline);
    if (entries.length < fewest) return [];
    return [...againstWhole(part, entries, outline), ...againstList(entries, outline)];
  });
}

/** "Tests: 2/10, docs: 1/10" and 3/10 in all are points on one scale, and add up as they are. */
function againstWhole(part: Part, entries: readonly SizeClaim[], outline: Outline) {
  const whole = findWhole(part, outline);
  if (!whole || entries.every(({ total }) => total === whole.total)) return [];
  const done = entries.reduce((sum, entry) => sum + entry.done, 0);
  const total = entries.reduce((sum, entry) => sum + (entry.total ?? 0), 0);
  if (done === whole.done && total === whole.total) return [];
  return [
    contradiction(
      [whole.line, ...entries.map(({ line }) => line)],
      `The parts from line ${entries[0]?.line} add up to ${done}/${total}, and the whole is ${whole.done}/${whole.total} (line ${whole.line}). Count each issue in one part.`,
      [`${whole.done}/${whole.total} (line ${whole.line})`, `${done}/${total} by its parts`],
      whole.line,
    ),
  ];
}

const wholeLabel = /^(?:completion|progress|overall|total|status|all)\b/i;

/** What is said of the whole in the same chapter, or else on top. */
function findWhole(part: Part, { status }: Outline) {
  const inside = new Set(part.within);
  const around = part.parent ? part.parent.within.filter((one) => !inside.has(one)) : [];
  const counts = around.filter(({ label }) => wholeLabel.test(label)).flatMap((one) => one.counts);
  const near = counts.find(({ done }) => done !== null);
  if (near) return { line: near.place.line, done: near.done ?? 0, total: near.total };
  return status?.count ? { line: status.line, ...status.count } : null;
}

/** The sum is right, but not its parts: the list has other numbers of issues for them. */
function againstList(entries: readonly SizeClaim[], outline: Outline): readonly LintFinding[] {
  const list = findDoneList(outline);
  if (!list) return [];
  const counted = entries.map((entry) => ({ entry, listed: listedOf(entry.key, list, outline) }));
  const known = counted.filter(({ listed }) => listed !== null);
  const wrong = known.filter(({ entry, listed }) => entry.done !== listed);
  if (known.length < fewest || wrong.length < 2) return [];
  const figures = wrong.map(({ entry, listed }) => `${listed} for ${entry.text}`);
  return [
    contradiction(
      [list.part.line, ...wrong.map(({ entry }) => entry.line)],
      `The list of all that is done (line ${list.part.line}) has other numbers of issues than the breakdown: ${inWords(figures)}. Count from one of them.`,
      [
        `breakdown ${wrong.map(({ entry }) => entry.done).join(" + ")}`,
        `list ${wrong.map(({ listed }) => listed).join(" + ")}`,
      ],
      wrong[0]?.entry.line,
    ),
  ];
}

/** How many of the issues that the document lists under this label are in the list; null where it lists none. */
function listedOf(key: string, list: WholeList, outline: Outline): number | null {
  const lines = new Set(
    doneLists(outline)
      .filter((one) => isSameLabel(one.key, key))
      .map(({ line }) => line),
  );
  const members = outline.parts
    .filter((part) => part !== list.part)
    .flatMap((part) => {
      const isAbout = part.key !== "" && isSameLabel(part.key, key);
      return isAbout ? part.allMentions : part.mentions.filter(({ line }) => lines.has(line));
    })
    .filter(({ part }) => part.target === null);
  if (members.length === 0) return null;
  const inList = numbersOf(list.mentions);
  return [...numbersOf(members)].filter((number) => inList.has(number)).length;
}
