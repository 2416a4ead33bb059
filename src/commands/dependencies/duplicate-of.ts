/** `/duplicate-of`: the issue is closed in favour of another one. */
import { joinWords } from "../../render/names.ts";
import { findRuns } from "../../render/runs.ts";
import { type CommandContext, type CommandOutcome, defineCommand, refuse } from "../command.ts";
import { commandLine } from "../command-line.ts";
import { mostIssues } from "../issue-list.ts";
import { readOneOwnIssue } from "../issues-argument.ts";

const shown = 8;

export const duplicateOf = defineCommand<number>({
  name: "duplicate-of",
  aliases: [],
  group: "Dependencies",
  aim: "issue",
  takesText: false,
  summary: "Closes the issue as a duplicate of another one.",
  usage: "ISSUE",
  rules: ["A duplicate does not count in the plan."],
  permission: "triage",
  examples: [{ line: "/duplicate-of #311", effect: "Closes the issue as a duplicate of #311." }],
  read: (text, context) => readOneOwnIssue(text, context, "duplicate-of #311"),
  run: closeAsDuplicate,
});

function closeAsDuplicate(original: number, context: CommandContext): CommandOutcome {
  const { issue, plan, links } = context;
  const [ref, other] = [links.ref(issue.number), links.ref(original)];
  if (original === issue.number) return refuse(`${ref} can't be a duplicate of itself.`);
  if (issue.duplicateOf === original) {
    return { kind: "already", says: `${ref} is closed as a duplicate of ${other} already.` };
  }
  if (issue.duplicateOf !== null) {
    const present = links.ref(issue.duplicateOf);
    return refuse(`${ref} is closed as a duplicate of ${present}: reopen it first.`);
  }
  const further = plan.items.get(original)?.duplicateOf ?? null;
  if (further === issue.number) {
    return refuse(`${other} is closed as a duplicate of ${ref}: reopen it first.`);
  }
  const edit = {
    kind: "close",
    issue: issue.number,
    reason: "duplicate",
    duplicateOf: original,
  } as const;
  const notes = [
    ...(further === null ? [] : [`${other} is itself a duplicate of ${links.ref(further)}.`]),
    ...whoWaited(original, context),
  ];
  return { kind: "done", edits: [edit], says: notes.join(" ") || null };
}

/** Closing sets free what waited for it: the one who closes knows whether it should wait on. */
function whoWaited(
  original: number,
  { issue, plan, links, config }: CommandContext,
): readonly string[] {
  const waiting = [...plan.items.values()]
    .filter(
      ({ number, openBlockers }) => openBlockers.includes(issue.number) && number !== original,
    )
    .map(({ number }) => number);
  if (waiting.length === 0 || waiting.length > mostIssues) return [];
  const isOne = waiting.length === 1;
  const refs = joinWords(links.list(waiting, shown));
  const targets = findRuns(waiting).map(
    ({ first, last }) => `#${first === last ? first : `${first}-${last}`}`,
  );
  const way = commandLine(config, `blocked-by #${original} on ${targets.join(", ")}`);
  return [
    `${refs} waited for ${links.ref(issue.number)} and no longer ${isOne ? "does" : "do"}.`,
    `If ${isOne ? "it" : "they"} should wait for ${links.ref(original)} now: ${way}.`,
  ];
}
