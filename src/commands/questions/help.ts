/** `/help`: all commands, or one of them in full. Made for a registry, since it has to know them all. */
import { findNearest } from "../../domain/nearest-word.ts";
import { codeSpan } from "../../markdown/code-span.ts";
import { clipText } from "../../markdown/plain-line.ts";
import { renderTable } from "../../markdown/table.ts";
import {
  type Command,
  type CommandOutcome,
  commandGroups,
  defineCommand,
  refuse,
  type ThreadCommand,
  type ThreadContext,
} from "../command.ts";
import { commandLine } from "../command-line.ts";
import {
  aliasesOf,
  exampleEntries,
  permissionSentence,
  usageOf,
  whoMayShort,
} from "../help-text.ts";

export interface KnownCommands {
  readonly commands: readonly Command[];
  find(name: string): Command | undefined;
  isDisabled(name: string): boolean;
}

const shownName = 40;

/** `known` is asked when the command runs: by then the registry is complete. */
export function createHelp(known: () => KnownCommands): ThreadCommand {
  return defineCommand<string>({
    name: "help",
    aliases: [],
    group: "Questions",
    aim: "thread",
    takesText: false,
    summary: "Lists all commands, or tells all about one.",
    usage: "[COMMAND]",
    rules: [],
    permission: "anyone",
    examples: [
      { line: "/help", effect: "Lists all commands and who may give them." },
      { line: "/help move", effect: "Tells all about one command." },
    ],
    read: (text) => ({ kind: "read", arguments: text.toLowerCase() }),
    run: (wanted, context) => answer(wanted, known(), context),
  });
}

function answer(wanted: string, known: KnownCommands, context: ThreadContext): CommandOutcome {
  const { prefix } = context.config.commands;
  if (wanted === "") return { kind: "answered", says: listAll(known.commands, context) };
  const name = wanted.startsWith(prefix) ? wanted.slice(prefix.length) : wanted.replace(/^\//, "");
  const command = known.find(name);
  if (command) return { kind: "answered", says: withoutReferences(tellAbout(command, prefix)) };
  return refuse(unknown(name, known, context));
}

function unknown(name: string, known: KnownCommands, { config }: ThreadContext): string {
  const all = `${commandLine(config, "help")} lists all commands.`;
  const shown = codeSpan(clipText(`${config.commands.prefix}${name}`, shownName));
  if (known.isDisabled(name)) return `${shown} is switched off in this repository. ${all}`;
  const names = known.commands.flatMap((command) => [command.name, ...command.aliases]);
  const near = findNearest(name, names);
  const hint = near === undefined ? "" : ` Did you mean ${commandLine(config, `help ${near}`)}?`;
  return `There is no command ${shown}.${hint} ${all}`;
}

function tellAbout(command: Command, prefix: string): string {
  const aliases = aliasesOf(command, prefix);
  return [
    `**${usageOf(command, prefix)}**`,
    command.summary,
    [...command.rules, permissionSentence(command)].map((rule) => `- ${rule}`).join("\n"),
    ...(aliases === "" ? [] : [`Also called ${aliases}.`]),
    `Examples:\n\n${exampleEntries(command, prefix).join("\n")}`,
  ].join("\n\n");
}

/** The issues of examples are nobody's: outside of code their numbers would be links to some. */
function withoutReferences(markdown: string): string {
  return markdown
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 0 ? part.replace(/#(?=\d)/g, "#&#8203;") : part))
    .join("");
}

function listAll(commands: readonly Command[], { config }: ThreadContext): string {
  const line = (text: string) => commandLine(config, text);
  const how = [
    "Write a command at the start of a line, in a comment or in an issue's opening text.",
    `With ${codeSpan("on #12, #20-24")} behind it, it is about other issues; with ${codeSpan("--dry-run")} I only tell what it would do.`,
    `${line("help move")} tells all about one command; ${line("undo")} takes the last one back.`,
  ];
  const table = renderTable(
    [{ text: "Command" }, { text: "What it does" }, { text: "Who may" }],
    commandGroups.flatMap((group) => rowsOf(group, commands, config.commands.prefix)),
  ).trimEnd();
  const folded = `<details><summary>All commands</summary>\n\n${table}\n\n</details>`;
  return `${how.join(" ")}\n\n${folded}`;
}

function rowsOf(
  group: (typeof commandGroups)[number],
  commands: readonly Command[],
  prefix: string,
): readonly (readonly string[])[] {
  const members = commands.filter((command) => command.group === group);
  if (members.length === 0) return [];
  const rows = members.map((command) => [
    usageOf(command, prefix),
    command.summary,
    whoMayShort[command.permission],
  ]);
  return [[`**${group}**`], ...rows];
}
