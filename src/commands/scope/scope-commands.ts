/** The commands that say what belongs to a milestone and what will not be done. */
import type { Command } from "../command.ts";
import { drop } from "./drop.ts";
import { move } from "./move.ts";

export const scopeCommands: readonly Command[] = [move, drop];
