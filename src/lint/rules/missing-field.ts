// Parts of one series that are described by the same fields, and one where a field is missing.

import type { Chapter } from "../reading/chapters.ts";
import { contradiction, inWords, lineWords } from "../reading/contradiction.ts";
import { outlineOf } from "../reading/outline.ts";
import type { Rule } from "../rule.ts";

const fewest = 8;
/** A field that more of them lack is an option. */
const mostMissing = 0.2;

export const missingField: Rule = {
  id: "missing-field",
  severity: "info",
  meaning: "Nearly all parts of a series state a field, and a few do not.",
  example: [1, 2, 3, 4, 5, 6, 7, 8]
    .map((n) => `### Phase ${n}\n- **Goal**: ${n}\n${n === 4 ? "" : "- **Owner**: Ada\n"}`)
    .join("\n"),
  offline: true,
  fixes: false,
  check(subject) {
    const { chapters } = outlineOf(subject);
    const series = Object.values(Object.groupBy(chapters, seriesKey)).filter(
      (group) => (group?.length ?? 0) >= fewest && group?.[0]?.series,
    );
    return series.flatMap((group = []) => fieldNames(group).flatMap((name) => gap(group, name)));
  },
};

function seriesKey({ series, level, parent }: Chapter): string {
  return `${series?.word.toLowerCase()} ${level} ${parent?.line}`;
}

function fieldNames(group: readonly Chapter[]): readonly string[] {
  return [...new Set(group.flatMap(({ fields }) => fields.map(({ name }) => name)))];
}

function gap(group: readonly Chapter[], name: string) {
  const missing = group.filter(({ fields }) => fields.every((field) => field.name !== name));
  if (missing.length === 0 || missing.length > group.length * mostMissing) return [];
  const parts = missing.map(({ series }) => `${series?.word} ${series?.number}`);
  const lines = missing.map(({ line }) => line);
  return [
    contradiction(
      lines,
      `${group.length - missing.length} of ${group.length} parts state “${name}”; ${inWords(parts)} (${lineWords(lines)}) not. Add it, or write “none”.`,
      [`“${name}” in ${group.length - missing.length} parts`, `missing on ${lineWords(lines)}`],
    ),
  ];
}
