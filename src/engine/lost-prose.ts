/**
 * Whether a person's edit of an issue's text lies below ours and ours was surely not made from it: pure. Of such a
 * text Milepost changes entries of task lists alone, and commands may add, tick and remove those that people wrote.
 * So only what stands outside of them tells; an edit of nothing but entries is not found.
 */
import type { ObservedVersion } from "../domain/observation.ts";

/** `versions` are the newest first. */
export function isSurelyLost(versions: readonly ObservedVersion[]): boolean {
  const ours = versions.findIndex(({ isOurs }) => isOurs);
  const below = versions.findIndex(({ isOurs }, place) => place > ours && !isOurs);
  const above = ours < 0 || below < 0 ? undefined : proseOf(versions[below - 1]);
  const theirs = proseOf(versions[below]);
  if (above === undefined || theirs === undefined || above === theirs) return false;
  return versions.slice(below + 1).some((one) => proseOf(one) === above);
}

/** No line that goes on with the entry above it. */
const beginsAnew = /^(?:#{1,6}\s|[-*+]\s|\d{1,9}[.)]\s|>|```|~~~|<)/;

const entry = /^\s*(?:[-*+]|\d{1,9}[.)])\s+\[[ xX]\]/;

/** The lines that belong to no entry of a task list, without the blank ones; undefined where the text is unknown. */
function proseOf(version: ObservedVersion | undefined): string | undefined {
  if (version?.text == null) return undefined;
  let isInEntry = false;
  let isBehindBlank = false;
  const lines = version.text.split(/\r\n|\n|\r/).filter((line) => {
    const isEnd = isBehindBlank ? /^\S/.test(line) : beginsAnew.test(line);
    isInEntry = entry.test(line) || (isInEntry && !isEnd);
    isBehindBlank = line.trim() === "";
    return !isInEntry && !isBehindBlank;
  });
  return lines.join("\n");
}
