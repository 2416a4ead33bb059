// Keeps a hand-written plan document true: boxes in front of references, state marks beside them, and counts.
// Everything else in it stays as it stands, and a second run finds nothing to change.

import type { DocumentClaims, Item } from "../claims/document-claims.ts";
import type { Plan, PlannedMilestone } from "../domain/plan.ts";
import { countChanges, signOfCount, stateCountEdits } from "./count-edits.ts";
import type { LiveChanges, LiveEdit } from "./live-edit.ts";
import { writableIn } from "./live-text.ts";
import { markEdits } from "./mark-edits.ts";
import { milestoneEdits, signOfHeading } from "./milestone-edits.ts";
import { outlineOf } from "./outline.ts";
import { vocabularyOf } from "./state-words.ts";

export interface LiveOptions {
  /** The one that the document is about, where its headings name no other. */
  readonly milestone: PlannedMilestone | null;
}

/** `claims` are those of `text`, and `text` holds nothing of Milepost's own regions. */
export function keepTrue(
  text: string,
  claims: DocumentClaims,
  plan: Plan,
  { milestone }: LiveOptions,
): LiveChanges {
  const isWritable = writableIn(text, claims);
  const sections = outlineOf(claims, plan, milestone);
  const marking = { text, plan, shown: vocabularyOf(text) };
  const edits: LiveEdit[] = [];
  const findings: LiveChanges["findings"][number][] = [];
  for (const placed of sections) {
    const { section } = placed;
    edits.push(...milestoneEdits(placed, text, plan), ...stateCountEdits(placed, text));
    const headSign = signOfHeading(placed, text, plan);
    const ofCounts = section.counts
      .filter(({ done }) => done !== null)
      .flatMap(({ place }) => signOfCount(place, text, section.items)?.start ?? []);
    for (const item of section.items) {
      const isHeading = section.level > 0 && item.place.line === section.place.line;
      if (!isHeading) edits.push(...markEdits(withoutMarks(item, ofCounts), marking));
    }
    for (const count of section.counts.filter(({ place }) => isWritable(place))) {
      const changes = countChanges(count, text, placed, plan);
      edits.push(...changes.edits.filter(({ start }) => start !== headSign?.start));
      findings.push(...changes.findings);
    }
  }
  return {
    edits: inOrder(edits.filter(isWritable)),
    findings: findings.toSorted((a, b) => a.line - b.line),
  };
}

function withoutMarks(item: Item, starts: readonly number[]): Item {
  return { ...item, marks: item.marks.filter(({ place }) => !starts.includes(place.start)) };
}

/** Two rules that want the same place agree, or neither is followed. */
function inOrder(edits: readonly LiveEdit[]): readonly LiveEdit[] {
  const isDisputed = (edit: LiveEdit) =>
    edits.some(
      (other) => other.start < edit.end && edit.start < other.end && other.text !== edit.text,
    );
  const agreed = edits.filter((edit) => !isDisputed(edit));
  const byStart = new Map(agreed.map((edit) => [edit.start, edit]));
  return [...byStart.values()].sort((a, b) => a.start - b.start);
}
