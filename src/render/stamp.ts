/**
 * The day of the last change. Renderers write `STAMP` where the day goes; `stamped` fills it in so
 * that the passing of days alone never changes a text.
 */
import { type Day, isDay } from "../domain/calendar.ts";

/** Stands for the day in a template. No text from people holds it: escaping drops controls. */
export const STAMP = "\u001a";

const dayLength = 10;

/** `present` if it is the template with any one day in its place, else the template with `today`. */
export function stamped(template: string, present: string | null, today: Day): string {
  const parts = template.split(STAMP);
  if (present !== null && isTemplateWithDay(parts, present)) return present;
  return parts.join(today);
}

function isTemplateWithDay(parts: readonly string[], present: string): boolean {
  const [first = ""] = parts;
  const day = present.slice(first.length, first.length + dayLength);
  if (parts.length === 1) return present === first;
  return isDay(day) && parts.join(day) === present;
}
