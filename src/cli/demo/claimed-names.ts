/** What a document calls its issues: as its entries do, else by the words behind the first mention. */
import type { DocumentClaims } from "../../claims/document-claims.ts";
import { readIssueNames } from "../../lint/reading/issue-names.ts";
import { outlineOf } from "../../lint/reading/outline.ts";
import { plainWords } from "../../lint/reading/words.ts";
import { sectionsOf } from "./claimed-issues.ts";

/** GitHub takes 256 UTF-16 units; a name is shorter than a title may be. */
const longest = 120;

/** Of several names the longest, which says most; none for issues that stand without words. */
export function readNames(claims: DocumentClaims, text: string): ReadonlyMap<number, string> {
  const subject = { path: "", text, claims, plan: null };
  const entries = readIssueNames(outlineOf(subject)).map(({ number, name }) => ({ number, name }));
  const names = new Map(wordsBehind(claims, text));
  for (const [number, named] of Map.groupBy(entries, ({ number }) => number)) {
    const [first] = named.map(({ name }) => name).toSorted((a, b) => b.length - a.length);
    if (first !== undefined) names.set(number, shortened(first));
  }
  return names;
}

function wordsBehind(
  { root }: DocumentClaims,
  text: string,
): readonly (readonly [number, string])[] {
  const references = sectionsOf(root).flatMap(({ section }) =>
    section.items.flatMap((item) => item.references),
  );
  return references.toReversed().flatMap(({ numbers, attribute, place }) => {
    const [number] = numbers;
    if (number === undefined || numbers.length > 1 || attribute !== null) return [];
    const behind = text.slice(place.end, place.end + longest);
    const words = plainWords(/^[ :*–—-]*([^|#,;←→[(\r\n]*)/u.exec(behind)?.[1] ?? "");
    return /\p{L}{2}/u.test(words) ? [[number, shortened(words)] as const] : [];
  });
}

function shortened(words: string): string {
  return words.slice(0, longest).replace(/[\ud800-\udbff]$/, "");
}
