/** `/status`: how far a milestone is, what comes next and what is blocked, as the status issue says it. */
import type { PlannedMilestone } from "../../domain/plan.ts";
import { renderBeginning } from "../../render/status/beginning.ts";
import { headline } from "../../render/status/headline.ts";
import { nextUpInReply } from "../../render/status/next-up.ts";
import { longestPath, waiting } from "../../render/status/waiting.ts";
import { defineCommand, type Reading, type ThreadContext } from "../command.ts";
import { readMilestone } from "../milestone-argument.ts";

/** Rows, and issues in a list. */
const shown = 5;

/** A table of more lines than this is folded. */
const linesUnfolded = 6;

export const status = defineCommand<PlannedMilestone | null>({
  name: "status",
  aliases: [],
  group: "Questions",
  aim: "thread",
  takesText: false,
  summary: "Tells how far a milestone is, what comes next and what is blocked.",
  usage: "[MILESTONE]",
  rules: ["Without a milestone it is the one that the status issue shows."],
  permission: "anyone",
  examples: [
    { line: "/status", effect: "Tells of the milestone that work is on." },
    { line: "/status M3", effect: "Tells of another one." },
  ],
  read: readWhich,
  run: (milestone, context) => ({ kind: "answered", says: answer(milestone, context) }),
});

/** Null where no milestone has open work. */
function readWhich(text: string, { plan }: ThreadContext): Reading<PlannedMilestone | null> {
  if (text !== "") return readMilestone(text, plan);
  const active = plan.milestones.find(({ number }) => number === plan.activeMilestone);
  return { kind: "read", arguments: active ?? null };
}

function answer(milestone: PlannedMilestone | null, { plan, links }: ThreadContext): string {
  if (!milestone) return renderBeginning(plan);
  const context = { plan, links, limit: shown };
  const sections = [headline, nextUpInReply, longestPath].map((section) =>
    section(context, milestone),
  );
  return [...sections, folded(waiting(context, milestone))]
    .filter((section) => section !== "")
    .join("\n\n");
}

function folded(table: string): string {
  if (table.split("\n").length <= linesUnfolded) return table;
  return `<details><summary>What is blocked</summary>\n\n${table}\n\n</details>`;
}
