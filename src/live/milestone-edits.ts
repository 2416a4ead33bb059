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
  { section, path, milestone }: PlacedSection,
  text: string,
  plan: Plan,
): readonly LiveEdit[] {
  const { place, level } = section;
  const line = text.slice(place.start, place.end);
  if (level > 0) {
    const own = headingMilestone(section, plan);
    return own ? headingEdit(line, place.start, place.line, own) : [];
  }
  const heading = path.findLast((one) => one.level > 0);
  if (!milestone || !heading || headingMilestone(heading, plan) !== milestone) return [];
  return statusEdit(line, place.start, place.line, milestone);
}

function headingEdit(
  line: string,
  start: number,
  number: number,
  milestone: PlannedMilestone,
): readonly LiveEdit[] {
  const match = /([✅🔨📋])\uFE0F?[ \t]*#*[ \t]*$/u.exec(line);
  const sign = match?.[1];
  const wanted = signs[progressOf(milestone)];
  if (!match || sign === undefined || sign === wanted) return [];
  const at = start + match.index;
  return [{ start: at, end: at + sign.length, line: number, text: wanted }];
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
