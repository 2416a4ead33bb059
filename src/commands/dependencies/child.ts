/** `/child`: others become sub-issues of the issue. */
import { joinWords } from "../../render/names.ts";
import { type CommandContext, type CommandOutcome, defineCommand, refuse } from "../command.ts";
import { readOwnIssues } from "../issues-argument.ts";
import { findFamilyCycle } from "./family.ts";

const shown = 8;

export const child = defineCommand<readonly number[]>({
  name: "child",
  aliases: [],
  group: "Dependencies",
  aim: "issue",
  takesText: false,
  summary: "Makes other issues sub-issues of this one.",
  usage: "ISSUES",
  rules: ["An issue has one parent at most: what was a sub-issue of another is so no longer."],
  permission: "triage",
  examples: [
    { line: "/child #404-407", effect: "Four issues become sub-issues of this one." },
    { line: "/child #408 on #69", effect: "#408 becomes a sub-issue of #69." },
  ],
  read: (text, context) => readOwnIssues(text, context, "child #404-407"),
  run: adopt,
});

function adopt(children: readonly number[], context: CommandContext): CommandOutcome {
  const { plan, issue, links } = context;
  const ref = links.ref(issue.number);
  const fresh = children.filter((number) => plan.items.get(number)?.parent !== issue.number);
  if (fresh.length === 0) {
    const refs = joinWords(links.list(children, shown));
    const are = children.length === 1 ? "is a sub-issue" : "are sub-issues";
    return { kind: "already", says: `${refs} ${are} of ${ref} already.` };
  }
  const kinships = fresh.map((number) => ({ child: number, parent: issue.number }));
  const cycle = findFamilyCycle(kinships, context);
  if (cycle !== null) return refuse(cycle);
  const edits = fresh.map(
    (number) => ({ kind: "set-parent", issue: number, parent: issue.number }) as const,
  );
  return { kind: "done", edits, says: leftParents(fresh, context) };
}

function leftParents(children: readonly number[], { plan, links }: CommandContext): string | null {
  const moved = children.filter((number) => (plan.items.get(number)?.parent ?? null) !== null);
  if (moved.length === 0) return null;
  const parents = moved.flatMap((number) => plan.items.get(number)?.parent ?? []);
  const was = moved.length === 1 ? "was a sub-issue" : "were sub-issues";
  return `${joinWords(links.list(moved, shown))} ${was} of ${joinWords(links.list(parents, shown))} until now.`;
}
