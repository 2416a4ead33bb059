/**
 * What GitHub has no field for stands in lines at the end of a milestone's description:
 * "Start: 2026-01-13", "Needs: 5.1-5.3, #407", "Note: …". Read here and written here.
 */
import { type Day, isDay } from "../domain/calendar.ts";

export interface MilestoneLines {
  readonly start: Day | null;
  /** As written, not yet resolved. */
  readonly needs: string | null;
  readonly note: string | null;
}

const line = /^(start|needs|note):\s*(.*)$/i;

export function readMilestoneLines(description: string): MilestoneLines {
  const found = lastLines(description);
  const start = found.get("start") ?? "";
  return {
    start: isDay(start) ? start : null,
    needs: found.get("needs") || null,
    note: found.get("note") || null,
  };
}

/** What stands behind "Start:" where that is no day; null where all is well. */
export function unreadableStart(description: string): string | null {
  const start = lastLines(description).get("start") ?? "";
  return start === "" || isDay(start) ? null : start;
}

/** Only the last lines count; an earlier "Note: …" is the author's own prose. */
function lastLines(description: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const text of description.trimEnd().split(/\r?\n/).reverse()) {
    const match = line.exec(text.trim());
    if (!match) break;
    found.set((match[1] ?? "").toLowerCase(), (match[2] ?? "").trim());
  }
  return found;
}

/** The description with its lines replaced by these; text above them stays as it is. */
export function writeMilestoneLines(description: string, lines: MilestoneLines): string {
  const prose = proseOf(description);
  const facts = [
    lines.start === null ? [] : [`Start: ${lines.start}`],
    lines.needs === null ? [] : [`Needs: ${inOneLine(lines.needs)}`],
    lines.note === null ? [] : [`Note: ${inOneLine(lines.note)}`],
  ].flat();
  const lineEnd = prose.includes("\r\n") ? "\r\n" : "\n";
  return [prose, facts.join(lineEnd)].filter((part) => part !== "").join(lineEnd + lineEnd);
}

function proseOf(description: string): string {
  let prose = description.trimEnd();
  while (prose !== "") {
    const start = prose.lastIndexOf("\n") + 1;
    if (!line.test(prose.slice(start).trim())) return prose.trimEnd();
    prose = prose.slice(0, start).replace(/\r?\n$/, "");
  }
  return prose;
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
