/** From a line that looks like a command to the command that it is, or to why it is none. */
import type { Config } from "../config/config.ts";
import { didYouMean } from "../domain/nearest-word.ts";
import type { Plan } from "../domain/plan.ts";
import { type Aim, takeAim } from "./aim.ts";
import type { Command } from "./command.ts";
import { commandLine } from "./command-line.ts";
import type { Invocation } from "./invocation.ts";
import type { Registry } from "./registry.ts";

export type Line =
  /** Perhaps another bot's. */
  | { readonly kind: "foreign" }
  /** `near` is the command that was meant: the hint is for those only who may give it. */
  | { readonly kind: "unknown"; readonly near: Command; readonly says: string }
  | { readonly kind: "mistake"; readonly command: Command; readonly says: string }
  | { readonly kind: "command"; readonly command: Command; readonly aim: Aim };

/** `isBesideOurs`: its text holds a command of ours, too. */
export function readLine(
  invocation: Invocation,
  registry: Registry,
  plan: Plan,
  config: Config,
  isBesideOurs = false,
): Line {
  const command = registry.find(invocation.name);
  if (!command) return explainUnknown(invocation, registry, config, isBesideOurs);
  const aim = takeAim(command, invocation, plan);
  if (aim.kind === "mistake") return { kind: "mistake", command, says: aim.says };
  return { kind: "command", command, aim };
}

function explainUnknown(
  { name, words }: Invocation,
  registry: Registry,
  config: Config,
  isBesideOurs: boolean,
): Line {
  const near = registry.isDisabled(name) ? undefined : registry.findNear(name, isBesideOurs);
  if (!near) return { kind: "foreign" };
  const meant = nearestName(near, name);
  const line = commandLine(config, `${meant} ${words}`.trim());
  const says = `I don't know ${commandLine(config, name)}. Did you mean ${line}? Edit your comment and I'll run it.`;
  return { kind: "unknown", near, says };
}

/** The name or alias that was nearly written. */
function nearestName({ name, aliases }: Command, given: string): string {
  return [name, ...aliases].find((one) => didYouMean(given, [one]) !== "") ?? name;
}
