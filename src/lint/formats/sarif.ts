// Findings as SARIF 2.1.0, which GitHub's code scanning and editors read.

import type { ReportedFinding } from "../lint-document.ts";

const levels = { error: "error", warning: "warning", info: "note" } as const;

export function formatSarif(findings: readonly ReportedFinding[]): string {
  const ids = [...new Set(findings.map(({ rule }) => rule))].toSorted();
  const driver = {
    name: "Milepost",
    informationUri: "https://github.com/milepost-app/milepost",
    rules: ids.map((id) => ({ id })),
  };
  return JSON.stringify(
    {
      $schema: "https://json.schemastore.org/sarif-2.1.0.json",
      version: "2.1.0",
      runs: [{ tool: { driver }, results: findings.map((one) => resultOf(one, ids)) }],
    },
    null,
    2,
  );
}

function resultOf(finding: ReportedFinding, ids: readonly string[]) {
  const { path, line, lines, rule, severity, message, claims } = finding;
  const others = lines.filter((other) => other !== line);
  return {
    ruleId: rule,
    ruleIndex: ids.indexOf(rule),
    level: levels[severity],
    message: { text: claims.length > 0 ? `${message} ${claims.join(" ≠ ")}` : message },
    locations: [locationOf(path, line)],
    relatedLocations: others.map((other) => locationOf(path, other)),
  };
}

function locationOf(path: string, line: number) {
  const uri = path.split("/").map(encodeURIComponent).join("/");
  return { physicalLocation: { artifactLocation: { uri }, region: { startLine: line } } };
}
