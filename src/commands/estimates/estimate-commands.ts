/** The commands that say how much an issue is. */
import type { Command } from "../command.ts";
import { estimate } from "./estimate.ts";
import { points } from "./points.ts";

export const estimateCommands: readonly Command[] = [points, estimate];
