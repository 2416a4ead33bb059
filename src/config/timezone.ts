// Names of time zones, as the platform knows them.

import { didYouMean } from "../domain/nearest-word.ts";

/** What is wrong with the name of a time zone, as "must …"; undefined if nothing. */
export function findTimezoneFault(name: string): string | undefined {
  if (isTimezone(name)) return undefined;
  const hint = didYouMean(name, Intl.supportedValuesOf("timeZone"));
  return `must be the IANA name of a time zone, such as Europe/Berlin.${hint}`;
}

// Offsets such as +01:00 are refused: they know no summer time.
function isTimezone(name: string): boolean {
  if (!/^[a-z]/i.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
