/** The commands that say what becomes of an issue's work. */
import type { Command } from "../command.ts";
import { hold } from "./hold.ts";
import { resume } from "./resume.ts";
import { start } from "./start.ts";
import { stop } from "./stop.ts";
import { task } from "./task.ts";

export const workCommands: readonly Command[] = [start, stop, hold, resume, task];
