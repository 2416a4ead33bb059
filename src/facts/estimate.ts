/** Estimates as labels say them: "2h", "16-20h", "3d" (a day is eight hours), "3" points. */
import type { Range } from "../domain/project.ts";

const hoursPerDay = 8;
const amount = String.raw`(\d+(?:\.\d+)?)`;
const hours = new RegExp(String.raw`^${amount}(?:\s?(?:-|–)\s?${amount})?\s?(h|d)$`, "i");

/** Null where the text is no estimate. */
export function parseHours(text: string): Range | null {
  const match = hours.exec(text.trim());
  if (!match) return null;
  const factor = match[3]?.toLowerCase() === "d" ? hoursPerDay : 1;
  const low = Number(match[1]) * factor;
  const high = match[2] === undefined ? low : Number(match[2]) * factor;
  return low <= high ? { low, high } : null;
}

export function parsePoints(text: string): number | null {
  return /^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : null;
}

/** "16-20h"; what `parseHours` reads back. */
export function formatHours(range: Range): string {
  return range.low === range.high ? `${range.low}h` : `${range.low}-${range.high}h`;
}
