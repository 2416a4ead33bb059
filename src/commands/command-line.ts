/** A command as people would write it here, shown as code. */
import type { Config } from "../config/config.ts";
import { codeSpan } from "../markdown/code-span.ts";

/** `line` without the prefix, as "unblock #406". */
export function commandLine({ commands }: Pick<Config, "commands">, line: string): string {
  return codeSpan(`${commands.prefix}${line}`);
}
