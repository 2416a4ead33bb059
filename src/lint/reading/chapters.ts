// The headings of a document, each with what it is about: its number in a series ("Milestone 5.3"), the marks
// and the fields ("**Status**: Complete") that stand under it.

import type { DocumentLine } from "./document-lines.ts";
import { plainWords } from "./words.ts";

export interface Field {
  readonly line: number;
  readonly name: string;
  /** Trimmed, as it stands. */
  readonly value: string;
}

export interface Chapter {
  readonly line: number;
  readonly level: number;
  /** As it stands, without the "#". */
  readonly source: string;
  /** Without number, marks and brackets. */
  readonly title: string;
  /** "Milestone" and "5.3" of "Milestone 5.3: Event Store"; null where it is in no series. */
  readonly series: { readonly word: string; readonly number: string } | null;
  /** The fields and lines before the next heading. */
  readonly fields: readonly Field[];
  readonly lines: readonly DocumentLine[];
  /** The chapter that it is part of. */
  readonly parent: Chapter | null;
}

const inSeries =
  /^(Milestone|Phase|Sprint|Stage|Step|Week|Part|Epic)\s+(\d+(?:\.\d+)*)\b[\s:.–—-]*/iu;
const field = /^\s*(?:(?:[-+*]|\d{1,9}[.)])\s+)?\*\*([^*]{1,60}?)(?::\*\*|\*\*\s*:)\s*(.*)$/u;

export function readChapters(lines: readonly DocumentLine[]): readonly Chapter[] {
  const chapters: Chapter[] = [];
  const open: Chapter[] = [];
  const headings = lines.filter(({ kind }) => kind === "heading");
  for (const [order, line] of headings.entries()) {
    while ((open.at(-1)?.level ?? 0) >= line.level) open.pop();
    const next = headings[order + 1]?.line;
    const body = lines.slice(line.line, next === undefined ? undefined : next - 1);
    const chapter = { ...nameChapter(line), ...contents(body), parent: open.at(-1) ?? null };
    chapters.push(chapter);
    open.push(chapter);
  }
  return chapters;
}

/** The field of this name, in any case. */
export function findField(chapter: Chapter, name: RegExp): Field | undefined {
  return chapter.fields.find((one) => name.test(one.name));
}

/**
 * Whether it says itself that all is done: by its status, without a reservation, or by a check mark or a word
 * behind its heading. A check mark before a heading is mostly an ornament.
 */
export function saysComplete(chapter: Chapter): boolean {
  const status = findField(chapter, /^status$/i)?.value;
  if (status !== undefined) return /^\W*(?:complete|completed|done|closed)\W*$/i.test(status);
  return (
    /✅\s*$|(?<!in)\b(?:complete|completed)\W*$/i.test(chapter.source) &&
    !isOfPart(chapter.source) &&
    !isChecklist(chapter) &&
    !reserved.test(chapter.source) &&
    !wished.test(chapter.source) &&
    !ahead.test(chapter.source)
  );
}

/** "✅ MAIN PART COMPLETED": words behind the mark say what the mark is for. */
function isOfPart(source: string): boolean {
  const behind = source.slice(source.lastIndexOf("✅") + 1);
  const isAll = /^\W*(?:100\s?%\s+)?(?:all\s+)?completed?\W*$/i.test(behind);
  return source.includes("✅") && /complete/i.test(behind) && !isAll;
}

/** A check mark behind "Launch checklist" is the sign of a checklist, and its boxes tell how far it is. */
function isChecklist({ source, title }: Chapter): boolean {
  const isNamed = /\b(?:checklist|criteria|requirements)\W*$/i;
  return isNamed.test(title) && !/complet/i.test(source);
}

/** "Partly complete", "80% complete", "to be completed", "not yet complete". */
const reserved =
  /\b(?:not(?:[\s*_]+\p{L}+){0,2}|be|to|until|when|if|once|how|what|partial(?:ly)?|part(?:ly)?|mostly|nearly|almost|\d+\s?%(?<!\b100\s?%)|needs?|(?<!all\s)tasks?)\W+complet\w*\W*$/iu;

/** "Should complete" says how much it matters, where no mark says more. */
const wished = /\b(?:should|must|shall|will|can|could|may|might|please)\W+completed?[^\p{L}✅]*$/iu;

/** "Run before phase 1 is complete", "Small things (now) ✅". */
const ahead =
  /\b(?:before|until|when|once|after|marking)\b.*\bcomplet\w*\W*$|\((?:do\s+)?(?:now|next|soon|later|today|this \p{L}+)\)\W*$/iu;

function nameChapter({ line, level, text }: DocumentLine) {
  // A run of spaces is tried from its beginning only: it may be as long as the document.
  const source = text.replace(/^[\s#]+|(?<![\s#])[\s#]+$/g, "");
  const words = plainWords(source);
  const match = inSeries.exec(words);
  const series = match ? { word: match[1] ?? "", number: match[2] ?? "" } : null;
  return { line, level, source, title: words.slice(match?.[0].length ?? 0), series };
}

function contents(lines: readonly DocumentLine[]) {
  const own = lines.filter(isOutsideBoxes());
  return { lines, fields: own.flatMap(({ line, text }) => readField(line, text)) };
}

/** A field that is indented below a box is of that task, and not of the part that lists it. */
function isOutsideBoxes(): (line: DocumentLine) => boolean {
  let column = Number.POSITIVE_INFINITY;
  return ({ text, kind, indent }) => {
    if (kind === "blank") return true;
    if (indent > column) return false;
    column = box.test(text) ? indent : Number.POSITIVE_INFINITY;
    return true;
  };
}

const box = /^\s*[-*+]\s+\[[ xX]\]\s/;

function readField(line: number, text: string): readonly Field[] {
  const match = text.includes("**") ? field.exec(text) : null;
  return match ? [{ line, name: (match[1] ?? "").trim(), value: (match[2] ?? "").trim() }] : [];
}
