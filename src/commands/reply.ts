/**
 * One reply for all commands of a comment: nothing where the reaction says it all, the text itself for a
 * single command, line by line where there are several.
 */
import type { PlanEdit } from "../domain/plan-edit.ts";
import { codeSpan } from "../markdown/code-span.ts";
import { clipText } from "../markdown/plain-line.ts";
import type { Links } from "../render/links.ts";
import { capitalised } from "../render/names.ts";
import type { CommandOutcome } from "./command.ts";

/** What became of one issue that a command was aimed at. */
export type TargetResult =
  | CommandOutcome
  /** Somebody changed the same fact after the command was given. */
  | { readonly kind: "superseded"; readonly says: string };

export interface LineResult {
  /** As the person wrote it. */
  readonly source: string;
  readonly isDryRun: boolean;
  /** One for each issue that it was aimed at; `issue` is null where it was not aimed. */
  readonly targets: readonly { readonly issue: number | null; readonly result: TargetResult }[];
}

export interface ReplyParts {
  readonly links: Links;
  /** What edits would do, for a dry run: sentences without a full stop. */
  describe(edits: readonly PlanEdit[]): readonly string[];
}

/** Markdown with the definitions of its links; null where there is nothing to say. */
export function composeReply(lines: readonly LineResult[], parts: ReplyParts): string | null {
  if (lines.every(isSilent)) return null;
  const text = lines.length === 1 && lines[0] ? single(lines[0], parts) : listed(lines, parts);
  const definitions = parts.links.definitions();
  return definitions === "" ? text : `${text}\n\n${definitions}`;
}

function isSilent({ isDryRun, targets }: LineResult): boolean {
  return !isDryRun && targets.every(({ result }) => result.kind === "done" && result.says === null);
}

const longestSource = 120;

function single(line: LineResult, parts: ReplyParts): string {
  const said = sayings(line, parts);
  const [only] = said;
  if (said.length === 1 && only) return only.text;
  return said.map(({ about, text }) => `- ${about}${text}`).join("\n");
}

function listed(lines: readonly LineResult[], parts: ReplyParts): string {
  return lines
    .map((line) => {
      const said = sayings(line, parts);
      const source = codeSpan(clipText(line.source, longestSource));
      const [only] = said;
      if (said.length === 1 && only) return `- ${source}: ${indented(only.text)}`;
      const below = said.map(({ about, text }) => `  - ${about}${indented(text)}`);
      return [`- ${source}:`, ...below].join("\n");
    })
    .join("\n");
}

/** Text of several lines stays within its entry of the list. */
function indented(text: string): string {
  return text.replace(/\n(?=.)/g, "\n  ");
}

interface Saying {
  /** "#12, #13: ", as links; empty where the command was not aimed, or all say the same. */
  readonly about: string;
  readonly text: string;
}

/** Targets of which the same is to be said are named together. */
function sayings({ isDryRun, targets }: LineResult, parts: ReplyParts): readonly Saying[] {
  const issuesByText = new Map<string, number[]>();
  for (const { issue, result } of isDryRun ? targets : worthSaying(targets)) {
    const text = isDryRun ? wouldDo(result, parts) : outcomeText(result);
    const issues = issuesByText.get(text) ?? [];
    if (issue !== null) issues.push(issue);
    issuesByText.set(text, issues);
  }
  return [...issuesByText].map(([text, issues]) => ({
    about:
      issuesByText.size === 1 || issues.length === 0
        ? ""
        : `${parts.links.list(issues).join(", ")}: `,
    text,
  }));
}

/** That something is done is worth a word beside what is not, but not beside a remark. */
function worthSaying(targets: LineResult["targets"]): LineResult["targets"] {
  const remarked = targets.filter(({ result }) => result.says !== null);
  const isAllDone = targets.every(({ result }) => result.kind === "done");
  return isAllDone && remarked.length > 0 ? remarked : targets;
}

function outcomeText(result: TargetResult): string {
  return result.says ?? "Done.";
}

function wouldDo(result: TargetResult, { describe }: ReplyParts): string {
  if (result.kind !== "done") return result.says;
  const done = describe(result.edits);
  if (done.length === 0) return "Dry run, nothing is changed. It would do so.";
  const [only] = done;
  if (done.length === 1 && only) return `Dry run, nothing is changed. It would do this: ${only}.`;
  return [
    "Dry run, nothing is changed. It would do this:",
    ...done.map((one) => `- ${capitalised(one)}`),
  ].join("\n");
}

/** What the reaction on the comment says of all its commands together. */
export function reactionTo(lines: readonly LineResult[]): "rocket" | "confused" | "eyes" {
  const results = lines.flatMap(({ targets }) => targets.map(({ result }) => result.kind));
  if (results.some((kind) => kind === "refused" || kind === "superseded")) return "confused";
  return lines.length > 0 && lines.every(({ isDryRun }) => isDryRun) ? "eyes" : "rocket";
}
