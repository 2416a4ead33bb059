/** The milestone that a document is about: by its title, else by the heading of its status line. */
import type { DocumentClaims } from "../../claims/document-claims.ts";

const longest = 100;
const kinds =
  /\s*[–—:|-]\s*(?:(?:implementation|project|complete|execution)\s+)*(?:plan|status|roadmap|progress|tracker)(?:\s+document)?\s*$/i;

/** "M2 Data Foundations" of "# M2 Data Foundations – Implementation Plan"; "Plan" where nothing names it. */
export function readMilestoneTitle({ root }: DocumentClaims, text: string): string {
  const [top] = root.sections.filter(({ level }) => level > 0);
  const title = cleaned(top?.title ?? "") || cleaned(statusOf(text));
  return title || "Plan";
}

/** "M2" of "> **Status:** M2 | 39/50": what stands before the first bar or figure. */
function statusOf(text: string): string {
  const words = /^[ >]*\*\*(?:Status|Milestone):\*\*[ ]*([^|\r\n]{1,200})/im.exec(text)?.[1] ?? "";
  return words.replace(/\s*\d+\s*\/.*$/, "");
}

function cleaned(words: string): string {
  const plain = words
    .replace(/[*_`~]+|\p{Extended_Pictographic}|\ufe0f/gu, "")
    .replace(kinds, "")
    .replace(/\s+/g, " ");
  return [...plain.trim()].slice(0, longest).join("").trim();
}
