/** What an issue's labels say: its place in each dimension, its estimates, its state of work. */
import type { Config } from "../config/config.ts";
import type { Range } from "../domain/project.ts";
import { parseHours, parsePoints } from "./estimate.ts";

export const pointsPrefix = "points: ";
export const estimatePrefix = "estimate: ";

export interface LabelFacts {
  readonly dimensions: Readonly<Record<string, string>>;
  /** Of each dimension that more than one label is set for: all of them, the one that counts first. */
  readonly rivals: ReadonlyMap<string, readonly string[]>;
  readonly points: number | null;
  readonly hours: Range | null;
  readonly isEpic: boolean;
  readonly isInProgress: boolean;
  readonly isOnHold: boolean;
}

/** Where two labels of one dimension are set, the first by name counts, on every run the same. */
export function readLabels(names: readonly string[], config: Config): LabelFacts {
  const sorted = names.toSorted((a, b) => a.localeCompare(b, "en"));
  const has = (label: string) => sorted.some((name) => sameName(name, label));
  return {
    dimensions: dimensionsOf(sorted, config.labels),
    rivals: rivalsOf(sorted, config.labels),
    points: firstOf(sorted, pointsPrefix, parsePoints),
    hours: firstOf(sorted, estimatePrefix, parseHours),
    isEpic: has(config.epics.label),
    isInProgress: has(config.states.inProgress),
    isOnHold: has(config.states.onHold),
  };
}

function dimensionsOf(
  names: readonly string[],
  prefixes: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [dimension, prefix] of prefixes) {
    const value = firstOf(names, prefix, (text) => text.trim() || null);
    if (value !== null) found[dimension] = value;
  }
  return found;
}

function rivalsOf(
  names: readonly string[],
  prefixes: ReadonlyMap<string, string>,
): LabelFacts["rivals"] {
  const all = [...prefixes].map(([dimension, prefix]) => {
    const values = names.filter((name) => firstOf([name], prefix, (text) => text.trim() || null));
    return [dimension, values] as const;
  });
  return new Map(all.filter(([, values]) => values.length > 1));
}

function firstOf<T>(
  names: readonly string[],
  prefix: string,
  parse: (text: string) => T | null,
): T | null {
  for (const name of names) {
    if (!sameName(name.slice(0, prefix.length), prefix)) continue;
    const value = parse(name.slice(prefix.length));
    if (value !== null) return value;
  }
  return null;
}

/** GitHub takes labels that differ in case only for the same. */
function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
