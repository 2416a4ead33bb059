/** One step of the demo as a line: what happened, the count before and after, what it cost. */
import type { Playground } from "../play/playground.ts";

export interface StepSummary {
  readonly count: string;
  readonly written: readonly string[];
  readonly reads: number;
  readonly writes: number;
  readonly milliseconds: number;
}

const names: Readonly<Record<string, string>> = {
  committed: "documents",
  "issue-created": "new status issue",
  "issue-edited": "status issue",
  "check-reported": "check of a pull request",
};

export function stepSummary(
  playground: Playground,
  mark: { calls: number; reports: number; at: number },
): StepSummary {
  const calls = playground.sandbox.calls.since(mark.calls);
  const reports = playground.reports().slice(mark.reports);
  const written = reports.flatMap((report) => report.written);
  const milestone = playground.plan()?.milestones[0];
  const { done, total, percent } = milestone?.count ?? { done: null, total: null, percent: null };
  return {
    count: `${done?.low}/${total?.low} (${percent}%)`,
    written: writtenNames(written),
    reads: calls.filter((call) => call.kind === "read").length,
    writes: calls.filter((call) => call.kind === "write").length,
    milliseconds: Math.round(performance.now() - mark.at),
  };
}

/** What was written, for people; each once. */
export function writtenNames(kinds: readonly string[]): readonly string[] {
  return [...new Set(firstOnly(kinds).map((kind) => names[kind] ?? kind))];
}

/** A new issue is edited once more, to note that it was pinned. */
function firstOnly(kinds: readonly string[]): readonly string[] {
  return kinds.includes("issue-created") ? kinds.filter((kind) => kind !== "issue-edited") : kinds;
}

export function stepLine(what: string, before: string | null, step: StepSummary): string {
  const counts = before === null ? step.count : `${before} → ${step.count}`;
  const written = step.written.length > 0 ? `wrote ${step.written.join(" + ")}` : "wrote nothing";
  const calls = `API: ${step.reads} reads, ${step.writes} writes`;
  return `${what.padEnd(24)} ${counts.padEnd(28)} ${written.padEnd(36)} ${calls}, ${step.milliseconds} ms`;
}
