// A priority or a warning sign within a title: it belongs to the labels, where it can change.

import { contradiction } from "../reading/contradiction.ts";
import { readKeyedEntries } from "../reading/keyed-entries.ts";
import { outlineOf } from "../reading/outline.ts";
import type { Rule } from "../rule.ts";

const decoration = /(?:⚠️?|🚨|🔥|❗)\s*[A-Z]*\s*$|\b(?:CRITICAL|URGENT|BLOCKER)\b\s*!*\s*$/u;

export const decorationInTitle: Rule = {
  id: "decoration-in-title",
  severity: "info",
  meaning: "A title carries a priority or a warning sign that a label should carry.",
  example: "1. **API-001**: Define the routes ⚠️ CRITICAL\n",
  offline: true,
  fixes: false,
  check(subject) {
    return readKeyedEntries(outlineOf(subject).lines)
      .filter(({ title }) => decoration.test(title))
      .map(({ line, key, title }) =>
        contradiction(
          [line],
          `The title of ${key} on line ${line} carries “${decoration.exec(title)?.[0].trim()}”. Make it a label of the issue.`,
          [`${title} (line ${line})`, "a priority is no part of a title"],
        ),
      );
  },
};
