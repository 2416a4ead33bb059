/** `/alias`: the short name of an issue, for chains and tables. */
import { safeName } from "../../render/names.ts";
import {
  type CommandContext,
  type CommandOutcome,
  defineCommand,
  type Reading,
} from "../command.ts";
import { commandLine } from "../command-line.ts";
import { isNone, readText, unquote } from "../text-argument.ts";

/** Longer names are titles. */
const longestAlias = 40;

export const alias = defineCommand<string | null>({
  name: "alias",
  aliases: [],
  group: "Words",
  aim: "issue",
  takesText: true,
  summary: "Gives the issue a short name for chains and tables.",
  usage: "NAME | none",
  rules: [
    `At most ${longestAlias} characters.`,
    "`none` removes it: then the title is shown again.",
  ],
  permission: "author-or-assignee",
  examples: [
    { line: "/alias SQL API", effect: 'Chains and tables say "SQL API" instead of the title.' },
    { line: "/alias none", effect: "Chains and tables say the title again." },
  ],
  read: readAlias,
  run: runAlias,
});

function readAlias(text: string, { config, issue, links }: CommandContext): Reading<string | null> {
  if (isNone(text)) return { kind: "read", arguments: null };
  const example = commandLine(config, "alias SQL API");
  const present =
    issue.alias === null
      ? ""
      : ` ${links.ref(issue.number)} is called ${safeName(issue.alias)} now.`;
  return readText(unquote(text), {
    what: "A short name",
    longest: longestAlias,
    missing: `Write the name in the same line, as ${example}.${present}`,
  });
}

function runAlias(name: string | null, context: CommandContext): CommandOutcome {
  const { issue, links } = context;
  if (name === issue.alias) {
    const state = name === null ? "has no short name" : "is called so already";
    return { kind: "already", says: `${links.ref(issue.number)} ${state}.` };
  }
  const edit = { kind: "note", issue: issue.number, about: "alias", text: name } as const;
  return { kind: "done", edits: [edit], says: sharedWith(name, context) };
}

/** Two open issues of one name are told apart by their numbers only. */
function sharedWith(name: string | null, { plan, issue, links }: CommandContext): string | null {
  if (name === null) return null;
  const others = [...plan.items.values()].filter(
    ({ number, resolution, alias: other }) =>
      number !== issue.number && resolution === null && other?.toLowerCase() === name.toLowerCase(),
  );
  if (others.length === 0) return null;
  const numbers = others.map(({ number }) => number);
  const verb = others.length === 1 ? "has" : "have";
  return `${links.list(numbers, 5).join(", ")} ${verb} the short name ${safeName(name)} too.`;
}
