/** A region's options against those of its block. What is wrong is said in words, nothing is guessed. */

import { isDay } from "../domain/calendar.ts";
import { findNearest } from "../domain/nearest-word.ts";
import type { Plan } from "../domain/plan.ts";
import type { Block, BlockOption } from "./block.ts";

/** Every block takes it; `plan-document` resolves it. */
const milestoneOption: BlockOption = {
  name: "milestone",
  meaning: "Which milestone, by number, title or the start of a title that fits one only, or all.",
  values: [],
  default: "the document's milestone, else the only open one, else all",
};

interface OptionProblem {
  readonly rule: "option-unknown" | "option-value-unknown";
  /** What is wrong and what to do; plain text. */
  readonly message: string;
}

export interface ParsedOptions {
  /** The options of the block's own, without `milestone`. */
  readonly values: ReadonlyMap<string, string>;
  readonly problems: readonly OptionProblem[];
}

export function parseOptions(
  block: Block,
  given: ReadonlyMap<string, string>,
  plan: Pick<Plan, "dimensions">,
): ParsedOptions {
  const values = new Map<string, string>();
  const problems: OptionProblem[] = [];
  for (const [name, value] of given) {
    if (name === milestoneOption.name) continue;
    const option = block.options.find((candidate) => candidate.name === name);
    const problem = option ? checkValue(option, value, plan) : unknownOption(block, name);
    if (problem) problems.push(problem);
    else values.set(name, value);
  }
  return { values, problems };
}

function unknownOption(block: Block, name: string): OptionProblem {
  const known = [...block.options.map((option) => option.name), milestoneOption.name];
  const near = findNearest(name, known);
  const advice = near ? `Did you mean "${near}"?` : `It takes ${quoted(known)}.`;
  return {
    rule: "option-unknown",
    message: `the block "${block.name}" has no option "${name}". ${advice}`,
  };
}

function checkValue(
  option: BlockOption,
  value: string,
  plan: Pick<Plan, "dimensions">,
): OptionProblem | null {
  if (option.values === "number") return isWholeNumber(value) ? null : wrongNumber(option, value);
  if (option.values === "day") return isDay(value) ? null : wrongDay(option, value);
  const allowed = option.values === "dimensions" ? plan.dimensions : option.values;
  const wrong = wordsOf(option, value).find((word) => !allowed.includes(word));
  return wrong === undefined ? null : wrongWord(option, wrong, allowed);
}

/** The words of an option that takes several, else the one value. */
function wordsOf(option: BlockOption, value: string): readonly string[] {
  return option.isList ? listOf(value) : [value];
}

/** "mark, due" as its words. */
export function listOf(value: string): readonly string[] {
  return value.split(",").map((word) => word.trim());
}

/** The number that an option holds, already checked; `otherwise` where it was not given. */
export function numberOf(
  options: ReadonlyMap<string, string>,
  name: string,
  otherwise: number,
): number {
  return Number(options.get(name) ?? otherwise);
}

function isWholeNumber(value: string): boolean {
  return /^[1-9]\d{0,3}$/.test(value);
}

function wrongNumber(option: BlockOption, value: string): OptionProblem {
  return wrongValue(option, value, "Give a whole number from 1 to 9999.");
}

function wrongDay(option: BlockOption, value: string): OptionProblem {
  return wrongValue(option, value, "Give a day as 2026-01-31.");
}

function wrongWord(option: BlockOption, value: string, allowed: readonly string[]): OptionProblem {
  const near = findNearest(value, allowed);
  const list = allowed.length > 0 ? `Allowed: ${quoted(allowed)}.` : noDimensions;
  const advice = near ? `Did you mean "${near}"? ${list}` : list;
  return wrongValue(option, value, advice);
}

function wrongValue(option: BlockOption, value: string, advice: string): OptionProblem {
  return {
    rule: "option-value-unknown",
    message: `the option "${option.name}" cannot be "${value}". ${advice}`,
  };
}

const noDimensions =
  "No dimension is configured: name label prefixes under `labels` in .github/milepost.yml.";

function quoted(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(", ");
}
