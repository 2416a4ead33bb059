// Findings for people at a terminal: where, what and what to do, the line itself, and both claims.

import type { ReportedFinding } from "../lint-document.ts";

export function formatText(findings: readonly ReportedFinding[]): string {
  const count = (severity: string) => findings.filter((one) => one.severity === severity).length;
  const errors = count("error");
  const warnings = count("warning");
  const summary =
    findings.length === 0
      ? "Nothing contradicts itself."
      : `${amount(findings.length, "finding")}: ${amount(errors, "error")}, ${amount(warnings, "warning")}, ${count("info")} for information.`;
  return [...findings.map(formatOne), summary].join("\n\n");
}

function formatOne({ path, line, severity, message, rule, excerpt, claims }: ReportedFinding) {
  const lines = [`${path}:${line}: ${severity}: ${message} [${rule}]`, `  | ${excerpt}`];
  if (claims.length > 0) lines.push(`  = ${claims.join(" ≠ ")}`);
  return lines.map(printable).join("\n");
}

/** A document must not move the cursor or colour the terminal. */
function printable(line: string): string {
  return line.replace(/[\p{Cc}\u{2028}-\u{202E}\u{2066}-\u{2069}]/gu, "�");
}

function amount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
