/** `/estimate`: how long an issue takes. */
import { parseHours } from "../../facts/estimate.ts";
import { estimatePrefix } from "../../facts/label-facts.ts";
import { codeSpan } from "../../markdown/code-span.ts";
import { type CommandContext, defineCommand, mistake, type Reading } from "../command.ts";
import { commandLine } from "../command-line.ts";
import { findLengthFault } from "../labels/exclusive-label.ts";
import { isNone } from "../text-argument.ts";
import { setEstimate } from "./estimate-label.ts";

export const estimate = defineCommand<{ readonly value: string | null }>({
  name: "estimate",
  aliases: [],
  group: "Estimates",
  aim: "issue",
  takesText: false,
  summary: "Sets how long the issue takes.",
  usage: "TIME | none",
  rules: [
    `The estimate stands in a label, ${codeSpan(`${estimatePrefix}16-20h`)}.`,
    "Times are in hours (`h`) or days of eight hours (`d`), and may be a range.",
  ],
  permission: "author-or-assignee",
  examples: [
    { line: "/estimate 2h", effect: "The issue takes two hours." },
    { line: "/estimate 16-20h", effect: "It takes 16 to 20 hours." },
    { line: "/estimate 3d", effect: "It takes three days." },
  ],
  read: readEstimate,
  run: ({ value }, context) => setEstimate(value, estimatePrefix, "estimate", context),
});

function readEstimate(
  text: string,
  { config }: CommandContext,
): Reading<{ readonly value: string | null }> {
  if (isNone(text)) return { kind: "read", arguments: { value: null } };
  const value = toLabel(text);
  if (parseHours(value) !== null) {
    const fault = findLengthFault(`${estimatePrefix}${value}`);
    return fault === undefined ? { kind: "read", arguments: { value } } : mistake(fault);
  }
  const ways = ["2h", "16-20h", "3d"].map((time) => commandLine(config, `estimate ${time}`));
  return mistake(`An estimate is in hours or days, the lower end first: ${ways.join(", ")}.`);
}

/** "16 – 20 hours" is "16-20h", as labels say it. */
function toLabel(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s*(?:hours?|hrs?|h)$/, "h")
    .replace(/\s*(?:days?|d)$/, "d")
    .replace(/\s*(?:-|–|—|\bto\b)\s*/, "-");
}
