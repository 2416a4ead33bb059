/** A command's help in words, for the answer of `/help` and for the documentation. */
import { codeSpan } from "../markdown/code-span.ts";
import type { CommandHelp } from "./command.ts";
import { type Permission, whoMay } from "./permission.ts";

/** "/move MILESTONE [because REASON]", as code; `prefix` as "/". */
export function usageOf({ name, usage }: CommandHelp, prefix: string): string {
  return codeSpan(`${prefix}${name} ${usage}`);
}

/** "`/depends-on`, `/needs`"; empty where it has no other name. */
export function aliasesOf({ aliases }: CommandHelp, prefix: string): string {
  return aliases.map((alias) => codeSpan(`${prefix}${alias}`)).join(", ");
}

/** "Who may give it: everyone." */
export function permissionSentence({ permission }: CommandHelp): string {
  return `Who may give it: ${whoMay[permission]}.`;
}

/** For a column of a table. */
export const whoMayShort: Readonly<Record<Permission, string>> = {
  anyone: "everyone",
  "author-or-assignee": "author, assignees, triage",
  triage: "triage",
  write: "write",
  maintain: "maintain",
};

/** One entry each: "- `/next M3`: The same within one milestone." */
export function exampleEntries({ examples }: CommandHelp, prefix: string): readonly string[] {
  return examples.map(({ line, effect }) => {
    const shown = codeSpan(line.replace(/^\//, prefix));
    return `- ${shown}: ${effect}`;
  });
}
