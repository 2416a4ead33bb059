// All rules over one document: what they find that is not switched off, in the order of the lines.

import { readClaims } from "../claims/read-claims.ts";
import type { Plan } from "../domain/plan.ts";
import type { LintFinding, LintSubject, Rule } from "./rule.ts";
import { readSwitches } from "./switches.ts";

export interface LintInput {
  readonly path: string;
  readonly text: string;
  /** What GitHub says; null where it was not asked, and rules that need it are left out. */
  readonly plan: Plan | null;
}

export interface ReportedFinding extends LintFinding {
  readonly path: string;
  readonly rule: string;
  readonly severity: Rule["severity"];
  /** The line as it stands in the document, without blanks around it. */
  readonly excerpt: string;
}

/** Of comments that switch nothing: not a rule of its own, so that it cannot be switched off. */
export const switchRule = "lint-switch";

export function lintDocument(input: LintInput, rules: readonly Rule[]): readonly ReportedFinding[] {
  const subject: LintSubject = { ...input, claims: readClaims(input.text) };
  const lines = input.text.split(/\r\n|\n|\r/);
  const switches = readSwitches(
    input.text,
    rules.map(({ id }) => id),
  );
  const report = (rule: string, severity: Rule["severity"]) => (finding: LintFinding) => ({
    ...finding,
    ...{ path: input.path, rule, severity, excerpt: (lines[finding.line - 1] ?? "").trim() },
  });
  const found = rules
    .filter(({ offline }) => offline || input.plan !== null)
    .flatMap((rule) => rule.check(subject).map(report(rule.id, rule.severity)))
    .filter(({ rule, line, lines: all }) => !isSwitchedOff(switches, rule, [line, ...all]));
  return [...found, ...switches.findings.map(report(switchRule, "warning"))].toSorted(byPlace);
}

/** A contradiction is between lines, and whoever knows of it may say so at any of them. */
function isSwitchedOff(
  switches: ReturnType<typeof readSwitches>,
  rule: string,
  lines: readonly number[],
): boolean {
  return lines.some((line) => switches.isOff(rule, line));
}

function byPlace(a: ReportedFinding, b: ReportedFinding): number {
  if (a.line !== b.line) return a.line - b.line;
  if (a.rule !== b.rule) return a.rule < b.rule ? -1 : 1;
  return a.message < b.message ? -1 : Number(a.message > b.message);
}
