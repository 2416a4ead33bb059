// Milestones that a document names twice: in a table with their numbers, and as the headings of its parts.

import type { Chapter } from "./chapters.ts";
import type { Outline } from "./outline.ts";
import { findColumn } from "./tables.ts";

export interface NamedTwice {
  readonly row: number;
  /** "DB-ML4" of "DB-ML4 – Contracts"; null where the table gives no key. */
  readonly key: string | null;
  readonly rowTitle: string;
  readonly chapter: Chapter;
}

const keyInTitle = /^(?:\*\*)?([A-Z][A-Z0-9]*(?:-[A-Z]*\d+|\d+))(?:\*\*)?\s*[:–—-]\s*/u;

/** By the number in the table's "#" column, or by the number that the key ends with. */
export function milestonesNamedTwice({ tables, chapters }: Outline): readonly NamedTwice[] {
  return tables.flatMap((table) => {
    const title = findColumn(table, /^(?:milestone|phase|sprint)(?: name)?$/i);
    const number = findColumn(table, /^(?:#|no\.?|nr\.?)$/i);
    if (title < 0) return [];
    const word = table.header[title]?.split(" ")[0]?.toLowerCase();
    return table.rows.flatMap(({ line, cells }) => {
      const cell = cells[title] ?? "";
      const match = keyInTitle.exec(cell);
      const own = number < 0 ? /\d+$/.exec(match?.[1] ?? "")?.[0] : cells[number];
      const chapter = chapters.find(
        ({ series }) => series?.number === own && series?.word.toLowerCase() === word,
      );
      const rowTitle = cell.slice(match?.[0].length ?? 0);
      return chapter && chapter.title !== ""
        ? [{ row: line, key: match?.[1] ?? null, rowTitle, chapter }]
        : [];
    });
  });
}
