/** Estimates stand in labels: an issue has one of a kind at most. */
import { codeSpan } from "../../markdown/code-span.ts";
import type { CommandContext, CommandOutcome } from "../command.ts";
import { labelsWith, setOnly } from "../labels/exclusive-label.ts";

/** `value`: as the label says it, null for none; `what`: as in "has no estimate". */
export function setEstimate(
  value: string | null,
  prefix: string,
  what: string,
  { issue, links }: CommandContext,
): CommandOutcome {
  const label = value === null ? null : `${prefix}${value}`;
  const edits = setOnly(issue, labelsWith(issue, prefix), label);
  if (edits.length > 0) return { kind: "done", edits, says: null };
  const ref = links.ref(issue.number);
  const says = label === null ? `${ref} has no ${what}.` : `${ref} has ${codeSpan(label)} already.`;
  return { kind: "already", says };
}
