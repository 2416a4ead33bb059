/** One document through all rules. Pure; the same text and plan give the same findings in the same order. */
import { readClaims } from "../claims/read-claims.ts";
import type { Plan } from "../domain/plan.ts";
import { applyRepair, findRepair } from "../encoding/repair.ts";
import { splitLines } from "../markdown/split-lines.ts";
import { isRecord } from "./reading/document-kind.ts";
import type { LintFinding, Rule } from "./rule.ts";
import { rules } from "./rules/registry.ts";
import { readSwitches } from "./switches.ts";

export interface LintSource {
  readonly path: string;
  readonly text: string;
  /** The settings name it, and not by a pattern: then it is a plan, whatever it calls itself. */
  readonly isNamed?: boolean;
}

export interface ReportedFinding extends LintFinding {
  readonly rule: string;
  readonly severity: Rule["severity"];
  /** The line as it stands, or the beginning of a long one. */
  readonly excerpt: string;
}

export interface FileReport {
  readonly path: string;
  /** By line, then rule. */
  readonly findings: readonly ReportedFinding[];
}

/** What is wrong with a switch has this id, which nothing turns off. */
export const switchRule = "lint-switch";

const ruleIds = rules.map(({ id }) => id);
const longestExcerpt = 160;

/** `plan` is null offline: the document against itself. */
export function lintDocument(
  { path, text, isNamed = false }: LintSource,
  plan: Plan | null,
): FileReport {
  const switches = readSwitches(text, ruleIds);
  const repair = findRepair(text);
  const words = repair === null ? text : applyRepair(text, repair);
  const subject = { path, text: words, claims: readClaims(words), plan };
  const raw = { ...subject, text };
  const isPlan = isNamed || !isRecord(path, words);
  const findings = rules
    .filter(({ offline, ofPlans }) => (offline || plan !== null) && (isPlan || !ofPlans))
    .filter((rule) => !isOfBytes(rule) || repair !== null)
    .flatMap((rule) => {
      const found = rule.check(isOfBytes(rule) ? raw : subject);
      const placed = isOfBytes(rule) || repair === null ? found : found.map(withoutOffsets);
      return placed
        .filter((finding) => !switches.isOff(rule.id, finding))
        .map((finding) => ({ ...finding, rule: rule.id, severity: rule.severity }));
    });
  const faults = switches.findings.map((finding) => ({
    ...finding,
    ...{ rule: switchRule, severity: "warning" as const },
  }));
  const found = [...findings, ...faults];
  const lines = found.length > 0 ? splitLines(text) : [];
  const reported = found.map((finding) => ({
    ...finding,
    excerpt: excerptOf(lines[finding.line - 1] ?? ""),
  }));
  return { path, findings: reported.toSorted(byPlace) };
}

/** It reads the text as it stands, which the others read mended. */
function isOfBytes({ id }: Rule): boolean {
  return id === "mojibake";
}

/** Mended text has the lines of the broken one, but not its offsets. */
function withoutOffsets({ line, lines, message, claims }: LintFinding): LintFinding {
  return { line, lines, message, claims };
}

function excerptOf(line: string): string {
  const words = line.trim();
  if (words.length <= longestExcerpt) return words;
  return `${words.slice(0, longestExcerpt).replace(/[\ud800-\udbff]$/, "")}…`;
}

function byPlace(a: ReportedFinding, b: ReportedFinding): number {
  return a.line - b.line || compare(a.rule, b.rule) || compare(a.message, b.message);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
