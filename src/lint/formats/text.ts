/** For a person at a terminal: each finding with its line as it stands and the claims that clash. */
import type { FileReport, ReportedFinding } from "../lint-document.ts";
import { countSeverities, severityWords } from "../severity-counts.ts";

export function renderText(reports: readonly FileReport[]): string {
  const files = reports.filter(({ findings }) => findings.length > 0);
  const sections = files.map(({ path, findings }) =>
    [path, ...findings.map(describeFinding), ""].join("\n"),
  );
  return [...sections, summary(reports), ""].map(withoutControls).join("\n");
}

function describeFinding(finding: ReportedFinding): string {
  const { line, severity, rule, message, excerpt, claims } = finding;
  const parts = [
    `  ${line}: ${severity}, ${rule}: ${message}`,
    ...(excerpt === "" ? [] : [`      | ${excerpt}`]),
    ...claims.map((claim) => `      - ${claim}`),
  ];
  return parts.join("\n");
}

function summary(reports: readonly FileReport[]): string {
  const files = reports.length === 1 ? "1 document" : `${reports.length} documents`;
  const fixable = reports
    .flatMap(({ findings }) => findings)
    .filter(({ edits = [] }) => edits.length > 0).length;
  const fix = fixable === 0 ? "" : ` ${fixable} can be fixed with --fix.`;
  return `${files}: ${severityWords(countSeverities(reports))}.${fix}`;
}

/** A document must not steer the terminal that shows it. */
function withoutControls(text: string): string {
  return text.replace(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, "\ufffd");
}
