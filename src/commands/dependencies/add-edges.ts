/** What becomes of dependencies that somebody wants: new ones are added, a cycle is refused. */
import type { PlanEdit } from "../../domain/plan-edit.ts";
import type { IssueReference } from "../../domain/reference.ts";
import { findItem, joinWords } from "../../render/names.ts";
import { type CommandOutcome, refuse, type ThreadContext } from "../command.ts";
import { describeEdits } from "../describe-edit.ts";
import { cycleText, type Edge, findCycle } from "./dependency-cycle.ts";

/** More at once is a slip of the hand. */
const mostEdges = 100;

const shown = 8;

type AddBlocker = Extract<PlanEdit, { kind: "add-blocker" | "remove-blocker" }>;

export function addEdges(wanted: readonly Edge[], context: ThreadContext): CommandOutcome {
  const { plan, links } = context;
  const own = wanted.find(({ issue, blocker }) => issue === blocker);
  if (own) return refuse(`${links.ref(own.issue)} can't wait for itself.`);
  const fresh = wanted.filter(({ issue, blocker }) => !isNative(context, issue, blocker));
  if (fresh.length > mostEdges) {
    return refuse(
      `That would be ${fresh.length} dependencies at once. At most ${mostEdges} are added by one command: give it in parts.`,
    );
  }
  const cycle = findCycle(plan, { edges: fresh, children: [] });
  if (cycle) return refuse(cycleText(cycle, links));
  if (fresh.length === 0) return already(wanted, context);
  return { kind: "done", edits: fresh.map(addition), says: closedText(fresh, context) };
}

/** Words in a body don't count: GitHub knows nothing of them. */
function isNative({ plan }: ThreadContext, issue: number, blocker: IssueReference): boolean {
  const dependencies = plan.items.get(issue)?.dependencies ?? [];
  return dependencies.some(({ on, origin }) => on === blocker && origin === "native");
}

function addition({ issue, blocker }: Edge): AddBlocker {
  return { kind: "add-blocker", issue, blocker };
}

function already(wanted: readonly Edge[], { plan, links }: ThreadContext): CommandOutcome {
  const sentences = describeEdits(plan, links, wanted.map(addition));
  return { kind: "already", says: `It is so already: ${sentences.join("; ")}.` };
}

/** That the plan does not change by it is easily missed. */
function closedText(edges: readonly Edge[], { plan, links }: ThreadContext): string | null {
  const blockers = [...new Set(edges.map(({ blocker }) => blocker))].filter((blocker) => {
    const state = findItem(plan, blocker)?.resolution ?? plan.foreign.get(blocker)?.state ?? null;
    return state !== null && state !== "open" && state !== "unknown";
  });
  if (blockers.length === 0) return null;
  const [is, it] = blockers.length === 1 ? ["is", "it"] : ["are", "them"];
  return `${joinWords(links.list(blockers, shown))} ${is} closed already, so nothing waits for ${it}.`;
}
