// Keeps a hand-written plan document true: boxes in front of references, state marks beside them, and counts.
// Everything else in it stays as it stands, and a second run finds nothing to change.

import type { DocumentClaims, Item } from "../claims/document-claims.ts";
import type { Plan, PlannedMilestone } from "../domain/plan.ts";
import { countChanges, signOfCount, stateCountEdits } from "./count-edits.ts";
import type { LiveChanges, LiveEdit } from "./live-edit.ts";
import { writableIn } from "./live-text.ts";
import { markEdits } from "./mark-edits.ts";
import { milestoneEdits, signOfHeading } from "./milestone-edits.ts";
import { outlineOf, type PlacedSection } from "./outline.ts";
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
    edits.push(...milestoneEdits(placed, text, plan));
    const ofCounts = section.counts
      .filter(({ done }) => done !== null)
      .flatMap(({ place }) => signOfCount(place, text, section.items)?.start ?? []);
    for (const item of section.items) {
      const isHeading = section.level > 0 && item.place.line === section.place.line;
      if (!isHeading) edits.push(...markEdits(withoutMarks(item, ofCounts), marking));
    }
    const counts = sectionCounts(placed, text, plan, isWritable);
    edits.push(...counts.edits);
    findings.push(...counts.findings);
  }
  return {
    edits: inOrder(edits.filter(isWritable)),
    findings: findings.toSorted((a, b) => a.line - b.line),
  };
}

/** The edits that `keepTrue` makes to counts, and to the words and marks beside them. */
export function correctCounts(
  text: string,
  claims: DocumentClaims,
  plan: Plan,
  { milestone }: LiveOptions,
): readonly LiveEdit[] {
  const isWritable = writableIn(text, claims);
  const edits = outlineOf(claims, plan, milestone).flatMap(
    (placed) => sectionCounts(placed, text, plan, isWritable).edits,
  );
  return inOrder(edits.filter(isWritable));
}

function sectionCounts(
  placed: PlacedSection,
  text: string,
  plan: Plan,
  isWritable: ReturnType<typeof writableIn>,
): LiveChanges {
  const headSign = signOfHeading(placed, text, plan);
  const changes = placed.section.counts
    .filter(({ place }) => isWritable(place))
    .map((count) => countChanges(count, text, placed, plan));
  const ofClaims = changes
    .flatMap(({ edits }) => edits)
    .filter(({ start }) => start !== headSign?.start);
  return {
    edits: [...stateCountEdits(placed, text), ...ofClaims],
    findings: changes.flatMap(({ findings }) => findings),
  };
}

function withoutMarks(item: Item, starts: readonly number[]): Item {
  return { ...item, marks: item.marks.filter(({ place }) => !starts.includes(place.start)) };
}

/** Two rules that want the same place agree, or neither is followed. */
function inOrder(edits: readonly LiveEdit[]): readonly LiveEdit[] {
  const ordered = edits.toSorted((a, b) => a.start - b.start);
  const disputed = new Set<LiveEdit>();
  for (const [index, edit] of ordered.entries()) {
    for (let next = index + 1; next < ordered.length; next += 1) {
      const other = ordered[next];
      if (!other || other.start >= edit.end) break;
      if (edit.start < other.end && other.text !== edit.text) disputed.add(edit).add(other);
    }
  }
  const agreed = ordered.filter((edit) => !disputed.has(edit));
  return [...new Map(agreed.map((edit) => [edit.start, edit])).values()];
}
