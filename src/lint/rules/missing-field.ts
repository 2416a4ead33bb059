// Parts of one series that are described by the same fields, and one where a field is missing.

import { type Chapter, findField, saysComplete } from "../reading/chapters.ts";
import { contradiction, inWords, lineWords } from "../reading/contradiction.ts";
import { outlineOf } from "../reading/outline.ts";
import type { Rule } from "../rule.ts";

/** In a shorter series one that differs is no exception. */
const fewest = 10;
/** A field that more of them lack is an option. */
const mostMissing = 0.2;

export const missingField: Rule = {
  id: "missing-field",
  severity: "info",
  meaning: "Nearly all parts of a series state a field, and a few do not.",
  example: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    .map((n) => `### Phase ${n}\n- **Goal**: ${n}\n${n === 4 ? "" : "- **Owner**: Ada\n"}`)
    .join("\n"),
  offline: true,
  ofPlans: true,
  fixes: false,
  check(subject) {
    const { chapters } = outlineOf(subject);
    const numbered = chapters.filter(({ series }) => series !== null);
    const groups = [...Map.groupBy(numbered, seriesKey).values()];
    const series = groups.filter(({ length }) => length >= fewest);
    return series.flatMap((group) => fieldNames(group).flatMap((name) => gap(group, name)));
  },
};

function seriesKey({ series, level, parent }: Chapter): string {
  return `${series?.word.toLowerCase()} ${level} ${parent?.line}`;
}

/** Fields of other kinds are there where they are needed. */
const planField =
  /^(?:status|progress|depend|start|end|due|estimat|actual|owner|priority|goal|notes?$|blocking|duration|effort)/i;

function fieldNames(group: readonly Chapter[]): readonly string[] {
  const names = group.flatMap(({ fields }) => fields.map(({ name }) => name));
  return [...new Set(names)].filter((name) => planField.test(name));
}

/** What nobody asks of a part that is complete. */
const aheadField = /^(?:estimat|priority|goal|effort)/i;

/** What is not done at all, or is described another way. */
function isExempt(chapter: Chapter, name: string): boolean {
  const isGone =
    /~~|\b(?:cancel|defer|dropp|merged|moved|removed|skipp|supersed|obsolete|reserved|future|optional)/i;
  const stem = name.slice(0, 5).toLowerCase();
  return (
    (aheadField.test(name) && isOver(chapter)) ||
    isGone.test(chapter.source + (findField(chapter, /^status$/i)?.value ?? "")) ||
    chapter.fields.length === 0 ||
    chapter.lines.some(({ text }) => text.includes(`**${name}`)) ||
    chapter.fields.some((field) => field.name.toLowerCase().startsWith(stem))
  );
}

function states({ fields }: Chapter, name: string): boolean {
  return fields.some((field) => field.name === name);
}

/** By any sign, such as a status with a date, or one that is no field. */
function isOver(chapter: Chapter): boolean {
  return (
    saysComplete(chapter) ||
    /✅|\bcomplete/i.test(chapter.source) ||
    chapter.lines.some(({ text }) => plainStatus.test(text))
  );
}

/** "STATUS: **Done** (July)". */
const plainStatus = /^\s*status:\W*(?:complete|completed|done|closed)\b/i;

/** What is complete is described as other complete parts are, and what is ahead as others ahead. */
function isUsual(chapter: Chapter, name: string, group: readonly Chapter[]): boolean {
  const alike = group.filter((other) => isOver(other) === isOver(chapter));
  return alike.filter((other) => states(other, name)).length * 2 > fewest;
}

function gap(group: readonly Chapter[], name: string) {
  const lacking = group.filter((chapter) => !states(chapter, name));
  const missing = lacking.filter(
    (chapter) => !isExempt(chapter, name) && isUsual(chapter, name, group),
  );
  if (missing.length === 0 || lacking.length > group.length * mostMissing) return [];
  const stating = group.filter(({ fields }) => fields.some((field) => field.name === name)).length;
  const parts = missing.map(({ series }) => `${series?.word} ${series?.number}`);
  const lines = missing.map(({ line }) => line);
  return [
    contradiction(
      lines,
      `${stating} of ${group.length} parts state “${name}”; ${inWords(parts)} (${lineWords(lines)}) not. Add it, or write “none”.`,
      [`“${name}” in ${stating} parts`, `missing on ${lineWords(lines)}`],
    ),
  ];
}
