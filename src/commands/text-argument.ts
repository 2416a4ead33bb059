/** Words of a person as an argument: in one line, and no longer than what can be kept. */
import { toPlainLine } from "../markdown/plain-line.ts";
import { mistake, type Reading } from "./command.ts";

export interface TextRules {
  /** As in "A note may have …". */
  readonly what: string;
  /** In UTF-16 units. */
  readonly longest: number;
  /** What to answer where nothing is said. */
  readonly missing: string;
}

export function readText(text: string, { what, longest, missing }: TextRules): Reading<string> {
  const words = toPlainLine(text);
  if (words === "") return mistake(missing);
  if (words.length <= longest) return { kind: "read", arguments: words };
  return mistake(`${what} may have ${longest} characters at most; this one has ${words.length}.`);
}

/** The word that takes something away: "/note none". */
export function isNone(text: string): boolean {
  return text.trim().toLowerCase() === "none";
}

/** Without the quotes that people put around words to mark them. */
export function unquote(text: string): string {
  return toPlainLine(text).replace(/^["“]([^"“”]+)["”]$/, "$1");
}
