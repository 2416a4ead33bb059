// Entries of a list that have a key of their own ("4. **DB-004**: Complete the schema"), with the tasks under them.

import type { DocumentLine } from "./document-lines.ts";
import { onceInARow } from "./once-per.ts";

export interface KeyedEntry {
  readonly line: number;
  readonly key: string;
  /** As it stands behind the key. */
  readonly title: string;
  readonly tasks: readonly { readonly line: number; readonly text: string }[];
}

const keyed =
  /^(\s*)(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?(?:\*\*)?([A-Z]{1,5}-\d+)(?::?\*\*)?\s*[:–—-]\s*(.+)$/u;

export const readKeyedEntries = onceInARow(
  (lines: readonly DocumentLine[]): readonly KeyedEntry[] => {
    const entries: (KeyedEntry & { tasks: { line: number; text: string }[] })[] = [];
    let indent: number | null = null;
    for (const { line, text, kind, indent: column } of lines) {
      const match = keyed.exec(text);
      if (match) {
        entries.push({ line, key: match[2] ?? "", title: (match[3] ?? "").trim(), tasks: [] });
        indent = column;
      } else if (kind === "bullet" && indent !== null && column > indent) {
        entries.at(-1)?.tasks.push({ line, text: text.replace(/^\s*\S+\s+/, "").trim() });
      } else if (kind !== "blank") indent = null;
    }
    return entries;
  },
);
