/** The commands that answer and change nothing. `/help` is not among them: it has to know them all. */
import type { Command } from "../command.ts";
import { next } from "./next.ts";
import { status } from "./status.ts";
import { why } from "./why.ts";

export const questionCommands: readonly Command[] = [why, next, status];
