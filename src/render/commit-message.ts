/**
 * The subject of the commit that updates plan documents. It acts on nothing: no reference, no
 * address, no title, no closing word, and of a milestone only a key that is plain and short.
 */
import { milestoneKey } from "../domain/milestone-name.ts";
import type { MilestoneSummary, PlanSummary } from "../domain/plan-summary.ts";
import type { Unit } from "../domain/project.ts";
import { isComplete, rangeText } from "./count-text.ts";

const prefix = "docs(plan): ";
const longest = 72;

/** At most 72 characters: "docs(plan): M2 39 → 40 of 50". `before` is null for the first commit. */
export function renderCommitHeadline(before: PlanSummary | null, after: PlanSummary): string {
  const known = new Map(before?.milestones.map((one) => [one.number, one]));
  const changes = after.milestones.flatMap((one) => {
    const change = changeOf(known.get(one.number), one, after.unit);
    return change === null ? [] : [change];
  });
  if (changes.length > 0) return prefix + joinWithin(changes, longest - prefix.length);
  if (before === null) return `${prefix}write the plan`;
  return `${prefix}update what is ready and blocked`;
}

function changeOf(
  before: MilestoneSummary | undefined,
  after: MilestoneSummary,
  unit: Unit,
): string | null {
  const [done, total] = [rangeText(after.count.done), rangeText(after.count.total)];
  const name = nameOf(after);
  const suffix = unit === "issues" ? "" : unit === "hours" ? " h" : ` ${unit}`;
  if (!before) return total === "0" ? null : `${name} ${done} of ${total}${suffix}`;
  const [wasDone, wasTotal] = [rangeText(before.count.done), rangeText(before.count.total)];
  if (wasDone === done && wasTotal === total) return null;
  const complete = isComplete(after.count) ? ", complete" : "";
  if (wasTotal === total) return `${name} ${wasDone} → ${done} of ${total}${suffix}${complete}`;
  return `${name} ${wasDone} of ${wasTotal} → ${done} of ${total}${suffix}${complete}`;
}

/** A key may look like a reference (GH-12), a commit or an address, or hold a word that acts. */
function nameOf({ title, number }: MilestoneSummary): string {
  const key = milestoneKey(title) ?? "";
  const isPlain = /^[A-Za-z]{0,6}[.-]?[A-Za-z]{0,4}\d{1,4}(?:[.-]\d{1,4}){0,2}$/.test(key);
  const acts = /^gh|fix|clos|resol|skip|www|^[0-9a-f]{7,}$/i.test(key);
  if (!isPlain || acts) return `milestone ${number}`;
  return /^\d/.test(key) ? `milestone ${key}` : key;
}

function joinWithin(parts: readonly string[], length: number): string {
  for (let shown = parts.length; shown > 0; shown -= 1) {
    const rest = parts.length - shown;
    const text = parts.slice(0, shown).join("; ") + (rest > 0 ? `; ${rest} more` : "");
    if ([...text].length <= length) return text;
  }
  return `${parts.length} milestones changed`;
}
