import { describe, expect, test } from "#test";
import { appCommands } from "../../src/commands/app/app-commands.ts";
import type { KnownCommands } from "../../src/commands/questions/help.ts";
import { questionCommands } from "../../src/commands/questions/question-commands.ts";
import { workCommands } from "../../src/commands/work/work-commands.ts";
import { buildPlan } from "../render/plan-builder.ts";
import { answerTo, ask } from "./ask.ts";

const commands = [...workCommands, ...questionCommands, ...appCommands];
const known: KnownCommands = {
  commands,
  find: (name) => commands.find((command) => command.name === name),
  isDisabled: (name) => name === "chain",
};
const plan = buildPlan({});

const help = (line: string, prefix = "/") =>
  ask(line, { plan, known, config: { commands: { prefix, disable: [] } } });

describe("/help", () => {
  test("lists all commands by group in a folded table, with who may give them", () => {
    const lines = help("/help").split("\n");
    expect(lines[0]).toContain("Write a command at the start of a line");
    expect(lines).toContain("<details><summary>All commands</summary>");
    expect(lines).toContain("| **Work** |  |  |");
    expect(lines).toContain(
      "| `/hold REASON` | Sets the issue aside and keeps the reason. | author, assignees, triage |",
    );
    expect(lines).toContain(
      "| `/next [MILESTONE]` | Says what you can start now, and why it. | everyone |",
    );
    expect(lines).not.toContain("| **Scope** |  |  |");
    for (const { name } of commands) expect(help("/help")).toMatch(new RegExp(`[\`>]/${name}\\b`));
  });

  test("tells all about one command", () => {
    expect(help("/help start")).toBe(
      [
        "**`/start`**",
        "Takes the issue up: assigns you and marks it as in progress.",
        [
          "- Refused where the issue is assigned to somebody else, is closed, on hold or an epic.",
          "- A blocked issue may be started; the answer says what it waits for.",
          "- The label is that of `states.inProgress` in the configuration.",
          "- Who may give it: the issue's author, its assignees and people with triage access to this repository.",
        ].join("\n"),
        "Examples:",
        "- `/start`: Assigns you and adds the label `in progress`.\n- `/start on #12`: Does so for another issue.",
      ].join("\n\n"),
    );
    expect(help("/help /START")).toBe(help("/help start"));
  });

  test("writes commands as they begin here", () => {
    const answer = help("/mp-help next", "/mp-");
    expect(answer).toContain("**`/mp-next [MILESTONE]`**");
    expect(answer).toContain("- `/mp-next M3`: The same within one milestone.");
    expect(help("/mp-help /mp-next", "/mp-")).toBe(answer);
    expect(help("/mp-help", "/mp-")).not.toMatch(/`\/(?!mp-)/);
  });

  test.each([
    [
      "/help strat",
      "There is no command `/strat`. Did you mean `/help start`? `/help` lists all commands.",
    ],
    ["/help zzzzz", "There is no command `/zzzzz`. `/help` lists all commands."],
    ["/help chain", "`/chain` is switched off in this repository. `/help` lists all commands."],
    ["/help @octo", "There is no command `/@octo`. `/help` lists all commands."],
  ])("%s", (line, says) => {
    expect(help(line)).toBe(says);
    expect(answerTo(line, { plan, known }).outcome.kind).toBe("refused");
  });
});
