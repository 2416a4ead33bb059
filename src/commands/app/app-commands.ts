/** The commands about Milepost itself. */
import type { Command } from "../command.ts";
import { sync } from "./sync.ts";
import { undo } from "./undo.ts";

export const appCommands: readonly Command[] = [sync, undo];
