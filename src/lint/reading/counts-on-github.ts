// Counts that GitHub gives otherwise: of a milestone, of one of its groups, or of the issues listed under them.
// They are the ones that live mode would correct, so that both always agree.

import { milestoneKey } from "../../domain/milestone-name.ts";
import type { Plan, PlannedMilestone } from "../../domain/plan.ts";
import { isWhole } from "../../live/count-scope.ts";
import { correctCounts } from "../../live/keep-true.ts";
import type { LiveEdit } from "../../live/live-edit.ts";
import type { LintSubject } from "../rule.ts";
import { outlineOf } from "./outline.ts";
import { ownTextOf } from "./own-text.ts";

export interface CorrectedLine {
  readonly line: number;
  /** Its counts, as they stand and as they would be: "39/50", "11 open". */
  readonly said: readonly string[];
  readonly actual: readonly string[];
}

/** In the order of the document; nothing where its markers are broken. */
export function countsOnGithub(subject: LintSubject, plan: Plan): readonly CorrectedLine[] {
  const { text, claims, isBroken } = ownTextOf(subject);
  if (isBroken) return [];
  const edits = correctCounts(text, claims, plan, { milestone: documentMilestone(subject, plan) });
  const byLine = Map.groupBy(
    edits.filter(({ start }) => /\d/.test(text[start] ?? "")),
    ({ line }) => line,
  );
  return [...byLine]
    .map(([line, ofLine]) => toLine(line, ofLine, text))
    .filter((corrected) => !isOfPart(corrected, subject, plan));
}

function toLine(line: number, edits: readonly LiveEdit[], text: string): CorrectedLine {
  return {
    line,
    said: edits.map(({ start, end }) => text.slice(start, end)),
    actual: edits.map((edit) => edit.text),
  };
}

const field = /^\s*(?:[-*+]\s+)?\*\*(?:status|progress|completion)\W/i;

/** "**Progress:** 1/2 tasks" under a heading of its own is about that, unless it has the milestone's total. */
function isOfPart({ line, said, actual }: CorrectedLine, subject: LintSubject, plan: Plan) {
  const { lines, chapters } = outlineOf(subject);
  const heading = chapters.findLast((one) => one.line < line);
  if (!heading || heading.level === 1 || !field.test(lines[line - 1]?.text ?? "")) return false;
  const names = plan.milestones.flatMap(({ title }) => [title, milestoneKey(title) ?? title]);
  if (isWhole(heading.source) || names.some((name) => beginsWith(heading.source, name)))
    return false;
  return said.some((words, index) => totalOf(words) !== totalOf(actual[index] ?? ""));
}

function totalOf(figures: string): string | undefined {
  return /^\d+\/(\d+)/.exec(figures)?.[1];
}

/** The one that the first heading begins with, by title or key; no other sign is sure enough. */
function documentMilestone(subject: LintSubject, { milestones }: Plan): PlannedMilestone | null {
  const [first] = outlineOf(subject).chapters;
  const title = first?.level === 1 ? first.source : "";
  const fits = milestones.filter((one) =>
    [one.title, milestoneKey(one.title)].some((name) => name !== null && beginsWith(title, name)),
  );
  return fits.length === 1 ? (fits[0] ?? null) : null;
}

function beginsWith(text: string, name: string): boolean {
  const isSame = text.slice(0, name.length).toLowerCase() === name.toLowerCase();
  return isSame && !/^[\p{L}\p{N}.-]*[\p{L}\p{N}]/u.test(text.slice(name.length));
}
