/** Questions about a plan, and their answers. */
import { takeAim } from "../../src/commands/aim.ts";
import type { Command, CommandOutcome, OpenContext } from "../../src/commands/command.ts";
import { findInvocations } from "../../src/commands/invocation.ts";
import type { Actor } from "../../src/commands/permission.ts";
import { createHelp, type KnownCommands } from "../../src/commands/questions/help.ts";
import { questionCommands } from "../../src/commands/questions/question-commands.ts";
import type { Config } from "../../src/config/config.ts";
import { defaultConfig } from "../../src/config/defaults.ts";
import type { Plan } from "../../src/domain/plan.ts";
import { createLinks } from "../../src/render/links.ts";
import { today } from "../render/plan-builder.ts";
import { asRead } from "../render/show.ts";

export interface Asked {
  readonly plan: Plan;
  /** The issue that the question stands in; left out for the status issue. */
  readonly thread?: number;
  readonly actor?: Actor;
  readonly config?: Partial<Config>;
  /** What `/help` knows. */
  readonly known?: KnownCommands;
}

const ada: Actor = { login: "ada", access: "write" };
const nothing: KnownCommands = {
  commands: [],
  find: () => undefined,
  isDisabled: () => false,
};

/** As it reads on GitHub. */
export function ask(line: string, asked: Asked): string {
  return asRead(answerTo(line, asked).outcome.says ?? "");
}

export interface Answer {
  readonly outcome: CommandOutcome;
  /** Of the links in it. */
  readonly definitions: string;
}

export function answerTo(line: string, asked: Asked): Answer {
  const { plan, thread, actor = ada, known = nothing } = asked;
  const config = { ...defaultConfig, ...asked.config };
  const links = createLinks("status-issue", plan);
  const commands: readonly Command[] = [...questionCommands, createHelp(() => known)];
  const [invocation] = findInvocations(line, config.commands.prefix);
  const command = commands.find(({ name }) => name === invocation?.name);
  if (!invocation || !command || command.aim === "issue") throw new Error(`No question: ${line}`);
  const aim = takeAim(command, invocation, plan);
  if (aim.kind === "mistake") {
    return { outcome: { kind: "refused", says: aim.says }, definitions: "" };
  }
  const context: OpenContext = {
    plan,
    config,
    actor,
    today,
    links,
    bodyOf: () => "",
    needsOf: () => null,
    lastSteps: null,
    stillHolds: () => true,
    issue: plan.items.get(aim.targets?.[0] ?? thread ?? 0) ?? null,
  };
  const outcome = command.run(aim.text, context);
  return { outcome, definitions: links.definitions() };
}
