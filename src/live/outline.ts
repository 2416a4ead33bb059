// The sections of a document, each with those it stands in and the milestone that it is about.

import type { DocumentClaims, Section } from "../claims/document-claims.ts";
import { findMilestone } from "../domain/milestone-name.ts";
import type { Plan, PlannedMilestone } from "../domain/plan.ts";

export interface PlacedSection {
  readonly section: Section;
  /** From the outermost to the section itself. */
  readonly path: readonly Section[];
  /** The one that the nearest heading names, else the document's; null if there is none. */
  readonly milestone: PlannedMilestone | null;
}

export function outlineOf(
  { root }: DocumentClaims,
  plan: Plan,
  documentMilestone: PlannedMilestone | null,
): readonly PlacedSection[] {
  const found: PlacedSection[] = [];
  const open: PlacedSection[] = [{ section: root, path: [root], milestone: documentMilestone }];
  for (let placed = open.pop(); placed !== undefined; placed = open.pop()) {
    const { path, milestone } = placed;
    found.push(placed);
    for (const section of placed.section.sections) {
      const named = headingMilestone(section, plan);
      open.push({ section, path: [...path, section], milestone: named ?? milestone });
    }
  }
  return found;
}

/** The milestone that a heading is the name of, whatever marks and counts stand behind the name. */
export function headingMilestone({ level, title }: Section, plan: Plan): PlannedMilestone | null {
  const name = title.replace(/\s*(?:[✅☑✔🔨🚧📋⏸⛔]|\(\d).*$/u, "").trim();
  if (level === 0 || name.length < 2) return null;
  const match = findMilestone(plan.milestones, name);
  return match.kind === "found" ? match.milestone : null;
}
