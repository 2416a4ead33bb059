// The text of a region as Milepost writes it ("\n", no indent) to and from its bytes. The two functions are
// exact inverses: what Milepost would have written otherwise reads as escaped bytes (see bytes.ts), so it
// never equals a wanted text, and writing what was read changes no byte.

import { decodeText, encodeText, escapeByte, startsEscaped } from "./bytes.ts";
import type { Region } from "./region.ts";

type Layout = Pick<Region, "kind" | "indent" | "eol">;

/** The region's text; a block's ends with "\n" unless it is empty. */
export function decodeRegionText(bytes: Uint8Array, layout: Layout): string {
  const text = decodeText(bytes);
  if (layout.kind === "inline" || isAsWritten(text, layout)) return text;
  return text
    .split(layout.eol)
    .map((line) => decodeLine(line, layout.indent))
    .join("\n");
}

/** The region's bytes; a block's text gets the line end it lacks. */
export function encodeRegionText(text: string, layout: Layout): Uint8Array {
  if (layout.kind === "inline") return encodeText(text);
  const lines = text.split("\n").map((line) => encodeLine(line, layout.indent));
  const isEnded = /(?:^|[\n\uDC0A\uDC0D])$/.test(text);
  return encodeText(lines.join(layout.eol) + (isEnded ? "" : layout.eol));
}

/** Nothing to take away and nothing to escape. */
function isAsWritten(text: string, { indent, eol }: Layout): boolean {
  return indent === "" && eol === "\n" && !text.includes("\r");
}

function encodeLine(line: string, indent: string): string {
  return line === "" || startsEscaped(line) ? line : indent + line;
}

function decodeLine(line: string, indent: string): string {
  const text = line.replace(/[\r\n]/g, escapeCharacter);
  if (text === "" || indent === "") return text;
  const rest = text.slice(indent.length);
  const isIndented = text.startsWith(indent) && rest !== "" && !startsEscaped(rest);
  return isIndented ? rest : text.replace(/^[^\uDC00-\uDCFF]/u, escapeCharacter);
}

function escapeCharacter(character: string): string {
  return Array.from(encodeText(character), escapeByte).join("");
}
