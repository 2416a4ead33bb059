/** One command on one issue: who may give it, and what it says and wants. Pure. */
import type { Command, CommandOutcome } from "../../commands/command.ts";
import { commandLine } from "../../commands/command-line.ts";
import { type IssuePeople, mayRun, whoMay } from "../../commands/permission.ts";
import { type Asking, type CommandState, issueContext, threadContext } from "./command-run.ts";

const nobody: IssuePeople = { author: null, assignees: [] };

/** `issue` is null where the command is not aimed: then it is about the thread's own. */
export function runOn(
  command: Command,
  text: string,
  state: CommandState,
  asking: Asking,
  issue: number | null,
): CommandOutcome {
  const context = issueContext(state, asking, issue ?? asking.thread);
  const isAllowed = mayRun(command.permission, asking.actor, context?.issue ?? nobody);
  if (!isAllowed) return forbid(command, state);
  if (command.aim === "thread") return command.run(text, threadContext(state, asking));
  if (context) return command.run(text, context);
  if (command.aim === "open" && issue === null) {
    return command.run(text, { ...threadContext(state, asking), issue: null });
  }
  return refused(
    `This is no issue of the plan. Say which one is meant, as ${example(command, state)}.`,
  );
}

function forbid({ name, permission }: Command, { sources }: CommandState): CommandOutcome {
  const line = commandLine(sources.config, name);
  return refused(`Nothing changed: only ${whoMay[permission]} may use ${line}.`);
}

function example({ name, usage, takesText }: Command, { sources }: CommandState): string {
  if (takesText === true) return commandLine(sources.config, `${name} on #12 …`);
  const words = usage === "" ? name : `${name} …`;
  return commandLine(sources.config, `${words} on #12`);
}

function refused(says: string): CommandOutcome {
  return { kind: "refused", says };
}
