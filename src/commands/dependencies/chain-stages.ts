/** The steps of a chain: "#408 → (#404-407) → #410". */
import type { IssueReference } from "../../domain/reference.ts";
import { mistake, type Reading, type ThreadContext } from "../command.ts";
import { commandLine } from "../command-line.ts";
import { readIssues } from "../issues-argument.ts";

/** Issues that can be done at the same time; at least one. */
export type Stage = readonly IssueReference[];

const arrow = /\s*(?:→|⟶|⇒|➔|➜|[-=]{1,2}>)\s*/u;

const example = "chain #408 → (#404-407) → #410";

export function readStages(text: string, context: ThreadContext): Reading<readonly Stage[]> {
  const parts = text.split(arrow);
  if (parts.length < 2 || parts.includes("")) {
    return mistake(
      `A chain has at least two steps with an arrow between them: ${commandLine(context.config, example)}.`,
    );
  }
  const stages: Stage[] = [];
  for (const part of parts) {
    const reading = readIssues(withoutBrackets(part), context, example);
    if (reading.kind === "mistake") return reading;
    stages.push(reading.arguments);
  }
  return { kind: "read", arguments: stages };
}

/** "(#404, #405 parallel)" is "#404, #405". */
function withoutBrackets(part: string): string {
  const inner = /^\((.*)\)$/.exec(part)?.[1] ?? part;
  return inner.trim().replace(/\s+(?:in\s+)?parallel$/i, "");
}
