// Text that was read in a wrong encoding and saved so.

import { type Repair, repairEncoding } from "../../encoding/repair-encoding.ts";
import type { LintFinding, Rule } from "../rule.ts";

export const mojibake: Rule = {
  id: "mojibake",
  severity: "error",
  meaning:
    "The document was read in a wrong encoding and saved so: its dashes, arrows and marks stand there as two or three strange letters each.",
  example: "# Plan ‚Äì M2\n\n- ‚úÖ #4 Parser ‚Üí #5\n",
  offline: true,
  fixes: true,
  check({ text }) {
    const repair = repairEncoding(text);
    return repair ? [findingOf(text, repair)] : [];
  },
};

function findingOf(text: string, repair: Repair): LintFinding {
  const before = text.split("\n");
  const after = repair.text.split("\n");
  const lines: number[] = [];
  const edits: { start: number; end: number; text: string }[] = [];
  let start = 0;
  for (const [index, line] of before.entries()) {
    const repaired = after[index] ?? line;
    if (repaired !== line) {
      lines.push(index + 1);
      edits.push({ start, end: start + line.length, text: repaired });
    }
    start += line.length + 1;
  }
  const first = (lines[0] ?? 1) - 1;
  return {
    line: first + 1,
    lines,
    message: `The text is UTF-8 that was read as ${repair.encoding} and saved so, on ${lines.length} ${lines.length === 1 ? "line" : "lines"}. ${adviceFor(repair)}`,
    claims: [shorten(before[first] ?? ""), shorten(after[first] ?? "")],
    edits,
  };
}

function adviceFor({ refilled }: Repair): string {
  if (refilled === 0) return "Run lint with --fix: it restores the text without loss.";
  return `Run lint with --fix: it restores the text, and fills in what was lost of ${refilled} ${refilled === 1 ? "character" : "characters"} by what is likely. Read the difference.`;
}

const shownLength = 80;

function shorten(line: string): string {
  const characters = [...line.trim()];
  if (characters.length <= shownLength) return line.trim();
  return `${characters.slice(0, shownLength).join("")}…`;
}
