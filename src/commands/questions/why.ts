/** `/why`: why an issue or a milestone can't start yet, whose move it is, or why it is worth starting. */
import { findMilestone } from "../../domain/milestone-name.ts";
import type { PlannedItem, PlannedMilestone } from "../../domain/plan.ts";
import {
  type CommandOutcome,
  defineCommand,
  mistake,
  type OpenContext,
  type Reading,
} from "../command.ts";
import { commandLine } from "../command-line.ts";
import { readIssueList } from "../issue-list.ts";
import { readMilestone } from "../milestone-argument.ts";
import { whyIssue } from "./why-issue.ts";
import { whyMilestone } from "./why-milestone.ts";

type Subject =
  | { readonly kind: "issue"; readonly issue: PlannedItem }
  | { readonly kind: "milestone"; readonly milestone: PlannedMilestone };

export const why = defineCommand<Subject>({
  name: "why",
  aliases: [],
  group: "Questions",
  aim: "open",
  takesText: false,
  summary: "Tells why an issue or a milestone waits, and whose move it is.",
  usage: "[ISSUE | MILESTONE]",
  rules: [
    "Of a blocked one: the whole chain, how many steps it is from its start, who can free it, and the quickest help.",
    "Of a ready one: what it frees.",
  ],
  permission: "anyone",
  examples: [
    { line: "/why", effect: "Explains the issue that the comment stands in." },
    { line: "/why on #12", effect: "Explains another issue." },
    { line: "/why M3", effect: "Explains what a milestone waits for." },
  ],
  read: readSubject,
  run(subject, context): CommandOutcome {
    const says =
      subject.kind === "issue"
        ? whyIssue(subject.issue, context)
        : whyMilestone(subject.milestone, context);
    return { kind: "answered", says };
  },
});

function readSubject(text: string, context: OpenContext): Reading<Subject> {
  const { plan, issue, config } = context;
  if (text === "") {
    if (issue) return { kind: "read", arguments: { kind: "issue", issue } };
    const examples = ["why on #12", "why M3"].map((line) => commandLine(config, line));
    return mistake(`Say what you ask about: ${examples.join(" or ")}.`);
  }
  const match = looksLikeIssue(text) ? null : findMilestone(plan.milestones, text);
  if (match?.kind === "found") {
    return { kind: "read", arguments: { kind: "milestone", milestone: match.milestone } };
  }
  return readIssue(text, context) ?? aboutMilestone(text, context);
}

/** "#12", "12", "owner/repo#3", an address: those are no names of milestones. */
function looksLikeIssue(text: string): boolean {
  return /^#?\d+$|#\d|^https?:/.test(text);
}

/** Null where the text names no issue. */
function readIssue(text: string, { plan, config }: OpenContext): Reading<Subject> | null {
  const list = readIssueList(text, plan);
  if (list.kind === "mistake") return looksLikeIssue(text) ? list : null;
  if (list.references.length === 0 || list.rest !== "") return null;
  const [first, second] = list.references;
  if (second !== undefined) {
    return mistake(
      `Ask about one issue, or about several with ${commandLine(config, "why on #12, #13")}.`,
    );
  }
  const issue = typeof first === "number" ? plan.items.get(first) : undefined;
  if (issue) return { kind: "read", arguments: { kind: "issue", issue } };
  return mistake("I know only the issues of this repository: ask in the other one.");
}

function aboutMilestone(text: string, { plan }: OpenContext): Reading<Subject> {
  const reading = readMilestone(text, plan);
  if (reading.kind === "mistake") return reading;
  return { kind: "read", arguments: { kind: "milestone", milestone: reading.arguments } };
}
