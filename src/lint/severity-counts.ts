/** How many findings there are of each severity, for summaries and exit codes. */
import type { FileReport } from "./lint-document.ts";

export interface SeverityCounts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
}

export function countSeverities(reports: readonly FileReport[]): SeverityCounts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { findings } of reports) {
    for (const { severity } of findings) counts[severity] += 1;
  }
  return counts;
}

/** "2 errors, 1 warning"; "no findings" where there are none. */
export function severityWords(counts: SeverityCounts): string {
  const { error, warning, info } = counts;
  const parts = [
    [error, error === 1 ? "error" : "errors"],
    [warning, warning === 1 ? "warning" : "warnings"],
    [info, info === 1 ? "remark" : "remarks"],
  ].filter(([count]) => count !== 0);
  return parts.length === 0 ? "no findings" : parts.map((part) => part.join(" ")).join(", ");
}
