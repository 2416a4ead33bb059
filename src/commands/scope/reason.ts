/** The reason that people give behind "because". */
import { longestNote } from "../../facts/notebook.ts";
import { mistake, type Reading } from "../command.ts";
import { readText } from "../text-argument.ts";

export interface WithReason {
  /** What stands before "because". */
  readonly before: string;
  /** In one line; null where none is given. */
  readonly reason: string | null;
}

export function readReason(text: string): Reading<WithReason> {
  const match = /(?:^|[\s,;:])because(?=[\s:]|$)/i.exec(text);
  if (!match) return { kind: "read", arguments: { before: text.trim(), reason: null } };
  const reason = readText(text.slice(match.index + match[0].length).replace(/^[\s:]+/, ""), {
    what: "A reason",
    longest: longestNote,
    missing: "Write the reason behind “because”, in the same line.",
  });
  if (reason.kind === "mistake") return mistake(reason.says);
  const before = text
    .slice(0, match.index)
    .trim()
    .replace(/[,;:]$/, "");
  return { kind: "read", arguments: { before, reason: reason.arguments } };
}
