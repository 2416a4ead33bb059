// HTML elements that hold what is no plain words of a person, though it is Markdown: between `<blockquote>`
// and `</blockquote>` a paragraph is a quote all the same. As in a browser, one that nobody ends goes on.

import { findHtmlParts } from "./html-comments.ts";

type Range = readonly [start: number, end: number];

const names = [
  "a|blockquote|code|dd|details|dl|dt|h[1-6]|kbd|li|ol|picture|pre|q|samp|script|style|summary|svg",
  "table|tbody|td|template|textarea|tfoot|th|thead|title|tr|tt|ul|var|xmp",
].join("|");
const holder = new RegExp(`^<(/?)(${names})(?![a-z0-9-])`, "i");
const anyHolder = new RegExp(`</?(?:${names})(?![a-z0-9-])`, "i");

/** A quick look: without it there is none. */
export function mayHold(text: string): boolean {
  return anyHolder.test(text);
}

export interface HtmlPiece {
  /** Where it stands in the text. */
  readonly start: number;
  readonly source: string;
  /** Where the quote or list ends that it stands in; infinite where it stands in none. */
  readonly until: number;
}

/**
 * From the tags that open an outermost element to those that close it, or to the end of all; `pieces`: the
 * HTML of a text in order.
 */
export function htmlHolders(pieces: readonly HtmlPiece[]): readonly Range[] {
  const ranges: Range[] = [];
  let open: readonly Tag[] = [];
  let since: number | null = null;
  for (const tag of pieces.flatMap(tagsIn)) {
    // What is still open where its quote ends may keep that open too, whatever is closed later.
    if (open.some(({ until }) => until <= tag.start)) break;
    open = tag.isClosing ? withoutClosed(open, tag) : [...open, tag];
    if (open.length > 0) since ??= tag.start;
    else if (since !== null) {
      ranges.push([since, tag.end]);
      since = null;
    }
  }
  return since === null ? ranges : [...ranges, [since, Number.POSITIVE_INFINITY]];
}

/** They go on behind the end of what they stand in. */
const formatting = new Set(["a", "code", "tt"]);

function withoutClosed(open: readonly Tag[], { name }: Tag): readonly Tag[] {
  const index = open.findLastIndex((tag) => tag.name === name);
  if (index < 0) return open;
  const goesOn = (tag: Tag) => formatting.has(name) || formatting.has(tag.name);
  return [...open.slice(0, index), ...open.slice(index + 1).filter(goesOn)];
}

interface Tag {
  readonly name: string;
  readonly isClosing: boolean;
  readonly start: number;
  readonly end: number;
  readonly until: number;
}

function tagsIn({ start: offset, source, until }: HtmlPiece): readonly Tag[] {
  if (!mayHold(source)) return [];
  const isStrange = strange.test(source);
  const text = isStrange ? source.replaceAll("<!--", "    ") : source;
  const tags = findHtmlParts(text).flatMap(({ start, end }): readonly Tag[] => {
    const [opening, slash, name = ""] = holder.exec(text.slice(start, end)) ?? [];
    if (opening === undefined) return [];
    const place = { start: offset + start, end: offset + end, until };
    return [{ name: name.toLowerCase(), isClosing: slash === "/", ...place }];
  });
  return isStrange ? tags.filter(({ isClosing }) => !isClosing) : tags;
}

/** "<!X … >" and "<? … >", where browsers see less of an end than Markdown does. */
const strange = /^<(?:!(?!--)|\?)/;
