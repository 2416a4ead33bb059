import type { TargetResult } from "../../commands/reply.ts";

/** Told of each command that ran, by its own name, and of what became of it. */
export type OnCommand = (name: string, outcome: TargetResult["kind"]) => void;
