/** SARIF 2.1.0, for code scanning and editors. Columns are counted in UTF-16 units. */
import { type FileReport, type ReportedFinding, switchRule } from "../lint-document.ts";
import { rules } from "../rules/registry.ts";

const levels = { error: "error", warning: "warning", info: "note" } as const;

const described = [
  ...rules.map(({ id, meaning, severity }) => ({ id, meaning, severity })),
  {
    id: switchRule,
    meaning: "A comment that should turn rules off does not.",
    severity: "warning",
  },
] as const;

export function renderSarif(reports: readonly FileReport[]): string {
  const log = {
    version: "2.1.0",
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    runs: [
      {
        tool: { driver: { name: "Milepost", rules: described.map(toDescriptor) } },
        columnKind: "utf16CodeUnits",
        results: reports.flatMap(({ path, findings }) =>
          findings.map((one) => toResult(path, one)),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function toDescriptor({ id, meaning, severity }: (typeof described)[number]): object {
  return {
    id,
    shortDescription: { text: meaning },
    defaultConfiguration: { level: levels[severity] },
  };
}

function toResult(path: string, finding: ReportedFinding): object {
  const { rule, severity, message, line, lines, excerpt, claims } = finding;
  const others = lines.filter((other) => other !== line);
  return {
    ruleId: rule,
    ruleIndex: described.findIndex(({ id }) => id === rule),
    level: levels[severity],
    message: { text: message },
    locations: [toLocation(path, { startLine: line, snippet: { text: excerpt } })],
    ...(others.length > 0 && {
      relatedLocations: others.map((startLine) => toLocation(path, { startLine })),
    }),
    properties: { claims },
  };
}

function toLocation(path: string, region: object): object {
  const uri = path.split("/").map(encodeURIComponent).join("/");
  return { physicalLocation: { artifactLocation: { uri }, region } };
}
