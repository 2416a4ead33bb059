// Findings as commands of a GitHub Actions log, which shows them at their lines.

import type { ReportedFinding } from "../lint-document.ts";

const commands = { error: "error", warning: "warning", info: "notice" } as const;

export function formatGithub(findings: readonly ReportedFinding[]): string {
  return findings
    .map(({ path, line, severity, rule, message, claims }) => {
      const place = `file=${escapeProperty(path)},line=${line},title=${escapeProperty(rule)}`;
      const said = claims.length > 0 ? `${message}\n${claims.join(" ≠ ")}` : message;
      return `::${commands[severity]} ${place}::${escapeData(said)}`;
    })
    .join("\n");
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
