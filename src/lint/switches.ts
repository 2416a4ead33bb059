/**
 * Where a document turns rules off: `<!-- milepost-lint off RULES -->` before its first words for all of
 * it, `<!-- milepost-lint off-next-line RULES -->` for one line. RULES are ids with commas or blanks
 * between, or `all`. A finding about several lines is off where it is off on one of them.
 */
import { didYouMean } from "../domain/nearest-word.ts";
import type { LintFinding } from "./rule.ts";

export interface Switches {
  isOff(rule: string, finding: LintFinding): boolean;
  /** What is wrong with the switches themselves. */
  readonly findings: readonly LintFinding[];
}

interface Switch {
  readonly line: number;
  /** The line it speaks of; null for the document. */
  readonly target: number | null;
  readonly rules: readonly string[];
  readonly fault: string | null;
}

/** `ids` are those of all rules. */
export function readSwitches(text: string, ids: readonly string[]): Switches {
  const switches = text.includes("milepost-lint") ? findSwitches(text, ids) : [];
  const working = switches.filter(({ fault }) => fault === null);
  return {
    isOff: (rule, { lines }) =>
      working.some(
        ({ target, rules }) =>
          (rules.includes(rule) || rules.includes("all")) &&
          (target === null || lines.includes(target)),
      ),
    findings: switches.flatMap(({ line, fault }) =>
      fault === null ? [] : [{ line, lines: [line], message: fault, claims: [] }],
    ),
  };
}

function findSwitches(text: string, ids: readonly string[]): readonly Switch[] {
  const switches: Switch[] = [];
  let [isTop, isFenced] = [true, false];
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (/^ {0,3}(?:```|~~~)/.test(line)) isFenced = !isFenced;
    const said = /^\s*<!--\s*milepost-lint\b(.*?)-->\s*$/.exec(line)?.[1];
    if (said !== undefined && !isFenced) {
      switches.push(readSwitch(said.trim(), { line: index + 1, isTop, ids }));
    } else if (line.replace(/^\ufeff/, "").trim() !== "") isTop = false;
  }
  return switches;
}

interface Where {
  readonly line: number;
  readonly isTop: boolean;
  readonly ids: readonly string[];
}

function readSwitch(said: string, { line, isTop, ids }: Where): Switch {
  const [verb = "", ...words] = said.split(/[\s,]+/).filter(Boolean);
  const target = verb === "off-next-line" ? line + 1 : null;
  const found = (fault: string | null) => ({ line, target, rules: words, fault });
  if (verb !== "off" && verb !== "off-next-line") {
    return found(
      `This turns nothing off. Write \`<!-- milepost-lint off RULES -->\` on top of the document, or \`<!-- milepost-lint off-next-line RULES -->\` before a line.`,
    );
  }
  if (verb === "off" && !isTop) {
    return found(
      "Rules are turned off for a document before its first words. Move this line there, or write `off-next-line` for the line that follows.",
    );
  }
  if (words.length === 0) return found("Name the rules to turn off behind this, or `all`.");
  const unknown = words.find((word) => word !== "all" && !ids.includes(word));
  if (unknown === undefined) return found(null);
  return found(
    `There is no rule "${unknown}".${didYouMean(unknown, ids)} All are in docs/rules.md.`,
  );
}
