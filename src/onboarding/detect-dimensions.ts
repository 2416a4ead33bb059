/** Which labels group issues, by how they are written: `area/api` and `area/web` make a dimension "area". */
import { commandNames } from "../config/command-names.ts";

const labelStart = /^([A-Za-z][\w-]{0,29})(?:: ?|\/|=)(?=\S)/;

/** A dimension is a command as well, so it takes no other command's name. */
const taken = new Set(commandNames);

const fewestValues = 2;
const mostDimensions = 5;

/**
 * Dimension → prefix of its labels, for those that are not known yet; those with most values first.
 * `known` is the same for those that are: one of them gives way only where no label carries its prefix.
 */
export function detectDimensions(
  labels: readonly string[],
  known: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const used = new Set(
    [...known].flatMap(([name, prefix]) => (isUsed(prefix, labels) ? name : [])),
  );
  const dimensions = new Map<string, string>();
  for (const prefix of prefixesOf(labels)) {
    const name = dimensionName(prefix);
    if (taken.has(name) || used.has(name) || dimensions.has(name)) continue;
    if (dimensions.size < mostDimensions) dimensions.set(name, prefix);
  }
  return dimensions;
}

function isUsed(prefix: string, labels: readonly string[]): boolean {
  return labels.some((label) => label.toLowerCase().startsWith(prefix.toLowerCase()));
}

/** Those with more than one value, most values first. */
function prefixesOf(labels: readonly string[]): readonly string[] {
  const values = new Map<string, number>();
  for (const label of new Set(labels)) {
    const prefix = labelStart.exec(label)?.[0];
    if (prefix !== undefined) values.set(prefix, (values.get(prefix) ?? 0) + 1);
  }
  return [...values]
    .filter(([, count]) => count >= fewestValues)
    .sort(([a, x], [b, y]) => y - x || a.localeCompare(b, "en"))
    .map(([prefix]) => prefix);
}

function dimensionName(prefix: string): string {
  return prefix
    .replace(/[:/=] ?$/, "")
    .toLowerCase()
    .replaceAll("_", "-");
}
