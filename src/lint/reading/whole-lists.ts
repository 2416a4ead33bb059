// The lists that tell of the whole plan: all that is done of it, and all that remains.

import type { CountClaim } from "../../claims/document-claims.ts";
import { doneLabel, openLabel } from "./claimed-states.ts";
import type { Outline } from "./outline.ts";
import type { Mention, Part } from "./parts.ts";

export interface WholeList {
  readonly part: Part;
  readonly count: CountClaim;
  readonly mentions: readonly Mention[];
}

const fewest = 3;

/** "Complete (39/50): #10, #11, …", where that is the count of the whole plan. */
export function findDoneList(outline: Outline): WholeList | null {
  for (const list of lists(outline, doneLabel)) {
    const { done, total } = list.count;
    const { status } = outline;
    const isWhole = !status?.count || (status.count.done === done && status.count.total === total);
    if (done !== null && done < total && isWhole) return list;
  }
  return null;
}

/** "Remaining: 11 issues", with what remains under it. */
export function findOpenLists(outline: Outline): readonly WholeList[] {
  return lists(outline, openLabel);
}

function lists({ parts }: Outline, label: RegExp): readonly WholeList[] {
  return parts
    .filter((part) => label.test(part.label))
    .flatMap((part) => {
      const count = part.headCount;
      const mentions = part.allMentions;
      return count && mentions.length >= fewest ? [{ part, count, mentions }] : [];
    });
}
