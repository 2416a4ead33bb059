// "All previous milestones" as a dependency, in a plan that elsewhere names what each part needs.

import { type Chapter, findField } from "../reading/chapters.ts";
import { contradiction } from "../reading/contradiction.ts";
import { outlineOf } from "../reading/outline.ts";
import type { Rule } from "../rule.ts";

const everything = /\ball\s+(?:the\s+)?(?:previous|prior|preceding|earlier|other)\b/i;

export const dependencyOnEverything: Rule = {
  id: "dependency-on-everything",
  severity: "info",
  meaning:
    "A part within a series depends on all that came before, where other parts name what they need.",
  example: [
    "### Phase 1: Store\n",
    "### Phase 2: Cache\n- **Dependencies**: Phase 1\n",
    "### Phase 3: Queue\n- **Dependencies**: All previous phases\n",
    "### Phase 4: Alerts\n- **Dependencies**: Phase 3\n",
  ].join("\n"),
  offline: true,
  ofPlans: true,
  fixes: false,
  check(subject) {
    const series = Map.groupBy(
      outlineOf(subject).chapters.filter((one) => one.series !== null),
      ({ series, level, parent }) => `${series?.word.toLowerCase()} ${level} ${parent?.line}`,
    );
    return [...series.values()].flatMap((group) =>
      group.flatMap((chapter, index) => {
        const field = dependencies(chapter);
        const isWithin = index > 1 && index < group.length - 1;
        if (!field || !isWithin || !everything.test(field.value)) return [];
        if (needsAll.test(chapter.title) || !namesOthers(group)) return [];
        return [describe(field.value, field.line, chapter)];
      }),
    );
  },
};

/** Work on all that there is. The last part of a series is left out for the same reason. */
const needsAll =
  /\b(?:tests?|testing|qa|quality|validat\w*|verif\w*|document\w*|docs|audit|review|deploy\w*|releas\w*|launch|harden\w*|polish\w*|clean-?up|refactor\w*|production|final\w*|roll-?out|go-live|e2e|end-to-end|acceptance)\b/i;

function dependencies(chapter: Chapter) {
  return findField(chapter, /^(?:dependenc(?:y|ies)|depends on|requires)$/i);
}

/** More parts say by number what they need than say "all". */
function namesOthers(group: readonly Chapter[]): boolean {
  const stated = group.flatMap((one) => dependencies(one)?.value ?? []);
  const [all, others] = [true, false].map((isAll) =>
    stated.filter((value) => everything.test(value) === isAll),
  );
  const named = others?.filter((value) => /\d/.test(value)) ?? [];
  return named.length > (all?.length ?? 0);
}

function describe(value: string, line: number, chapter: Chapter) {
  return contradiction(
    [line],
    `Line ${line} depends on everything before it, where other parts name what they need. Name what is needed, so that it can be checked.`,
    [`${value} (line ${line})`, `${chapter.source} (line ${chapter.line})`],
  );
}
