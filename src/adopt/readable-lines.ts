// The lines of a document as recognisers see them: what is code, HTML or a quote is no plan, but for a quoted
// line on top.

import { proseLines } from "../markdown/ignored-ranges.ts";
import { findQuotes } from "../markdown/quote-places.ts";

/** Neither blank nor like anything: it counts as a person's own. */
const unreadable = "\u0000";

/** One for each line, without line ends. */
export function readableLines(text: string): readonly string[] {
  const prose = new Set(proseLines(text).map(({ line }) => line));
  const quotes = new Set(findQuotes(text));
  return text
    .split(/\r\n|\n|\r/)
    .map((line, index) =>
      line.trim() === "" || prose.has(index + 1) || quotes.has(index + 1) ? line : unreadable,
    );
}
