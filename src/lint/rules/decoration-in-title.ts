// A priority or a warning sign within a title: it belongs to the labels, where it can change.

import { contradiction } from "../reading/contradiction.ts";
import { readKeyedEntries } from "../reading/keyed-entries.ts";
import { outlineOf } from "../reading/outline.ts";
import type { Rule } from "../rule.ts";

/** A sign alone may be that of a state, and a word behind a dash or in brackets a field of its own. */
const decoration =
  /(?:⚠️?|🚨|🔥|❗)\s*(?:CRITICAL|URGENT|BLOCKER)\s*!*\s*$|(?<=[\p{L}\p{N}]\s)(?:CRITICAL|URGENT|BLOCKER)\b\s*!*\s*$/u;

export const decorationInTitle: Rule = {
  id: "decoration-in-title",
  severity: "info",
  meaning: "A title carries a priority or a warning sign that a label should carry.",
  example: "1. **API-001**: Define the routes ⚠️ CRITICAL\n",
  offline: true,
  ofPlans: true,
  fixes: false,
  check(subject) {
    const entries = readKeyedEntries(outlineOf(subject).lines);
    const decorated = entries.filter(({ title }) => decoration.test(title));
    // Where most have one, it is a column of the list.
    if (decorated.length > 1 && decorated.length * 3 > entries.length) return [];
    return decorated.map(({ line, key, title }) =>
      contradiction(
        [line],
        `The title of ${key} on line ${line} carries “${decoration.exec(title)?.[0].trim()}”. Make it a label of the issue.`,
        [`${title} (line ${line})`, "a priority is no part of a title"],
      ),
    );
  },
};
