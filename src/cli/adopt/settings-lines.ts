/** What names a document in the settings, so that its regions are kept. */
import type { Document } from "../../engine/draft-adoption.ts";

export function settingsLines({ path, milestone }: Pick<Document, "path" | "milestone">): string {
  const plain = /^[\w./-]+$/.test(path) ? path : JSON.stringify(path);
  const lines = ["documents:", `  - path: ${plain}`];
  if (milestone !== null) lines.push(`    milestone: ${milestone.number}`);
  return lines.join("\n");
}
