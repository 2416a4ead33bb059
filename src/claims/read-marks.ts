// State marks in a line: boxes, emoji and words.

import { allMatches } from "../markdown/all-matches.ts";
import type { ClaimedState, Mark } from "./document-claims.ts";

const marks =
  /\[([ xX])\](?!\()|✅|☑️?|✔️?|🔨|🚧|📋|⏸️?|⛔|❌|\((in progress|done|closed|complete|blocked|on hold)\b(?!:)/gi;

/** What each mark begins with, which is quickly looked for. */
const beginning = /[[(✅☑✔🔨🚧📋⏸⛔❌]/u;

const emoji: Readonly<Record<string, ClaimedState>> = {
  "✅": "done",
  "☑": "done",
  "✔": "done",
  "🔨": "in progress",
  "🚧": "in progress",
  "📋": "ready",
  "⏸": "on hold",
  "⛔": "blocked",
  "❌": "failed",
};

const words: Readonly<Record<string, ClaimedState>> = {
  "in progress": "in progress",
  done: "done",
  closed: "done",
  complete: "done",
  blocked: "blocked",
  "on hold": "on hold",
};

export function readMarks(text: string, start: number, line: number): readonly Mark[] {
  if (!beginning.test(text)) return [];
  return allMatches(text, marks).map((match): Mark => {
    const [source, box, word] = match;
    const place = { start: start + match.index, end: start + match.index + source.length, line };
    if (box !== undefined) {
      return { state: box === " " ? "open" : "done", kind: "box", place, text: source };
    }
    if (word !== undefined) {
      return { state: words[word.toLowerCase()] ?? "open", kind: "word", place, text: source };
    }
    return {
      state: emoji[source.replace("\ufe0f", "")] ?? "open",
      kind: "emoji",
      place,
      text: source,
    };
  });
}
