// What a section that is named after a milestone says of its state: the mark in the heading, and a line
// "Status: Complete" below it.

import type { Plan, PlannedMilestone } from "../domain/plan.ts";
import type { LiveEdit } from "./live-edit.ts";
import { headingMilestone, type PlacedSection } from "./outline.ts";

type Progress = "complete" | "begun" | "untouched";

const signs: Readonly<Record<Progress, string>> = { complete: "✅", begun: "🔨", untouched: "📋" };
const words: Readonly<Record<Progress, string>> = {
  complete: "Complete",
  begun: "In Progress",
  untouched: "Not Started",
};
const meanings: readonly (readonly [RegExp, Progress])[] = [
  [/^(?:complete|completed|done)$/i, "complete"],
  [/^(?:in progress|active|started)$/i, "begun"],
  [/^(?:not started|planned|pending|ready|to do)$/i, "untouched"],
];

export function milestoneEdits(
  placed: PlacedSection,
  text: string,
  plan: Plan,
): readonly LiveEdit[] {
  const { section, path, milestone } = placed;
  const { place, level } = section;
  if (level > 0) {
    const own = headingMilestone(section, plan);
    return own ? headingEdit(placed, text, plan, own) : [];
  }
  const heading = path.findLast((one) => one.level > 0);
  if (!milestone || !heading || headingMilestone(heading, plan) !== milestone) return [];
  return statusEdit(text.slice(place.start, place.end), place.start, place.line, milestone);
}

/** The mark at the end of a heading that is a milestone's name: it shows that milestone's state. */
export function signOfHeading(
  { section }: PlacedSection,
  text: string,
  plan: Plan,
): Omit<LiveEdit, "line"> | null {
  const { start, end } = section.place;
  const match = /([✅🔨📋])\uFE0F?[ \t]*#*[ \t]*$/u.exec(text.slice(start, end));
  const sign = match?.[1];
  if (!match || sign === undefined || !headingMilestone(section, plan)) return null;
  const at = start + match.index;
  return { start: at, end: at + sign.length, text: sign };
}

function headingEdit(
  placed: PlacedSection,
  text: string,
  plan: Plan,
  milestone: PlannedMilestone,
): readonly LiveEdit[] {
  const sign = signOfHeading(placed, text, plan);
  const wanted = signs[progressOf(milestone)];
  if (!sign || sign.text === wanted) return [];
  return [{ ...sign, line: placed.section.place.line, text: wanted }];
}

function statusEdit(
  line: string,
  start: number,
  number: number,
  milestone: PlannedMilestone,
): readonly LiveEdit[] {
  const match = /^(\s*(?:[-*+]\s+)?\*\*Status:?\*\*:?\s*)(\p{L}[\p{L} ]*?)\s*$/u.exec(line);
  const [, lead = "", said = ""] = match ?? [];
  const meant = meanings.find(([pattern]) => pattern.test(said))?.[1];
  const progress = progressOf(milestone);
  if (meant === undefined || meant === progress) return [];
  const at = start + lead.length;
  return [{ start: at, end: at + said.length, line: number, text: words[progress] }];
}

function progressOf({ count, state }: PlannedMilestone): Progress {
  if (state === "complete") return "complete";
  return count.done.high > 0 ? "begun" : "untouched";
}
