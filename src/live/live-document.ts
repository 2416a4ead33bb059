// Live mode on a document's bytes: what it changes is spliced in, every other byte stays.

import { readClaims } from "../claims/read-claims.ts";
import { findMilestone } from "../domain/milestone-name.ts";
import type { Plan, PlannedMilestone } from "../domain/plan.ts";
import { decodeText, encodeText } from "../markdown/bytes.ts";
import { findRegions } from "../markdown/regions.ts";
import { keysOf } from "./issue-keys.ts";
import { keepTrue } from "./keep-true.ts";
import { applyEdits, type LiveFinding } from "./live-edit.ts";
import { withoutRegions } from "./live-text.ts";
import { findTitledBoxes, noTitledBoxes } from "./titled-boxes.ts";

export interface LiveDocument {
  /** The very same bytes where nothing changed. */
  readonly document: Uint8Array;
  readonly findings: readonly LiveFinding[];
}

/**
 * With broken markers nothing is changed: what is a region is not known then. `titles` says whether a box may name
 * its issue by the title alone.
 */
export function keepDocumentTrue(
  document: Uint8Array,
  plan: Plan,
  milestone: string | number | null,
  titles = false,
): LiveDocument {
  const { regions, problems } = findRegions(document);
  if (problems.length > 0) return { document, findings: [] };
  const text = decodeText(document);
  const own = withoutRegions(text, document, regions);
  const options = { milestone: milestoneOf(plan, milestone) };
  const keys = keysOf(plan);
  const titled = titles ? findTitledBoxes(own, plan, keys) : noTitledBoxes;
  const claims = readClaims(own, keys, titled.references);
  const { edits, findings } = keepTrue(own, claims, plan, options);
  return {
    document: edits.length === 0 ? document : encodeText(applyEdits(text, edits)),
    findings: [...findings, ...titled.findings].toSorted((a, b) => a.line - b.line),
  };
}

/** Without a name, the only one that is open. */
function milestoneOf(plan: Plan, name: string | number | null): PlannedMilestone | null {
  if (name !== null) {
    const match = findMilestone(plan.milestones, name);
    return match.kind === "found" ? match.milestone : null;
  }
  const open = plan.milestones.filter(({ isClosed }) => !isClosed);
  return open.length === 1 ? (open[0] ?? null) : null;
}
