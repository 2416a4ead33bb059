// Findings for programs: one object each, in the order of the lines.

import type { ReportedFinding } from "../lint-document.ts";

export function formatJson(findings: readonly ReportedFinding[]): string {
  const shown = findings.map(
    ({ path, line, lines, rule, severity, message, excerpt, claims, edits = [] }) => ({
      ...{ path, line, lines, rule, severity, message, excerpt, claims },
      fixes: edits.length > 0,
    }),
  );
  return JSON.stringify({ version: 1, findings: shown }, null, 2);
}
