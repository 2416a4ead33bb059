/** `/points`: how much an issue weighs. */
import { parsePoints } from "../../facts/estimate.ts";
import { pointsPrefix } from "../../facts/label-facts.ts";
import { codeSpan } from "../../markdown/code-span.ts";
import { type CommandContext, defineCommand, mistake, type Reading } from "../command.ts";
import { commandLine } from "../command-line.ts";
import { isNone } from "../text-argument.ts";
import { setEstimate } from "./estimate-label.ts";

const most = 1000;

export const points = defineCommand<{ readonly value: string | null }>({
  name: "points",
  aliases: [],
  group: "Estimates",
  aim: "issue",
  takesText: false,
  summary: "Sets how many points the issue has.",
  usage: "NUMBER | none",
  rules: [`The points stand in a label, ${codeSpan(`${pointsPrefix}3`)}.`],
  permission: "author-or-assignee",
  examples: [
    { line: "/points 3", effect: "The issue has 3 points." },
    { line: "/points none", effect: "It has none any more." },
  ],
  read: readPoints,
  run: ({ value }, context) => setEstimate(value, pointsPrefix, "points", context),
});

function readPoints(
  text: string,
  { config }: CommandContext,
): Reading<{ readonly value: string | null }> {
  if (isNone(text)) return { kind: "read", arguments: { value: null } };
  const number = parsePoints(text.replace(/\s*(?:points?|pts?|sp)$/i, ""));
  if (number === null || number > most) {
    const ways = `${commandLine(config, "points 3")} or ${commandLine(config, "points none")}`;
    return mistake(`Points are a number from 0 to ${most}: ${ways}.`);
  }
  return { kind: "read", arguments: { value: String(number) } };
}
