/** A dated entry for each milestone that was completed and for scope that was moved out of one or dropped. */
import type { PlannedMilestone } from "../../domain/plan.ts";
import { type Block, type BlockContext, wordsInEach } from "../block.ts";
import { numberOf } from "../block-options.ts";
import { type Entry, findEntries } from "../changelog.ts";
import { amountText, plural } from "../count-text.ts";
import { leadText } from "../milestone-days.ts";
import { shortTitle } from "../milestone-needs.ts";
import { droppedLines, movedLines } from "../moved-lines.ts";
import { capitalised, firstOf, milestoneTitle, safeProse } from "../names.ts";
import { sumOf } from "../sums.ts";

const entriesShown = 20;

export const changelog: Block = {
  name: "changelog",
  summary: "What happened, newest first: milestones completed, scope moved out of them or dropped.",
  kind: "block",
  speaksOfAll: true,
  options: [
    {
      name: "since",
      meaning: "The first day to speak of.",
      values: "day",
      default: "the first that there is",
    },
    {
      name: "limit",
      meaning: "How many entries at most.",
      values: "number",
      default: String(entriesShown),
    },
  ],
  example: "<!-- milepost:changelog since=2025-01-01 limit=10 -->",
  render(context) {
    const { plan, milestones, options } = context;
    const since = options.get("since") ?? "";
    const entries = findEntries(plan, milestones).filter(({ on }) => on >= since);
    if (entries.length === 0) return "_Nothing to report yet._";
    const limit = numberOf(options, "limit", entriesShown);
    const shown = entries.slice(0, limit);
    const words = wordsInEach(shown.length);
    const hidden = entries.length - shown.length;
    return [
      ...shown.map((entry) => entryText(context, entry, words)),
      ...(hidden > 0 ? [`_And ${hidden} earlier._`] : []),
    ].join("\n\n");
  },
};

function entryText(context: BlockContext, entry: Entry, words: number): string {
  const [title, lines] = partsOf(context, entry, words);
  return [`### ${entry.on} - ${title}`, "", ...lines].join("\n");
}

type Parts = readonly [title: string, lines: readonly string[]];

function partsOf(context: BlockContext, entry: Entry, words: number): Parts {
  switch (entry.kind) {
    case "all-complete":
      return allComplete(context);
    case "completed":
      return completed(context, entry.milestone, words);
    case "moved": {
      const { milestone, moved } = entry;
      const title = `${plural(moved.length, "issue")} moved out of ${milestoneTitle(milestone)}`;
      return [title, movedLines(context.plan, { moved }, context.links, words)];
    }
    case "dropped": {
      const { milestone, dropped } = entry;
      const title = `${plural(dropped.length, "issue")} dropped from ${milestoneTitle(milestone)}`;
      return [title, droppedLines(context.plan, { dropped }, context.links, words)];
    }
  }
}

function allComplete({ plan, milestones }: BlockContext): Parts {
  const amount = amountText(sumOf(milestones).total, plan.unit);
  return [`All ${plural(milestones.length, "milestone")} complete 🎉`, [`- **Done:** ${amount}`]];
}

function completed({ plan }: BlockContext, milestone: PlannedMilestone, words: number): Parts {
  const { counted, count, note, number } = milestone;
  const issues = plural(counted.length, "issue");
  const amount =
    plan.unit === "issues" ? issues : `${amountText(count.total, plan.unit)} in ${issues}`;
  const lead = leadText(plan, milestone);
  const waiting = plan.milestones.filter((one) => one.needsMilestones.includes(number));
  const names = firstOf(waiting, words, (one) => shortTitle(plan, one)).join(", ");
  return [
    `${milestoneTitle(milestone)} complete`,
    [
      `- **Done:** ${amount}`,
      ...(lead === "" ? [] : [`- **Schedule:** ${capitalised(lead)}`]),
      ...(names === "" ? [] : [`- **Clears the way for:** ${names}`]),
      ...(note === null ? [] : [`- **Note:** ${safeProse(note)}`]),
    ],
  ];
}
