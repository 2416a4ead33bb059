// An issue that is optional in this plan in one place, and has left the plan in another.

import { contradiction, lineWords } from "../reading/contradiction.ts";
import { outlineOf } from "../reading/outline.ts";
import type { Rule } from "../rule.ts";

const optional =
  /#(\d+)\s+(?:is\s+)?(?:optional|if (?:capacity|time)|(?:a )?stretch goal|nice to have)\b/gi;

/** What each of these has in it, which is quickly looked for. */
const sign = /optional|if|stretch|nice/i;

export const scopeConflict: Rule = {
  id: "scope-conflict",
  severity: "warning",
  meaning:
    "A sentence calls an issue optional in this plan, and a list says that it was moved away.",
  example: "Note: #4 optional if capacity\n\n**Moved to M5:** #4 Parser\n",
  offline: true,
  ofPlans: true,
  fixes: false,
  check(subject) {
    const { lines, placements } = outlineOf(subject);
    const naming = lines.filter(({ text }) => text.includes("#") && sign.test(text));
    return naming.flatMap(({ line, text }) =>
      Array.from(text.matchAll(optional)).flatMap(([words, number]) => {
        const placement = placements.find((one) => one.number === Number(number));
        const moved = [...(placement?.moved.values() ?? [])].flat().map((mention) => mention.line);
        if (moved.length === 0) return [];
        return [
          contradiction(
            [line, ...moved],
            `#${number} is optional in this plan (line ${line}), and moved away on ${lineWords(moved)}. Take the remark out, or put the issue back.`,
            [`${words} (line ${line})`, `moved (${lineWords(moved)})`],
            line,
          ),
        ];
      }),
    );
  },
};
