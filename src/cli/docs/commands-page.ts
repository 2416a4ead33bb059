/** `docs/commands.md`, from the commands of a repository without a configuration. */
import { type Command, type CommandGroup, commandGroups } from "../../commands/command.ts";
import {
  aliasesOf,
  exampleEntries,
  permissionSentence,
  usageOf,
  whoMayShort,
} from "../../commands/help-text.ts";
import { createRegistry } from "../../commands/registry.ts";
import { defaultConfig } from "../../config/defaults.ts";
import { renderTable } from "../../markdown/table.ts";

const { prefix } = defaultConfig.commands;

const intro = `# Commands

People steer the plan where they work: with commands in comments on issues, and in an issue's opening text.

\`\`\`markdown
Talked to Ada, we need the schema first.

/blocked-by #12
/move M3 because the store comes later
\`\`\`

Milepost reacts to the comment when it is done: 🚀 all is well, 😕 something was wrong, 👀 a dry run. It
answers only where there is something to say, once for all commands of the comment. Correct a command by
editing the comment: the edit runs what it added, and the answer is brought up to date. Deleting a comment
undoes nothing; \`/undo\` does.

## How a command is read

- It stands at the start of a line of plain text, indented by three spaces at most. What stands in code, quotes,
  lists, tables, headings, HTML or HTML comments runs nothing, so templates and mails may quote commands.
- What is no command of Milepost's it leaves to other bots. Where one letter is wrong, or two have changed places, it
  asks whether you meant the right one. Beside commands of Milepost's, long names may have two such slips.
- Its name ends at a blank or at the end of the line, and upper and lower case are the same. Everything up to the
  end of the line belongs to it; several commands stand on several lines and run from top to bottom.
- \`… on #12, #20-24\` at the end of the line aims it at other issues than the one it stands in. With a command
  that takes free text, \`on #12\` stands directly behind the name or before \`because\`.
- \`--dry-run\` as the last or the first word: Milepost tells what it would do and does nothing.
- Words in capitals stand for something of yours, what is in brackets may be left out, \`|\` is a choice.

| where it says | you may write |
|---|---|
| \`ISSUE\`, \`ISSUES\` | \`#12\`, \`12\`, \`#404-407\`, \`owner/repo#3\`, an issue's address, a key that a title begins with (\`DB-004\`, \`DB-004 through DB-008\`); several with commas, blanks or \`and\` between them |
| \`MILESTONE\` | its title, its number, its key (\`M3\`, \`5.1\`) or the beginning of its title that fits no other |
| \`TEXT\`, \`REASON\`, \`NAME\` | anything up to the end of the line |

\`/milepost start\` is \`/start\` wherever another bot listens to that too. \`commands.prefix\` in the
[configuration](configuration.md) changes what all commands begin with, \`commands.disable\` switches some off.

## Who may give them

| word | who that is |
|---|---|
| everyone | whoever may comment |
| author, assignees, triage | who opened the issue, who is assigned to it, and people with triage access or more |
| triage, write, maintain | people with this access to the repository, or more |

GitHub is asked for the access of whoever gives the command. Of a comment that somebody else has edited, the lower
access of both counts. Bots are not obeyed. Nothing runs on locked issues and in archived repositories.
A command that comes late, because Milepost was away, changes only what nobody has changed since.`;

/** What is said of a whole group. */
const remarks: Partial<Readonly<Record<CommandGroup, string>>> = {
  Labels:
    "There is a command for each dimension of `labels:` in the [configuration](configuration.md), with its name; these are those of a repository without one.",
};

export function renderCommandsPage(): string {
  const { commands } = createRegistry(defaultConfig);
  const groups = commandGroups
    .map((group) => ({ group, members: commands.filter((one) => one.group === group) }))
    .filter(({ members }) => members.length > 0);
  const sections = groups.map(({ group, members }) => groupSection(group, members));
  return `${[intro, "## All commands", table(groups), ...sections].join("\n\n")}\n`;
}

interface Group {
  readonly group: CommandGroup;
  readonly members: readonly Command[];
}

function table(groups: readonly Group[]): string {
  const rows = groups.flatMap(({ group, members }) => [
    [`**${group}**`],
    ...members.map((command) => [
      `[${usageOf(command, prefix)}](#${command.name})`,
      command.summary,
      whoMayShort[command.permission],
    ]),
  ]);
  const header = ["command", "does", "who may"].map((text) => ({ text }));
  return renderTable(header, rows).trimEnd();
}

function groupSection(group: CommandGroup, members: readonly Command[]): string {
  const remark = remarks[group];
  return [
    `## ${group}`,
    ...(remark === undefined ? [] : [remark]),
    ...members.map(commandSection),
  ].join("\n\n");
}

function commandSection(command: Command): string {
  const aliases = aliasesOf(command, prefix);
  const rules = [...command.rules, permissionSentence(command)].map((rule) => `- ${rule}`);
  return [
    `### ${command.name}`,
    usageOf(command, prefix),
    command.summary,
    rules.join("\n"),
    ...(aliases === "" ? [] : [`Also called ${aliases}.`]),
    `Examples:\n\n${exampleEntries(command, prefix).join("\n")}`,
  ].join("\n\n");
}
