// "All previous milestones" as a dependency: it changes its meaning with every one that is added.

import { findField } from "../reading/chapters.ts";
import { contradiction } from "../reading/contradiction.ts";
import { outlineOf } from "../reading/outline.ts";
import type { Rule } from "../rule.ts";

const everything = /\ball\s+(?:the\s+)?(?:previous|prior|preceding|earlier|other)\b/i;

export const dependencyOnEverything: Rule = {
  id: "dependency-on-everything",
  severity: "info",
  meaning: "A dependency on all that came before does not say what is needed.",
  example: "### Phase 3: Launch\n- **Dependencies**: All previous phases\n",
  offline: true,
  fixes: false,
  check(subject) {
    return outlineOf(subject).chapters.flatMap((chapter) => {
      const field = findField(chapter, /^(?:dependenc(?:y|ies)|depends on|requires)$/i);
      if (!field || !everything.test(field.value)) return [];
      return [
        contradiction(
          [field.line],
          `Line ${field.line} depends on everything before it. Name what is needed, so that it can be checked.`,
          [`${field.value} (line ${field.line})`, `${chapter.source} (line ${chapter.line})`],
        ),
      ];
    });
  },
};
