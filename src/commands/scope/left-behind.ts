/** What a move or a drop leaves where it is, and what it sets free: people tend to think of the one issue only. */
import type { PlannedItem } from "../../domain/plan.ts";
import { joinWords, milestoneName } from "../../render/names.ts";
import type { CommandContext } from "../command.ts";

const shown = 8;

/** That open sub-issues stay in the milestone that the issue leaves; null where there are none. */
export function subIssuesLeft({ plan, issue, links }: CommandContext): string | null {
  if (issue.milestone === null) return null;
  const left = openSubIssues(plan.items, issue.number).filter(
    ({ milestone }) => milestone === issue.milestone,
  );
  if (left.length === 0) return null;
  const stays =
    left.length === 1 ? "Its sub-issue stays" : `Its ${left.length} open sub-issues stay`;
  const refs = joinWords(
    links.list(
      left.map(({ number }) => number),
      shown,
    ),
  );
  return `${stays} in **${milestoneName(plan, issue.milestone)}**: ${refs}.`;
}

/** That open sub-issues stay open. */
export function subIssuesOpen({ plan, issue, links }: CommandContext): string | null {
  const open = openSubIssues(plan.items, issue.number);
  if (open.length === 0) return null;
  const stays = open.length === 1 ? "Its sub-issue stays" : `Its ${open.length} sub-issues stay`;
  return `${stays} open: ${joinWords(
    links.list(
      open.map(({ number }) => number),
      shown,
    ),
  )}.`;
}

/** That others no longer wait for an issue of which nothing will come. */
export function noLongerWaiting({ plan, issue, links }: CommandContext): string | null {
  const waiting = [...plan.items.values()]
    .filter(({ openBlockers }) => openBlockers.includes(issue.number))
    .map(({ number }) => number);
  const milestones = issue.blocksMilestones.map((number) => `**${milestoneName(plan, number)}**`);
  const names = [...links.list(waiting, shown), ...milestones];
  if (names.length === 0) return null;
  const waits = waiting.length + milestones.length === 1 ? "waits" : "wait";
  return `${joinWords(names)} no longer ${waits} for it.`;
}

function openSubIssues(
  items: ReadonlyMap<number, PlannedItem>,
  parent: number,
): readonly PlannedItem[] {
  return [...items.values()].filter((item) => item.parent === parent && item.resolution === null);
}
