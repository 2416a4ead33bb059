// References to what is no issue of the repository.

import { contradiction } from "../reading/contradiction.ts";
import { ownMentions } from "../reading/own-text.ts";
import type { Rule } from "../rule.ts";

export const danglingRef: Rule = {
  id: "dangling-ref",
  severity: "warning",
  meaning:
    "A listed number is no issue of the repository: it was never there, was moved, or is a pull request.",
  example: "- [ ] #99999 An issue that was never there\n",
  offline: false,
  fixes: false,
  check(subject) {
    const { plan } = subject;
    if (!plan || plan.items.size === 0) return [];
    const unknown = ownMentions(subject).filter(({ number }) => !plan.items.has(number));
    return [...Map.groupBy(unknown, ({ number }) => number)].map(([number, places]) =>
      contradiction(
        places.map(({ line }) => line),
        `#${number} is listed here, and is no issue of ${plan.repository}. If it is a pull request, name the issue that it closes; else take it out.`,
        [`#${number} (line ${places[0]?.line})`, `no such issue in ${plan.repository}`],
      ),
    );
  },
};
