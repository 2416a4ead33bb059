/** What `/task` is asked to do. */
import { findNearest } from "../../domain/nearest-word.ts";
import { longestNote } from "../../facts/notebook.ts";
import { codeSpan } from "../../markdown/code-span.ts";
import { clipText } from "../../markdown/plain-line.ts";
import { type CommandContext, mistake, type Reading } from "../command.ts";
import { commandLine } from "../command-line.ts";
import { readText, unquote } from "../text-argument.ts";

/** Entries by their place in the list, from 1. */
export type TaskRequest =
  | { readonly do: "add"; readonly text: string }
  | { readonly do: "tick" | "untick"; readonly entries: readonly number[] }
  | { readonly do: "promote"; readonly entry: number };

type Mistake = Extract<Reading<never>, { kind: "mistake" }>;

const verbs = ["add", "done", "undo", "promote"] as const;

/** More at once is a slip of the hand. */
const mostEntries = 100;

const shown = 30;

export function readTaskRequest(text: string, context: CommandContext): Reading<TaskRequest> {
  const [, word = "", rest = ""] = /^(\S*)\s*(.*)$/s.exec(text) ?? [];
  const verb = verbs.find((one) => one === word.toLowerCase());
  if (verb === undefined) return unknownVerb(word, context);
  return verb === "add" ? readNewEntry(rest, context) : readNumbers(verb, rest, context);
}

function unknownVerb(word: string, { config }: CommandContext): Mistake {
  const ways = ["task add TEXT", "task done 2", "task undo 2", "task promote 2"];
  const known = ways.map((way) => commandLine(config, way)).join(", ");
  const given = codeSpan(clipText(word, shown));
  if (given === "") return mistake(`Say what to do with the tasks: ${known}.`);
  const near = findNearest(word, verbs);
  const hint = near === undefined ? "" : ` Did you mean \`${near}\`?`;
  return mistake(`A task can't be told to ${given}.${hint} There are ${known}.`);
}

function readNewEntry(text: string, { config }: CommandContext): Reading<TaskRequest> {
  const example = commandLine(config, "task add Measure the queries");
  const words = readText(unquote(text.replace(/^(?:[-*+]\s+)?\[[ x]?\]\s+/i, "")), {
    what: "A task",
    longest: longestNote,
    missing: `Write the task in the same line, as ${example}.`,
  });
  if (words.kind === "mistake") return words;
  return { kind: "read", arguments: { do: "add", text: words.arguments } };
}

function readNumbers(
  verb: "done" | "undo" | "promote",
  text: string,
  { config }: CommandContext,
): Reading<TaskRequest> {
  const entries = numbersIn(text);
  if (entries === null) {
    const example = commandLine(config, `task ${verb} 2`);
    return mistake(`Name the entry by its number in the list, as ${example}.`);
  }
  if (verb !== "promote") {
    return { kind: "read", arguments: { do: verb === "done" ? "tick" : "untick", entries } };
  }
  const [entry, second] = entries;
  if (entry === undefined || second !== undefined) return mistake("Promote one entry at a time.");
  return { kind: "read", arguments: { do: "promote", entry } };
}

/** "2", "1, 3", "1 and 3", "2-4": ascending, each once; null where it is anything else. */
function numbersIn(text: string): readonly number[] | null {
  const words = text.split(/\s*,\s*|\s+and\s+|\s+/i).filter((word) => word !== "");
  const numbers = new Set<number>();
  for (const word of words) {
    const [, first, last = first] = /^(\d{1,4})(?:[-–](\d{1,4}))?$/.exec(word) ?? [];
    if (first === undefined) return null;
    const [from, to] = [Number(first), Number(last)];
    if (from < 1 || to < from || to - from >= mostEntries) return null;
    for (let number = from; number <= to; number += 1) numbers.add(number);
  }
  if (numbers.size === 0 || numbers.size > mostEntries) return null;
  return [...numbers].sort((a, b) => a - b);
}
