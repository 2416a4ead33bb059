/** Open issues with more than one label of a dimension: only one of them counts, and nobody chose which. */
import type { Config } from "../config/config.ts";
import type { Finding, WorkItem } from "../domain/project.ts";
import type { LabelSet } from "./label-sets.ts";

/** One finding for each dimension, however many issues it concerns. `torn`: labels with more than one of a dimension. */
export function findLabelConflicts(
  items: ReadonlyMap<number, WorkItem>,
  torn: ReadonlyMap<LabelSet["names"], LabelSet>,
  { labels, commands }: Config,
): readonly Finding[] {
  if (torn.size === 0) return [];
  const open = [...items.values()].filter(
    (item) => item.resolution === null && torn.has(item.labels),
  );
  return [...labels.keys()].flatMap((dimension) => {
    const rivalsOf = (item: WorkItem) => torn.get(item.labels)?.facts.rivals.get(dimension);
    const issues = open.filter(rivalsOf);
    const [first] = issues;
    const rivals = first && rivalsOf(first);
    if (!(first && rivals)) return [];
    const extent =
      issues.length === 1
        ? `#${first.number} carries ${quoted(rivals)}`
        : `${issues.length} issues carry more than one label for "${dimension}", #${first.number} for one ${quoted(rivals)}`;
    return [
      {
        rule: "label-conflict",
        severity: "warning",
        issues: issues.map(({ number }) => number),
        milestone: null,
        message: `${extent}. Only the first by name counts. Take the others off, or comment "${commands.prefix}${dimension} VALUE" there.`,
      },
    ];
  });
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(" and ");
}
