/**
 * Whether a person's edit of an issue's text lies below ours and ours was surely not made from it: pure. Of such a
 * text Milepost changes entries of task lists alone, and commands may add, tick and remove those that people wrote.
 * So only what stands outside of them tells; an edit of nothing but entries is not found.
 */
import type { ObservedVersion } from "../domain/observation.ts";
import { findTaskEntries } from "../markdown/task-entries.ts";
import { findTaskPlaces } from "../markdown/task-places.ts";

/**
 * The text that ours was made from instead; null where nothing was lost, or the history does not tell. `versions`
 * are the newest first.
 */
export function findBaseBeforeLost(versions: readonly ObservedVersion[]): string | null {
  const ours = versions.findIndex(({ isOurs }) => isOurs);
  const below = versions.findIndex(({ isOurs }, place) => place > ours && !isOurs);
  if (ours < 0 || below < 0) return null;
  const [newest, first, theirs] = [ours, below - 1, below].map((place) => versions[place]?.text);
  if (newest == null || first == null || theirs == null) return null;
  const prose = proseOf(first);
  // Commands change none: of ours with other prose, a later one has given it back.
  if (prose === proseOf(theirs) || prose !== proseOf(newest)) return null;
  const earlier = versions.slice(below + 1).flatMap(({ text }) => text ?? []);
  return findNearest(
    earlier.filter((text) => proseOf(text) === prose),
    first,
  );
}

/** The lines that belong to no entry of a task list, wherever they begin: what was nested in one may be moved out. */
function proseOf(text: string): string {
  const without = findTaskPlaces(text).reduceRight(
    (rest, { start, words }) => rest.slice(0, start) + rest.slice(words.end),
    text,
  );
  const lines = without.split(/\r\n|\n|\r/).map((line) => line.trim());
  return lines.filter((line) => line !== "").join("\n");
}

/** That with the fewest other entries, the newest of several: each write changes one, and none changes nothing. */
function findNearest(newestFirst: readonly string[], written: string): string | null {
  const distances = newestFirst.map((text) => countOthers(text, written));
  const least = Math.min(...distances.filter((distance) => distance > 0));
  return newestFirst[distances.indexOf(least)] ?? null;
}

function countOthers(one: string, other: string): number {
  const left = entriesOf(one);
  const added = entriesOf(other).filter((entry) => {
    const place = left.indexOf(entry);
    if (place >= 0) left.splice(place, 1);
    return place < 0;
  });
  return left.length + added.length;
}

function entriesOf(text: string): string[] {
  return findTaskEntries(text).map((entry) => `${entry.isDone ? "x" : "-"} ${entry.text}`);
}
