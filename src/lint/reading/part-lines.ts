// The lines of a part, as they stand in the document.

import type { DocumentLine } from "./document-lines.ts";
import type { Part } from "./parts.ts";

/** Down to the next heading of its level or above. */
export function partLines(part: Part, lines: readonly DocumentLine[]): readonly DocumentLine[] {
  const rest = lines.slice(part.line);
  const end = rest.findIndex(({ level }) => level > 0 && level <= part.level);
  return end < 0 ? rest : rest.slice(0, end);
}
