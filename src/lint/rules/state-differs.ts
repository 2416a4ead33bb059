// An issue that the document shows in another state than GitHub.

import { contradiction } from "../reading/contradiction.ts";
import { isClosed, itemOf, stateWords } from "../reading/issue-on-github.ts";
import { ownMentions } from "../reading/own-text.ts";
import type { Mention } from "../reading/parts.ts";
import type { LintFinding, Rule } from "../rule.ts";

export const stateDiffers: Rule = {
  id: "state-differs",
  severity: "error",
  meaning: "An issue is done in the document and open on GitHub, or the other way round.",
  example: "- [x] #1 An issue that is open on GitHub\n",
  offline: false,
  fixes: true,
  check(subject) {
    const { plan } = subject;
    if (!plan) return [];
    return ownMentions(subject)
      .filter(({ reference, part }) => !reference.range && part.target === null)
      .flatMap((mention) => {
        const item = itemOf(plan, mention);
        if (!item || mention.state === null || isClosed(item) === (mention.state === "done"))
          return [];
        return [describe(mention, stateWords(item), isClosed(item))];
      });
  },
};

function describe(mention: Mention, actual: string, isDone: boolean): LintFinding {
  const { number, line, item } = mention;
  const said = mention.state === "done" ? "done" : "not done";
  const finding = contradiction(
    [line],
    `#${number} is ${said} on line ${line} and ${actual} on GitHub. Mend the line, or the issue.`,
    [`${said} (line ${line})`, `${actual} on GitHub`],
  );
  const mark = item.marks[0];
  const isAlone = item.marks.length === 1 && item.references.length === 1;
  if (mark?.kind !== "box" || !isAlone) return finding;
  const { start, end } = mark.place;
  return { ...finding, edits: [{ start, end, text: isDone ? "[x]" : "[ ]" }] };
}
