/** Open issues with more than one label of a dimension: only one of them counts, and nobody chose which. */
import type { Config } from "../config/config.ts";
import type { ObservedIssue, ObservedLabel } from "../domain/observation.ts";
import type { Finding } from "../domain/project.ts";
import type { LabelSet } from "./label-sets.ts";

/** One finding for each dimension, however many issues it concerns. */
export function findLabelConflicts(
  work: readonly ObservedIssue[],
  labelsOf: (labels: readonly ObservedLabel[]) => LabelSet,
  { labels, commands }: Config,
): readonly Finding[] {
  return [...labels.keys()].flatMap((dimension) => {
    const torn = work.flatMap(({ state, number, labels: carried }) => {
      const rivals = state === "open" ? labelsOf(carried).facts.rivals.get(dimension) : undefined;
      return rivals ? [{ number, rivals }] : [];
    });
    const [first] = torn;
    if (first === undefined) return [];
    const extent =
      torn.length === 1
        ? `#${first.number} carries ${quoted(first.rivals)}`
        : `${torn.length} issues carry more than one label for "${dimension}", #${first.number} for one ${quoted(first.rivals)}`;
    return [
      {
        rule: "label-conflict",
        severity: "warning",
        issues: torn.map(({ number }) => number),
        milestone: null,
        message: `${extent}. Only the first by name counts. Take the others off, or comment "${commands.prefix}${dimension} VALUE" there.`,
      },
    ];
  });
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(" and ");
}
