/** Workflow commands: in GitHub Actions each line becomes an annotation. */
import type { FileReport, ReportedFinding } from "../lint-document.ts";

const levels = { error: "error", warning: "warning", info: "notice" };

export function renderGithub(reports: readonly FileReport[]): string {
  return reports
    .flatMap(({ path, findings }) => findings.map((one) => command(path, one)))
    .join("");
}

function command(path: string, { severity, line, rule, message }: ReportedFinding): string {
  const properties = `file=${property(path)},line=${line},title=${property(rule)}`;
  return `::${levels[severity]} ${properties}::${data(message)}\n`;
}

function data(text: string): string {
  return text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

function property(text: string): string {
  return data(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}
