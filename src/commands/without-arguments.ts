/** The reading of a command that takes no arguments: what follows its name is a misunderstanding. */
import { codeSpan } from "../markdown/code-span.ts";
import { clipText } from "../markdown/plain-line.ts";
import { mistake, type Reading, type ThreadContext } from "./command.ts";
import { commandLine } from "./command-line.ts";

const shown = 40;

export function withoutArguments(name: string) {
  return (text: string, { config }: Pick<ThreadContext, "config">): Reading<null> => {
    if (text === "") return { kind: "read", arguments: null };
    const given = codeSpan(clipText(text, shown)) || "something";
    return mistake(
      `${commandLine(config, name)} stands alone: I don't know what ${given} means here.`,
    );
  };
}
