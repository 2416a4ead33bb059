/** `/unblock`: dependencies are taken away. */
import type { PlannedMilestone } from "../../domain/plan.ts";
import type { IssueReference } from "../../domain/reference.ts";
import { findBlockersInWords } from "../../facts/body-words.ts";
import { joinWords } from "../../render/names.ts";
import { type CommandContext, type CommandOutcome, defineCommand, refuse } from "../command.ts";
import { readTargets, type Targets } from "./read-targets.ts";
import { type Release, releaseMilestone } from "./release-milestone.ts";

/** "all" stands for every blocker of the issue. */
type Request = "all" | Targets;

const shown = 8;

export const unblock = defineCommand<Request>({
  name: "unblock",
  aliases: [],
  group: "Dependencies",
  aim: "issue",
  takesText: false,
  summary: "Takes dependencies away: what the issue waits for, or a milestone that waits for it.",
  usage: "ISSUES | all | MILESTONES",
  rules: [
    "With issues, this issue no longer waits for them; `all` means every issue that it waits for.",
    "With a milestone, the issue leaves the `Needs:` line of its description.",
    "Words in the issue's own text, like “Blocked by #408”, stay; the answer says where they are.",
  ],
  permission: "author-or-assignee",
  examples: [
    { line: "/unblock #406", effect: "The issue no longer waits for #406." },
    { line: "/unblock all on #410", effect: "#410 waits for nothing any more." },
    { line: "/unblock M3 on #407", effect: "Milestone M3 no longer waits for #407." },
  ],
  read(text, context) {
    if (/^all$/i.test(text)) return { kind: "read", arguments: "all" };
    return readTargets(text, context, "unblock #406");
  },
  run: release,
});

function release(request: Request, context: CommandContext): CommandOutcome {
  const milestones: readonly PlannedMilestone[] = request === "all" ? [] : request.milestones;
  const issues = request === "all" ? "all" : request.issues;
  const parts = [
    ...(issues.length > 0 ? [releaseIssue(issues, context)] : []),
    ...milestones.map((milestone) => releaseMilestone(milestone, context)),
  ];
  const edits = parts.flatMap((part) => part.edits);
  const refusals = parts.flatMap((part) => part.refusals).join(" ");
  if (edits.length > 0) return { kind: "done", edits, says: refusals || null };
  if (refusals !== "") return refuse(refusals);
  return { kind: "already", says: parts.flatMap((part) => part.already).join(" ") };
}

function releaseIssue(wanted: "all" | readonly IssueReference[], context: CommandContext): Release {
  const { issue, links, plan, bodyOf } = context;
  const ref = links.ref(issue.number);
  const native = issue.dependencies.filter(({ origin }) => origin === "native").map(({ on }) => on);
  const written = findBlockersInWords(bodyOf(issue.number), plan.repository);
  const named = wanted === "all" ? [...new Set([...native, ...written.keys()])] : wanted;
  const removed = named.filter((one) => native.includes(one));
  const inWords = named.filter((one) => written.has(one));
  const missing = named.filter((one) => !(native.includes(one) || written.has(one)));
  const hidden = wanted === "all" ? issue.hiddenBlockers : 0;
  return {
    edits: removed.map((blocker) => ({ kind: "remove-blocker", issue: issue.number, blocker })),
    refusals: [
      ...inWords.map((one) => inWordsText(one, written.get(one) ?? 1, context)),
      ...(hidden > 0 ? [`${ref} waits for ${hidden} more that can't be named here.`] : []),
    ],
    already: [
      named.length === 0
        ? `${ref} waits for nothing.`
        : `${ref} does not wait for ${joinWords(links.list(missing, shown))}.`,
    ],
  };
}

function inWordsText(
  blocker: IssueReference,
  line: number,
  { issue, links }: CommandContext,
): string {
  return `${links.ref(issue.number)} says in line ${line} of its text that it waits for ${links.ref(blocker)}: take these words out there.`;
}
