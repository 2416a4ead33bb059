// What a document says in several places about how large one and the same part is.

import { isSameLabel, labelKey } from "./labels.ts";
import { onceInARow } from "./once-per.ts";
import type { Outline } from "./outline.ts";
import type { Mention, Part } from "./parts.ts";
import { isQuantity } from "./quantity.ts";

export interface SizeClaim {
  readonly line: number;
  /** By labels: those that are the same, or begin the same. */
  readonly key: string;
  readonly done: number;
  /** Null for a list of what is done. */
  readonly total: number | null;
  readonly text: string;
  readonly part: Part | null;
}

const breakdownLabel =
  /\bbreakdown\b|\bby (?:phase|milestone|cluster|category|team|sprint|area)\b/i;

/** Parts that split the whole into counted entries. */
export function breakdowns({ parts }: Outline): readonly Part[] {
  return parts.filter(({ label }) => breakdownLabel.test(label));
}

/** The entries of a breakdown: a count with a label in each line. */
export function breakdownEntries(part: Part, { lines }: Outline): readonly SizeClaim[] {
  const counts = [part, ...part.parts]
    .flatMap((one) => one.counts)
    .filter((count) => {
      const { text = "", start = 0 } = lines[count.place.line - 1] ?? {};
      return isQuantity(count, text, start);
    });
  const entries = counts.flatMap(({ place, done, total }) => {
    const key = labelKey(lines[place.line - 1]?.text ?? "");
    if (done === null || place.line === part.line || key === "") return [];
    return [{ line: place.line, key, done, total, text: `${done}/${total}`, part: null }];
  });
  // Where a line has several, it can't be told which is the one.
  return new Set(entries.map(({ line }) => line)).size === entries.length ? entries : [];
}

/** The counts of parts about this, and the lists of what is done of it. */
export function claimsAbout(key: string, outline: Outline): readonly SizeClaim[] {
  return sizeClaims(outline).filter((claim) => isSameLabel(claim.key, key));
}

const sizeClaims = onceInARow((outline: Outline): readonly SizeClaim[] => {
  const inBreakdown = new Set(
    breakdowns(outline).flatMap((part) => breakdownEntries(part, outline).map(({ line }) => line)),
  );
  return [...countedParts(outline), ...doneLists(outline)].filter(
    ({ line }) => !inBreakdown.has(line),
  );
});

function countedParts({ parts }: Outline): readonly SizeClaim[] {
  return parts.flatMap((part) => {
    const { done = null, total = 0 } = part.headCount ?? {};
    if (done === null || part.key === "") return [];
    return [{ line: part.line, key: part.key, done, total, text: `${done}/${total}`, part }];
  });
}

/** A bullet that begins with a label and lists what is done of it: "Phase 2 (Cost): #50, #299-309 ✅". */
export const doneLists = onceInARow(({ mentions, lines }: Outline): readonly SizeClaim[] => {
  return [...Map.groupBy(mentions, ({ line }) => line)].flatMap(([line, group]) => {
    const source = lines[line - 1];
    const isList = source?.kind === "bullet" && group.every(({ state }) => state === "done");
    if (!isList || !beginsWithLabel(source.text, source.start, group)) return [];
    const done = new Set(group.map(({ number }) => number)).size;
    const key = labelKey(source.text);
    return [{ line, key, done, total: null, text: `${done} listed as done`, part: null }];
  });
});

function beginsWithLabel(text: string, start: number, group: readonly Mention[]): boolean {
  const first = Math.min(...group.map(({ reference }) => reference.place.start)) - start;
  const label = text.slice(0, first);
  return /\p{L}.*:\s*$/u.test(label.replaceAll("*", ""));
}
