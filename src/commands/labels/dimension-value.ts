/** The value of a label dimension as people give it: one that is known, in its own spelling, or a new one. */
import { findNearest } from "../../domain/nearest-word.ts";
import type { Plan } from "../../domain/plan.ts";
import { codeSpan } from "../../markdown/code-span.ts";
import { toPlainLine } from "../../markdown/plain-line.ts";
import { type CommandContext, mistake, type Reading } from "../command.ts";
import { commandLine } from "../command-line.ts";
import { isNone } from "../text-argument.ts";
import { findLengthFault, labelsWith } from "./exclusive-label.ts";

export interface Dimension {
  /** As the configuration calls it: "cluster". */
  readonly name: string;
  /** How its labels start: "cluster: ". */
  readonly prefix: string;
  /** How the labels of the other dimensions start. */
  readonly others: readonly string[];
  /** A value that would be right. */
  readonly example: string;
}

export interface DimensionValue {
  /** The whole label; null for none. */
  readonly label: string | null;
  /** No other issue has it. */
  readonly isNew: boolean;
}

/** Shorter words are near each other by nature: "p1" and "p2", "XS" and "XL". */
const shortestNearMiss = 4;

const shown = 8;

export function readDimensionValue(
  text: string,
  dimension: Dimension,
  { plan, config }: CommandContext,
): Reading<DimensionValue> {
  const { name, prefix } = dimension;
  const known = knownLabels(plan, dimension);
  const values = known.map((label) => label.slice(prefix.length).trim());
  if (isNone(text)) return { kind: "read", arguments: { label: null, isNew: false } };
  const quoted = /^["“”](.*)["“”]$/.exec(text)?.[1];
  const value = toPlainLine(quoted ?? text);
  if (value === "")
    return mistake(missing(dimension, values, commandLine(config, `${name} ${dimension.example}`)));
  const present = values.findIndex((one) => one.toLowerCase() === value.toLowerCase());
  const label = known[present] ?? `${prefix}${value}`;
  if (present >= 0) return { kind: "read", arguments: { label, isNew: false } };
  const fault = findLengthFault(label);
  if (fault !== undefined) return mistake(fault);
  const near = quoted === undefined ? nearValue(value, values) : undefined;
  if (near === undefined) return { kind: "read", arguments: { label, isNew: true } };
  return mistake(
    `There is ${codeSpan(`${prefix}${near}`)}: did you mean ${commandLine(config, `${name} ${near}`)}? To create a new one, put it in quotes: ${commandLine(config, `${name} "${value}"`)}.`,
  );
}

/** Most used first, then by name; those that differ in letter case are one. */
function knownLabels(plan: Plan, { prefix, others }: Dimension): readonly string[] {
  const labels = [...plan.items.values()].flatMap((item) => labelsWith(item, prefix, others));
  const valued = labels.filter((label) => label.slice(prefix.length).trim() !== "");
  return [...Map.groupBy(valued, (label) => label.toLowerCase()).values()]
    .sort((a, b) => b.length - a.length || String(a[0]).localeCompare(String(b[0]), "en"))
    .flatMap((same) => same.slice(0, 1));
}

/** "Phase 3" is no slip for "Phase 2". */
function nearValue(value: string, known: readonly string[]): string | undefined {
  if (value.length < shortestNearMiss) return undefined;
  const near = findNearest(value, known);
  const differsInDigits = near?.replace(/\d+/g, "") === value.replace(/\d+/g, "");
  return differsInDigits ? undefined : near;
}

function missing({ name }: Dimension, known: readonly string[], way: string): string {
  if (known.length === 0) return `Say which ${name}, as in ${way}, or \`none\`.`;
  const values = known.slice(0, shown).map(codeSpan).join(", ");
  const more = known.length > shown ? ", …" : "";
  return `Say which ${name}: ${values}${more}, a new one, or \`none\`.`;
}
