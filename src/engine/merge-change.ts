/** A change of one text made in another that has gone on from the same: line by line, by the library `diff`. */
import { applyPatch, structuredPatch } from "diff";

export interface TextChange {
  readonly from: string;
  readonly to: string;
}

/** The text with the change; null where what it is about is there no more. */
export function mergeChange({ from, to }: TextChange, text: string): string | null {
  const [before, after, now] = [from, to, text].map((one) => `${one}\n`) as [
    string,
    string,
    string,
  ];
  const patch = structuredPatch("", "", before, after, "", "", { context: 1 });
  const merged = applyPatch(now, patch, { fuzzFactor: 1 });
  return merged === false ? null : merged.replace(/\n$/, "");
}
