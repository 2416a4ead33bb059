/** Commands that an answer proposes: only to those who may give them. */
import type { PlannedItem } from "../../domain/plan.ts";
import type { ThreadContext } from "../command.ts";
import { commandLine } from "../command-line.ts";
import { mayRun, type Permission } from "../permission.ts";

/** Of the commands that change an issue's work and what it waits for. */
const permission: Permission = "author-or-assignee";

/** "start" as "`/start on #12`"; empty for who may not. */
export function offer(
  line: string,
  item: PlannedItem,
  { actor, config }: Pick<ThreadContext, "actor" | "config">,
): string {
  return mayRun(permission, actor, item) ? commandLine(config, `${line} on #${item.number}`) : "";
}
