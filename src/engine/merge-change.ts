/** A change of one text made in another that has gone on from the same: line by line, by the library `diff`. */
import { applyPatch, structuredPatch } from "diff";

export interface TextChange {
  readonly from: string;
  readonly to: string;
}

/** The text with the change, and its own line ends; null where what it is about is there no more. */
export function mergeChange({ from, to }: TextChange, text: string): string | null {
  const isWindows = isOfWindows(text);
  // GitHub's form sends the line ends of Windows, its API what it is given. Where both are mixed, each stays.
  const asPlain = isWindows || !text.includes("\r\n");
  const [before, after, now] = [from, to, text].map(
    (one) => `${asPlain && isOfWindows(one) ? one.replaceAll("\r\n", "\n") : one}\n`,
  ) as [string, string, string];
  const patch = structuredPatch("", "", before, after, "", "", { context: 1 });
  const merged = applyPatch(now, patch, { fuzzFactor: 1 });
  if (merged === false) return null;
  const joined = merged.replace(/\n$/, "");
  return isWindows ? joined.replaceAll("\n", "\r\n") : joined;
}

function isOfWindows(text: string): boolean {
  return text.includes("\r\n") && !/(?:^|[^\r])\n/.test(text);
}
