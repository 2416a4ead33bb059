/**
 * Days and durations. The only file that knows Date and date-fns; everything else says `Day`, a
 * calendar day in the plan's time zone as "2025-11-10", which sorts as a string.
 */
import { differenceInCalendarDays } from "date-fns/differenceInCalendarDays";
import { parseISO } from "date-fns/parseISO";
import type { Instant } from "./observation.ts";

export type Day = `${number}-${number}-${number}`;

/** Making one takes longer than all else that is done for an issue, so they are kept. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** The day that an instant falls on in an IANA time zone. */
export function dayOf(instant: Instant, timezone: string): Day {
  if (timezone === "UTC") return instant.slice(0, 10) as Day;
  return formatFor(timezone).format(new Date(instant)) as Day;
}

/** GitHub keeps a milestone's due day as an instant whose UTC date is the day that was picked. */
export function dueDay(dueOn: Instant): Day {
  return dueOn.slice(0, 10) as Day;
}

/** Whole days from one day to another, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return differenceInCalendarDays(parseISO(to), parseISO(from));
}

export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

/** Later instants, for `commits.every` and for the cursor's overlap. */
export function addMinutes(instant: Instant, minutes: number): Instant {
  return addSeconds(instant, minutes * 60);
}

export function addSeconds(instant: Instant, seconds: number): Instant {
  const moved = new Date(Date.parse(instant) + seconds * 1000);
  return moved.toISOString().replace(/\.\d{3}Z$/, "Z");
}

export function millisecondsBetween(from: Instant, to: Instant): number {
  return Date.parse(to) - Date.parse(from);
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  formats.set(timeZone, format);
  return format;
}
