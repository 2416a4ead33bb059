// Issues that were closed although something that blocks them is open.

import { contradiction, inWords } from "../reading/contradiction.ts";
import { outlineOf } from "../reading/outline.ts";
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
    const mentions = outlineOf(subject).parts.flatMap((part) => part.mentions);
    return [...Map.groupBy(mentions, ({ number }) => number)].flatMap(([number, places]) => {
      const item = plan.items.get(number);
      if (item?.state !== "completed" || item.openBlockers.length === 0) return [];
      const blockers = inWords(
        item.openBlockers.map((one) => (typeof one === "number" ? `#${one}` : `${one}`)),
      );
      return [
        contradiction(
          places.map(({ line }) => line),
          `#${number} is closed, but ${blockers}, which it waits for, is open. Reopen it, or remove the dependency on GitHub.`,
          [`#${number} closed`, `${blockers} open`],
        ),
      ];
    });
  },
};
