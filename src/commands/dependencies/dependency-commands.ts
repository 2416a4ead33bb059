/** The commands that say what waits for what and what belongs to what. */
import type { Command } from "../command.ts";
import { blockedBy } from "./blocked-by.ts";
import { blocks } from "./blocks.ts";
import { chain } from "./chain.ts";
import { child } from "./child.ts";
import { duplicateOf } from "./duplicate-of.ts";
import { parent } from "./parent.ts";
import { unblock } from "./unblock.ts";

export const dependencyCommands: readonly Command[] = [
  blockedBy,
  blocks,
  unblock,
  chain,
  parent,
  child,
  duplicateOf,
];
