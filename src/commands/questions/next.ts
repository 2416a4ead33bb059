/** `/next`: what the one who asks can start now, and why it. */
import { isAtLeast } from "../../domain/access.ts";
import type { PlannedItem, PlannedMilestone } from "../../domain/plan.ts";
import { nothingText } from "../../render/blocks/next-steps.ts";
import { assigneesText, firstOf, named, shortNameOf } from "../../render/names.ts";
import { nextLines } from "../../render/status/next-up.ts";
import { defineCommand, type Reading, type ThreadContext } from "../command.ts";
import { readMilestone } from "../milestone-argument.ts";
import { offer } from "./offer.ts";
import { isForNewcomers, newcomersLabel, pickNext } from "./pick-next.ts";
import { whyMilestone } from "./why-milestone.ts";

const alsoShown = 4;

export const next = defineCommand<PlannedMilestone | null>({
  name: "next",
  aliases: [],
  group: "Questions",
  aim: "thread",
  takesText: false,
  summary: "Says what you can start now, and why it.",
  usage: "[MILESTONE]",
  rules: [
    "Issues that are assigned to somebody else are left out.",
    `For people without write access rather an issue with the label \`${newcomersLabel}\`, where one is ready.`,
  ],
  permission: "anyone",
  examples: [
    { line: "/next", effect: "Names the ready issue that helps the most." },
    { line: "/next M3", effect: "The same within one milestone." },
  ],
  read: readWhere,
  run: (milestone, context) => ({ kind: "answered", says: answer(milestone, context) }),
});

function readWhere(text: string, { plan }: ThreadContext): Reading<PlannedMilestone | null> {
  return text === "" ? { kind: "read", arguments: null } : readMilestone(text, plan);
}

function answer(milestone: PlannedMilestone | null, context: ThreadContext): string {
  const { plan, links, actor } = context;
  const { free, taken, begun } = pickNext(plan, milestone, actor);
  const [best, ...others] = free;
  const own = begun.map(({ number }) => number);
  const parts = [
    begun.length === 0 ? "" : `You have ${links.list(own, alsoShown).join(", ")} in progress.`,
    ...(best
      ? [recommend(best, context), worthMore(best, taken, context), alsoReady(others, context)]
      : []),
    best ? "" : nothingFree(milestone, taken, context),
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

function recommend(best: PlannedItem, context: ThreadContext): string {
  const { plan, links, actor } = context;
  const isNewcomer = !isAtLeast(actor.access, "write") && isForNewcomers(best);
  return [
    ...nextLines({ plan, links, limit: alsoShown }, best),
    ...(isNewcomer ? [`It has the label \`${newcomersLabel}\`.`] : []),
    howToTake(best, context),
  ].join("\n");
}

function howToTake(best: PlannedItem, context: ThreadContext): string {
  const start = offer("start", best, context);
  if (start !== "") return `${start} takes it.`;
  return `Say in ${context.links.ref(best.number)} that you would like to do it.`;
}

/** The status issue may name another one to start with. */
function worthMore(
  best: PlannedItem,
  taken: readonly PlannedItem[],
  { links }: ThreadContext,
): string {
  const [first] = taken;
  if (!first || first.dependentCount <= best.dependentCount) return "";
  return `${links.ref(first.number)} would free more, but ${assigneesText(first.assignees)} has it.`;
}

function alsoReady(others: readonly PlannedItem[], { plan, links }: ThreadContext): string {
  if (others.length === 0) return "";
  const words = firstOf(others, alsoShown, ({ number }) =>
    named(links.ref(number), shortNameOf(plan, number)),
  );
  return `Also ready: ${words.join(" · ")}`;
}

function nothingFree(
  milestone: PlannedMilestone | null,
  taken: readonly PlannedItem[],
  context: ThreadContext,
): string {
  const { plan, links } = context;
  if (taken.length > 0) {
    const words = firstOf(
      taken,
      alsoShown,
      (item) => `${links.ref(item.number)} (${assigneesText(item.assignees)})`,
    );
    return `All that is ready has somebody already: ${words.join(" · ")}`;
  }
  if (milestone?.state === "blocked") return `Not yet. ${whyMilestone(milestone, context)}`;
  return nothingText(milestone ? [milestone] : plan.milestones);
}
