/** From findings to what a check run says of a commit. Pure. */
import { createHash } from "node:crypto";
import type { FileReport, ReportedFinding } from "../../lint/lint-document.ts";
import { countSeverities, type SeverityCounts, severityWords } from "../../lint/severity-counts.ts";
import { escapeText } from "../../markdown/escape.ts";
import type { CheckAnnotation, CheckReport } from "../change.ts";

const levels = { error: "failure", warning: "warning", info: "notice" } as const;

/** More are a list that nobody reads, and cost a call for each 50. */
const mostAnnotations = 200;
const longestMessage = 2_000;

/** `unread` are documents that are too large, or no files. */
export function toCheckReport(
  headOid: string,
  reports: readonly FileReport[],
  unread: readonly string[],
): CheckReport {
  const all = reports.flatMap(({ path, findings }) =>
    findings.map((one) => toAnnotation(path, one)),
  );
  const annotations = all.toSorted((a, b) => rank(a) - rank(b)).slice(0, mostAnnotations);
  const counts = countSeverities(reports);
  const words = severityWords(counts);
  const said = {
    conclusion: unread.length > 0 && counts.error === 0 ? "neutral" : conclusionOf(counts),
    title: `${words.charAt(0).toUpperCase()}${words.slice(1)}`,
    summary: summaryOf(reports, unread, all.length - annotations.length),
    annotations,
  } as const;
  const key = createHash("sha256").update(JSON.stringify(said)).digest("hex").slice(0, 32);
  return { headOid, key, ...said };
}

function conclusionOf({ error, warning, info }: SeverityCounts): CheckReport["conclusion"] {
  if (error > 0) return "failure";
  return warning + info > 0 ? "neutral" : "success";
}

function rank({ level }: CheckAnnotation): number {
  return ["failure", "warning", "notice"].indexOf(level);
}

function toAnnotation(path: string, finding: ReportedFinding): CheckAnnotation {
  const { line, severity, rule, message, claims } = finding;
  const details = claims.join("\n");
  const texts = { message: cut(message), details: cut(details) };
  return { path, line, level: levels[severity], title: rule, ...texts };
}

function cut(text: string): string {
  const whole = text.toWellFormed();
  return whole.length <= longestMessage
    ? whole
    : `${whole.slice(0, longestMessage).toWellFormed()}…`;
}

function summaryOf(
  reports: readonly FileReport[],
  unread: readonly string[],
  left: number,
): string {
  const lines = reports.map(
    (report) => `- ${escapeText(report.path)}: ${severityWords(countSeverities([report]))}`,
  );
  const missing = unread.map(
    (path) =>
      `- ${escapeText(path)}: not read, because it is no regular file, larger than 1 MiB, or beyond the 2 MiB that are read of one pull request`,
  );
  const more = left === 0 ? [] : ["", `${left} further findings are not shown on their lines.`];
  return [
    "The plan documents of this pull request, compared with themselves and with the plan as it is on GitHub:",
    "",
    ...[...lines, ...missing, ...more],
    "",
    "`milepost lint` tells the same on your machine, and `--fix` mends what can be mended.",
  ].join("\n");
}
