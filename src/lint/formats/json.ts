/** For programs: everything that is known of each finding but its edits. */
import type { FileReport } from "../lint-document.ts";
import { countSeverities } from "../severity-counts.ts";

export function renderJson(reports: readonly FileReport[]): string {
  const documents = reports.map(({ path, findings }) => ({
    path,
    findings: findings.map(
      ({ rule, severity, line, lines, message, excerpt, claims, edits = [] }) => ({
        ...{ rule, severity, line, lines, message, excerpt, claims },
        fixable: edits.length > 0,
      }),
    ),
  }));
  const output = { version: 1, summary: countSeverities(reports), documents };
  return `${JSON.stringify(output, null, 2)}\n`;
}
