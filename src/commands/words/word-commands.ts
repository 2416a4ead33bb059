/** The commands with which people say something about an issue that GitHub has no field for. */
import type { Command } from "../command.ts";
import { alias } from "./alias.ts";
import { note } from "./note.ts";

export const wordCommands: readonly Command[] = [note, alias];
