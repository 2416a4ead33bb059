// A date with a weekday that it does not fall on.

import { allMatches } from "../../markdown/all-matches.ts";
import { contradiction } from "../reading/contradiction.ts";
import { outlineOf } from "../reading/outline.ts";
import type { Rule } from "../rule.ts";

const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const weekday = "(sun|mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?)(?:day)?";

const anyWeekday = new RegExp(weekday, "i");

const patterns = [
  new RegExp(
    String.raw`\b${weekday}\.?,?\s+(?<month>[a-z]{3,9})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>20\d\d)\b`,
    "giu",
  ),
  new RegExp(
    String.raw`\b${weekday}\.?,?\s+(?<day>\d{1,2})\.?\s+(?<month>[a-z]{3,9})\.?,?\s+(?<year>20\d\d)\b`,
    "giu",
  ),
  new RegExp(String.raw`\b${weekday}\.?,?\s+(?<year>20\d\d)-(?<month>\d\d)-(?<day>\d\d)\b`, "giu"),
  new RegExp(String.raw`\b(?<year>20\d\d)-(?<month>\d\d)-(?<day>\d\d)\s*\(${weekday}\)`, "giu"),
];

export const weekdayDate: Rule = {
  id: "weekday-date",
  severity: "warning",
  meaning: "A date stands with a weekday that it does not fall on.",
  example: "The beta begins on Monday, March 4, 2025.\n",
  offline: true,
  fixes: false,
  check(subject) {
    const dated = outlineOf(subject).lines.filter(
      ({ text }) => /20\d\d/.test(text) && anyWeekday.test(text),
    );
    return dated.flatMap(({ line, text }) =>
      patterns.flatMap((pattern) =>
        allMatches(text, pattern).flatMap((match) => {
          const said = match[0].match(anyWeekday)?.[0].toLowerCase() ?? "";
          const actual = weekdayOf(match.groups ?? {});
          const isRange = /(?:[-–—/]|\bto)\s*$/i.test(text.slice(0, match.index));
          if (isRange || actual === null || actual.startsWith(said.slice(0, 3))) return [];
          return [
            contradiction(
              [line],
              `“${match[0]}” on line ${line} is a ${actual[0]?.toUpperCase()}${actual.slice(1)}. Mend the day or the date.`,
              [`${match[0]} (line ${line})`, `that day is a ${actual}`],
            ),
          ];
        }),
      ),
    );
  },
};

/** Null for what is no date. By Zeller's congruence, so that no time zone has a say. */
function weekdayOf(groups: Readonly<Record<string, string>>): string | null {
  const { year = "", month = "", day = "" } = groups;
  const named = months.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const inYear = named > 0 ? named : Number(month);
  if (!(inYear >= 1 && inYear <= 12 && Number(day) >= 1 && Number(day) <= 31)) return null;
  const shifted = inYear < 3 ? inYear + 12 : inYear;
  const years = Number(year) - (inYear < 3 ? 1 : 0);
  const sum =
    Number(day) +
    Math.floor((13 * (shifted + 1)) / 5) +
    years +
    Math.floor(years / 4) -
    Math.floor(years / 100) +
    Math.floor(years / 400);
  return weekdays[(sum + 6) % 7] ?? null;
}
