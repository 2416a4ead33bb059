/** Where a text gives a command, and how its line is taken apart. */
import { type ParagraphLine, paragraphLines } from "../markdown/paragraph-lines.ts";
import { toPlainLine } from "../markdown/plain-line.ts";
import { boxMarker } from "../render/box.ts";

export interface Invocation {
  /** From 1, in the comment. */
  readonly line: number;
  /** As the person wrote it, trimmed. */
  readonly source: string;
  /** In lower case, without the prefix. */
  readonly name: string;
  /** What follows the name, as plain words: code, links and HTML comments are blank. */
  readonly words: string;
  /** The same with code and links as they stand, for commands that take any text. */
  readonly text: string;
}

/** Which always works, beside other bots. */
const longPrefix = "/milepost";

const nothing: readonly Invocation[] = [];

/** The lines that look like commands, in order; most of them may be another bot's. */
export function findInvocations(text: string, prefix: string): readonly Invocation[] {
  const pattern = beginning(prefix);
  if (!pattern.test(text)) return nothing;
  return paragraphLines(text, pattern).flatMap((line) => readLine(line, prefix));
}

/** A quick look, before anything is parsed or read: no command without it. */
export function mayHoldCommand(text: string, prefix: string): boolean {
  return beginning(prefix).test(text);
}

function beginning(prefix: string): RegExp {
  return new RegExp(`^ {0,3}(?:${escapePattern(prefix)}|${longPrefix}[ \\t]+)[a-z]`, "im");
}

/** Whatever prefix the configuration names, and a ticked box of Milepost's; true too often rather than never. */
export function mayAskForSomething(text: string): boolean {
  return /^ {0,3}[/!.+][a-z]/im.test(text) || text.includes(boxMarker);
}

function readLine(
  { line, source, words, text }: ParagraphLine,
  prefix: string,
): readonly Invocation[] {
  const named = nameIn(words, prefix);
  if (named === undefined || !source.startsWith(words.slice(0, named.end))) return nothing;
  const { name, end } = named;
  return [
    {
      line,
      source: source.trim(),
      name,
      words: toPlainLine(words.slice(end)),
      text: text.slice(end).trim(),
    },
  ];
}

/** A name ends at a blank or at the line's end: "/etc/hosts" and "/s/a/b" are none. */
function nameIn(words: string, prefix: string): { name: string; end: number } | undefined {
  for (const start of [`${longPrefix}[ \\t]+`, escapePattern(prefix)]) {
    const match = new RegExp(`^ {0,3}${start}([a-z][a-z0-9-]{0,49})(?=\\s|$)`, "i").exec(words);
    const name = match?.[1]?.toLowerCase();
    if (match && name !== undefined) return { name, end: match[0].length };
  }
  return undefined;
}

function escapePattern(text: string): string {
  return text.replace(/[/.+!]/g, "\\$&");
}
