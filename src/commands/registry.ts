/** All commands of a repository: those that are always there, and one for each label dimension. */
import type { Config } from "../config/config.ts";
import { findNear, findNearest } from "../domain/nearest-word.ts";
import { appCommands } from "./app/app-commands.ts";
import type { Command } from "./command.ts";
import { dependencyCommands } from "./dependencies/dependency-commands.ts";
import { estimateCommands } from "./estimates/estimate-commands.ts";
import { dimensionCommands } from "./labels/dimension-commands.ts";
import { createHelp } from "./questions/help.ts";
import { questionCommands } from "./questions/question-commands.ts";
import { scopeCommands } from "./scope/scope-commands.ts";
import { wordCommands } from "./words/word-commands.ts";
import { workCommands } from "./work/work-commands.ts";

export interface Registry {
  /** In the order of the help, without those that the configuration disables. */
  readonly commands: readonly Command[];
  /** By name or alias, in lower case. */
  find(name: string): Command | undefined;
  /** Switched off in this repository. */
  isDisabled(name: string): boolean;
  /**
   * The one whose name is a letter off, or has two letters in the other's place. Beside commands of ours a long
   * name may be two such slips off, if only one command is so near: a short one may be another bot's, as "merge" is.
   */
  findNear(name: string, isBesideOurs: boolean): Command | undefined;
}

const shortestLongName = 7;

/** Where a dimension is called like a command, the command keeps its name. */
export function createRegistry(config: Config): Registry {
  const every = byName([
    ...dependencyCommands,
    ...scopeCommands,
    ...estimateCommands,
    ...workCommands,
    ...wordCommands,
    ...questionCommands,
    createHelp(() => registry),
    ...appCommands,
    ...dimensionCommands(config.labels),
  ]);
  const disabled = new Set(config.commands.disable.map((name) => every.get(name.toLowerCase())));
  const enabled = new Map([...every].filter(([, command]) => !disabled.has(command)));
  const registry: Registry = {
    commands: [...new Set(enabled.values())],
    find: (name) => enabled.get(name),
    isDisabled: (name) => disabled.has(every.get(name)) && every.has(name),
    findNear(name, isBesideOurs) {
      const names = [...enabled.keys()];
      const near = findNearest(name, names, 1);
      if (near !== undefined || !isBesideOurs || name.length < shortestLongName) {
        return near === undefined ? undefined : enabled.get(near);
      }
      const meant = new Set(findNear(name, names).map((one) => enabled.get(one)));
      return meant.size === 1 ? [...meant][0] : undefined;
    },
  };
  return registry;
}

function byName(commands: readonly Command[]): ReadonlyMap<string, Command> {
  const named = new Map<string, Command>();
  for (const command of commands) {
    for (const name of [command.name, ...command.aliases]) {
      if (!named.has(name)) named.set(name, command);
    }
  }
  return named;
}
