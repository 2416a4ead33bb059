/** Only what a person at a terminal must know: warnings and errors, one line each. */
import type { Log } from "../engine/ports.ts";

export function quietLog(print: (line: string) => void): Log {
  const nothing = () => undefined;
  return {
    debug: nothing,
    info: nothing,
    warn: (_fields, message) => print(`Warning: ${message}`),
    error: (fields, message) => print(`Error: ${message}${causeOf(fields)}`),
  };
}

function causeOf(fields: object): string {
  const cause = "err" in fields ? fields.err : undefined;
  return cause instanceof Error ? ` (${cause.message})` : "";
}
