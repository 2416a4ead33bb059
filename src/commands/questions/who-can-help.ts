/** Whose move it is: the issues at the beginning of a chain, and which of them is the quickest to help with. */
import type { ItemState, Plan, PlannedItem } from "../../domain/plan.ts";
import { compareReferences, type IssueReference } from "../../domain/reference.ts";
import type { Links } from "../../render/links.ts";
import { stateMeaning } from "../../render/marks.ts";
import { assigneesText, findItem, firstOf, safeProse } from "../../render/names.ts";
import type { ThreadContext } from "../command.ts";
import { asSentence } from "../sentence.ts";
import { isFree } from "../work/takers.ts";
import { offer } from "./offer.ts";

const rootsShown = 5;

/** "#408 (ready, unassigned), octo/engine#5 (in another repository)". */
export function whoseMove(plan: Plan, roots: readonly IssueReference[], links: Links): string {
  const words = firstOf(
    roots,
    rootsShown,
    (root) => `${links.ref(root)} (${standing(plan, root)})`,
  );
  return words.join(", ");
}

/** "ready, unassigned"; "on hold, ada: the vendor is late". */
export function standing(plan: Plan, reference: IssueReference): string {
  const item = findItem(plan, reference);
  if (!item) return "in another repository";
  const words = `${stateMeaning(item.state)[1]}, ${assigneesText(item.assignees)}`;
  return item.holdReason === null ? words : `${words}: ${safeProse(item.holdReason)}`;
}

type Context = Pick<ThreadContext, "plan" | "links" | "config" | "actor">;

/** One sentence; empty where nothing in sight can be done. */
export function quickestHelp(roots: readonly IssueReference[], context: Context): string {
  const { plan, links } = context;
  const items = roots.flatMap((root) => findItem(plan, root) ?? []);
  const [best] = items.sort(
    (a, b) =>
      effort(a, context) - effort(b, context) ||
      b.dependentCount - a.dependentCount ||
      a.number - b.number,
  );
  if (best) return `Quickest help: ${whatToDo(best, context)}`;
  const [elsewhere] = roots.toSorted(compareReferences);
  return elsewhere === undefined
    ? ""
    : `Quickest help: ask about ${links.ref(elsewhere)} over there.`;
}

/** What the one who asks can do at once comes first. */
function effort(item: PlannedItem, { actor }: Context): number {
  if (item.state === "ready") return isFree(item, actor.login) ? 0 : 1;
  return efforts[item.state] ?? 5;
}

const efforts: Partial<Readonly<Record<ItemState, number>>> = {
  "in-progress": 2,
  "on-hold": 3,
  tracker: 4,
};

function whatToDo(item: PlannedItem, context: Context): string {
  const { links, actor } = context;
  const ref = links.ref(item.number);
  const start = offer("start", item, context);
  const who = assigneesText(item.assignees);
  switch (item.state) {
    case "ready":
      if (!isFree(item, actor.login)) return `${ref}, which ${who} can start.`;
      return start === "" ? `take ${ref}.` : `take ${ref} (${start}).`;
    case "in-progress":
      return `lend a hand with ${ref} (${who}).`;
    case "on-hold": {
      const reason = item.holdReason === null ? "" : `: ${safeProse(item.holdReason)}`;
      return asSentence(`settle why ${ref} is on hold${reason}`);
    }
    case "tracker":
      return `close the epic ${ref} if its work is done.`;
    default:
      return `look at ${ref}, which waits for something that I can't see.`;
  }
}
