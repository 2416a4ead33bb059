// A summary that says a part is done while the part has open issues.

import { contradiction, lineWords } from "../reading/contradiction.ts";
import { labelKey } from "../reading/labels.ts";
import { type Outline, outlineOf } from "../reading/outline.ts";
import type { Mention, Part } from "../reading/parts.ts";
import type { Rule } from "../rule.ts";

export const summaryVsDetail: Rule = {
  id: "summary-vs-detail",
  severity: "warning",
  meaning: "The status line gives a part a check mark, and the part itself has open issues.",
  example: "**Status:** Parser ✅ Printer 🔨\n\n## Parser\n- [x] #4 Tokens\n- [ ] #5 Tree\n",
  offline: true,
  ofPlans: true,
  fixes: false,
  check(subject) {
    const outline = outlineOf(subject);
    const { status } = outline;
    const done = status?.marks.filter(({ mark }) => mark === "✅") ?? [];
    return done.flatMap(({ name }) => {
      const open = openOf(labelKey(name), outline);
      if (!status || open.length === 0) return [];
      const lines = open.map(({ line }) => line);
      return [
        contradiction(
          [status.line, ...lines],
          `“${name}” is done by the summary on line ${status.line}, but ${lineWords(lines)} list open issues of it. Mend the one that is wrong.`,
          [`${name} ✅ (line ${status.line})`, `open (${lineWords(lines)})`],
        ),
      ];
    });
  },
};

/** In the parts of this name, and in those that they name as theirs. */
function openOf(key: string, outline: Outline): readonly Mention[] {
  if (key === "") return [];
  const named = outline.parts.filter((part) => part.key === key || part.key.startsWith(`${key} `));
  const lines = new Set(named.flatMap((part) => part.allMentions.map(({ line }) => line)));
  const theirs = new Set([...lines].map((line) => labelKey(outline.lines[line - 1]?.text ?? "")));
  const parts = outline.parts.filter(
    (part) => named.includes(part) || (part.level > 0 && part.key !== "" && theirs.has(part.key)),
  );
  return [...new Set(parts.flatMap((part) => openIn(part)))];
}

function openIn(part: Part): readonly Mention[] {
  return part.allMentions.filter(
    ({ state, item }) => state !== null && state !== "done" && item.marks.length > 0,
  );
}
