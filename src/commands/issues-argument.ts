/** Issues as a command's only argument. */
import type { IssueReference } from "../domain/reference.ts";
import { codeSpan } from "../markdown/code-span.ts";
import { clipText } from "../markdown/plain-line.ts";
import { mistake, type Reading, type ThreadContext } from "./command.ts";
import { commandLine } from "./command-line.ts";
import { readIssueList } from "./issue-list.ts";

const shown = 40;

/** At least one; `example`: a line of the command, without its prefix, as "blocked-by #12". */
export function readIssues(
  text: string,
  { plan, config }: ThreadContext,
  example: string,
): Reading<readonly IssueReference[]> {
  const list = readIssueList(text, plan);
  if (list.kind === "mistake") return list;
  const { references } = list;
  const rest = list.rest.replace(/^[.!]$/, "");
  const way = commandLine(config, example);
  if (rest !== "") {
    const given = codeSpan(clipText(rest, shown)) || "what follows";
    return mistake(
      `I don't know what ${given} means here. Name issues as #&#8203;12, #&#8203;404-407, owner/repo#&#8203;3 or DB-004: ${way}.`,
    );
  }
  if (references.length === 0) return mistake(`Name the issues, as in ${way}.`);
  return { kind: "read", arguments: references };
}

/** Those of this repository; others can't be changed from here. */
export function readOwnIssues(
  text: string,
  context: ThreadContext,
  example: string,
): Reading<readonly number[]> {
  const reading = readIssues(text, context, example);
  return reading.kind === "mistake" ? reading : onlyOwn(reading.arguments, context);
}

export function onlyOwn(
  references: readonly IssueReference[],
  { links }: Pick<ThreadContext, "links">,
): Reading<readonly number[]> {
  const foreign = references.find((one) => typeof one === "string");
  if (foreign !== undefined) {
    return mistake(
      `${links.ref(foreign)} is in another repository: only issues of this one can be changed here.`,
    );
  }
  return { kind: "read", arguments: references.filter((one) => typeof one === "number") };
}

export function readOneOwnIssue(
  text: string,
  context: ThreadContext,
  example: string,
): Reading<number> {
  const reading = readOwnIssues(text, context, example);
  if (reading.kind === "mistake") return reading;
  const [first, second] = reading.arguments;
  if (first === undefined || second !== undefined) {
    return mistake(`Name one issue only, as in ${commandLine(context.config, example)}.`);
  }
  return { kind: "read", arguments: first };
}
