// Columns of a table that say what an issue has to do with others. What stands there is listed elsewhere.

import type { Reference } from "../../claims/document-claims.ts";
import { onceInARow } from "./once-per.ts";

const relation =
  /^\W*(?:depends on|dependenc(?:y|ies)|block(?:er|ers|s|ed by)|unblocks|requires|related|parent|after|follow-?ups?)\W*$/i;

/** @param lines Of the document, as they stand; the first is line 1. */
export function isInRelationColumn(
  lines: readonly string[],
  { place, numbers }: Reference,
): boolean {
  const header = headersOf(lines).get(place.line);
  if (header === undefined) return false;
  const source = lines[place.line - 1] ?? "";
  const before = source.slice(0, source.search(new RegExp(`#${numbers[0]}(?!\\d)`)));
  return relation.test(header.split("|")[before.split("|").length - 1] ?? "");
}

/** The first row of the table that each row stands in. */
const headersOf = onceInARow((lines: readonly string[]): ReadonlyMap<number, string> => {
  const headers = new Map<number, string>();
  let header: string | null = null;
  for (const [index, line] of lines.entries()) {
    const isRow = /^\s*\|/.test(line);
    if (isRow && header !== null) headers.set(index + 1, header);
    header = isRow ? (header ?? line) : null;
  }
  return headers;
});
