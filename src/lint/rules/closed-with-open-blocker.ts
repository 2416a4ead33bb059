// Issues that were closed although something that blocks them is open.

import type { Plan, PlannedItem } from "../../domain/plan.ts";
import type { IssueReference } from "../../domain/reference.ts";
import { contradiction, inWords } from "../reading/contradiction.ts";
import { isClosed } from "../reading/issue-on-github.ts";
import { ownMentions } from "../reading/own-text.ts";
import type { Rule } from "../rule.ts";

export const closedWithOpenBlocker: Rule = {
  id: "closed-with-open-blocker",
  severity: "warning",
  meaning:
    "An issue that the document lists is closed on GitHub, and what blocks it there is open.",
  example: "- [x] #2 An issue that is closed, and blocked by an open one\n",
  offline: false,
  fixes: false,
  check(subject) {
    const { plan } = subject;
    if (!plan) return [];
    return [...Map.groupBy(ownMentions(subject), ({ number }) => number)].flatMap(
      ([number, places]) => {
        const item = plan.items.get(number);
        const open = item?.state === "completed" ? openBlockers(item, plan) : [];
        if (open.length === 0) return [];
        const blockers = inWords(open.map((one) => (typeof one === "number" ? `#${one}` : one)));
        const [which, are] = [`${blockers}, which it waits for,`, open.length === 1 ? "is" : "are"];
        return [
          contradiction(
            places.map(({ line }) => line),
            `#${number} is closed, but ${which} ${are} open. Reopen it, or remove the dependency on GitHub.`,
            [`#${number} closed`, `${blockers} open`],
          ),
        ];
      },
    );
  },
};

/** The plan says what blocks open issues only. What could not be read is not held against anybody. */
function openBlockers({ dependencies }: PlannedItem, plan: Plan): readonly IssueReference[] {
  const blockers = new Set(dependencies.map(({ on }) => on));
  return [...blockers].filter((on) => {
    const item = typeof on === "number" ? plan.items.get(on) : undefined;
    return item ? !isClosed(item) : plan.foreign.get(on)?.state === "open";
  });
}
