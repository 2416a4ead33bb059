/** What a block is: a named piece of a plan document that a region asks for. */
import type { Plan, PlannedMilestone } from "../domain/plan.ts";
import type { Heading } from "../markdown/headings.ts";
import type { Links } from "./links.ts";
import { milestoneTitle } from "./names.ts";

export interface BlockOption {
  readonly name: string;
  readonly meaning: string;
  /**
   * The words allowed; "dimensions" are those that the plan's configuration names, a "number" is
   * whole and from 1 on, a "day" is written as 2026-01-31.
   */
  readonly values: readonly string[] | "dimensions" | "number" | "day";
  /** Takes several of the words, with commas between them. */
  readonly isList?: true;
  /** What holds without the option, in words. */
  readonly default: string;
}

export interface BlockContext {
  readonly plan: Plan;
  /** The milestones that the region speaks of, in the plan's order. */
  readonly milestones: readonly PlannedMilestone[];
  /** Already checked against the block's options. */
  readonly options: ReadonlyMap<string, string>;
  readonly links: Links;
  readonly document: BlockDocument;
}

/** A plan document of the configuration. */
export interface ListedDocument {
  /** From the root of the repository. */
  readonly path: string;
  /** Its first heading, as plain text; null where it has none. */
  readonly title: string | null;
}

/** The document that a block stands in. */
export interface BlockDocument {
  readonly path: string;
  /** All plan documents that there are, this one too. */
  readonly listed: readonly ListedDocument[];
  /** Its headings; empty for a block that does not say `readsDocument`. */
  readonly headings: readonly Heading[];
}

export interface Block {
  readonly name: string;
  /** One sentence: what the block shows. */
  readonly summary: string;
  /** Whether its region stands on lines of its own or within one. */
  readonly kind: "block" | "inline";
  readonly options: readonly BlockOption[];
  /** It speaks of the whole plan where neither region nor document names a milestone. */
  readonly speaksOfAll?: true;
  /** It is rendered after all others, so that it sees the document as it will be. */
  readonly readsDocument?: true;
  /** An opening marker to copy. */
  readonly example: string;
  /** Markdown without the definitions of its links; never empty. May hold `STAMP`. */
  render(context: BlockContext): string;
}

/** A document has room for this many lines of a list; who needs all has the milestone's page. */
export const linesShown = 200;

/** In a line that lists references, and in a cell of a table. */
export const wordsShown = 400;
export const cellWordsShown = 40;

/** In each of several such lines. */
export function wordsInEach(lines: number): number {
  return Math.max(3, Math.floor(wordsShown / Math.max(1, lines)));
}

/** A last line for what is not shown; empty if all is. */
export function moreLine(milestone: PlannedMilestone, hidden: number): string {
  const title = milestoneTitle(milestone);
  return hidden > 0 ? `_And ${hidden} more: see [${title}](${milestone.url})._` : "";
}

/** Each milestone in turn, under its title if there are several; `empty` if none has anything to say. */
export function renderMilestones(
  context: BlockContext,
  render: (milestone: PlannedMilestone) => string,
  empty: string,
): string {
  const isSingle = context.milestones.length === 1;
  const sections = context.milestones.flatMap((milestone) => {
    const text = render(milestone);
    if (text === "") return [];
    return [isSingle ? text : `**${milestoneTitle(milestone)}**\n\n${text}`];
  });
  return sections.length === 0 ? `_${empty}_` : sections.join("\n\n");
}
