// The document with regions in the place of what they say. They are empty: whoever renders documents fills them.

import { isEmptyLine } from "./parts.ts";
import type { Proposal } from "./propose.ts";

interface Line {
  readonly text: string;
  readonly end: string;
}

/** Bytes outside of the proposals' lines stay, but for blank lines, rules and headings left over by copies. */
export function adoptText(text: string, proposals: readonly Proposal[]): string {
  const lines = linesOf(text);
  const lineEnd = lines.find(({ end }) => end !== "")?.end ?? "\n";
  const regions = new Map(
    proposals.flatMap((one) => (one.kind === "region" ? [[one.from, one]] : [])),
  );
  const spans = [...proposals, ...headingsLeftOver(lines, proposals)];
  let result = "";
  let at = 0;
  for (const { from, to } of spans.sort((a, b) => a.from - b.from)) {
    if (from < at) continue;
    result += textOf(lines.slice(at, from));
    const region = regions.get(from);
    if (region) result += regionText(region, lines, lineEnd);
    at = region ? to : behindCopy(lines, to, result);
  }
  return result + textOf(lines.slice(at));
}

function linesOf(text: string): readonly Line[] {
  const parts = text.split(/(\r\n|\n|\r)/);
  return parts.flatMap((part, index) =>
    index % 2 === 0 ? [{ text: part, end: parts[index + 1] ?? "" }] : [],
  );
}

function textOf(lines: readonly Line[]): string {
  return lines.map(({ text, end }) => text + end).join("");
}

/** With a blank line to what stands around it. */
function regionText(span: Proposal, lines: readonly Line[], lineEnd: string): string {
  const { block, options, from, to, kept, notes } = span;
  const words = Object.entries(options).map(([name, value]) => ` ${name}="${value}"`);
  const before = lines[from - 1];
  const isCrowded = kept === 0 && before !== undefined && before.text.trim() !== "";
  const label = kept > 0 ? [(lines[from]?.text ?? "").slice(0, kept), ""] : isCrowded ? [""] : [];
  const region = [...label, `<!-- milepost:${block}${words.join("")} -->`, "<!-- milepost:end -->"];
  if (notes.length > 0) region.push("", `**Notes:** ${notes.join(", ")}`);
  const next = lines[to];
  const after = next === undefined || next.text.trim() === "" ? [] : [""];
  const last = lines[to - 1]?.end ?? "";
  const body = [...region, ...after].join(lineEnd);
  return body + (after.length > 0 ? lineEnd : last);
}

/** The blank lines behind what goes, and a rule, go with it where such stand before it already. */
function behindCopy(lines: readonly Line[], to: number, before: string): number {
  const isApart = before === "" || /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)$/.test(before);
  const isRuled = before === "" || /(?:^|[\r\n])[ \t]*(?:[-*_][ \t]*){3,}\s*$/.test(before);
  let at = to;
  const skipBlank = () => {
    while (isApart && at < lines.length && lines[at]?.text.trim() === "") at += 1;
  };
  skipBlank();
  const next = lines[at]?.text ?? "";
  if (isRuled && isRule(next)) {
    at += 1;
    skipBlank();
  }
  return at;
}

function isRule(line: string): boolean {
  return line.trim() !== "" && isEmptyLine(line);
}

const heading = /^ {0,3}(#{1,6})\s+(.*?)\s*$/;

interface LeftOver {
  readonly from: number;
  readonly to: number;
}

/** Headings over nothing but copies. One that a link leads to stays. */
function headingsLeftOver(
  lines: readonly Line[],
  proposals: readonly Proposal[],
): readonly LeftOver[] {
  if (lines.some(({ text }) => /\]\(#/.test(text))) return [];
  const gone = linesOfCopies(proposals);
  const levels = lines.map(({ text }) => heading.exec(text)?.[1]?.length ?? 0);
  return lines.flatMap((_, index): readonly LeftOver[] => {
    const level = levels[index] ?? 0;
    if (level === 0 || gone.has(index)) return [];
    const isEnd = (line: Line, at: number) => {
      const other = gone.has(at) ? 0 : (levels[at] ?? 0);
      return isRule(line.text) || (other > 0 && other <= level);
    };
    const last = lastOfCopies(lines, index, gone, isEnd);
    return last === null ? [] : [{ from: index, to: last + 1 }];
  });
}

/** The last line that says anything below a heading; null where not all of them go, or none does. */
function lastOfCopies(
  lines: readonly Line[],
  heading: number,
  gone: ReadonlySet<number>,
  isEnd: (line: Line, at: number) => boolean,
): number | null {
  let last: number | null = null;
  for (let at = heading + 1; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line || isEnd(line, at)) break;
    if (isEmptyLine(line.text)) continue;
    if (!gone.has(at)) return null;
    last = at;
  }
  return last;
}

function linesOfCopies(proposals: readonly Proposal[]): ReadonlySet<number> {
  const copies = proposals.filter(({ kind }) => kind === "copy");
  return new Set(
    copies.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, line) => from + line)),
  );
}
