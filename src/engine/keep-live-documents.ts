/**
 * Live documents, before their regions are rendered: a region may list headings, and a heading may hold a
 * count. Pure.
 */
import type { Config } from "../config/config.ts";
import type { Plan } from "../domain/plan.ts";
import type { Finding } from "../domain/project.ts";
import { keepDocumentTrue } from "../live/live-document.ts";
import type { LiveFinding } from "../live/live-edit.ts";
import type { SourceFile } from "./read-sources.ts";

interface KeptDocuments {
  /** All files, the live documents as they should be outside of regions. */
  readonly files: ReadonlyMap<string, SourceFile>;
  readonly findings: readonly Finding[];
}

export function keepLiveDocuments(
  plan: Plan,
  { documents }: Config,
  files: ReadonlyMap<string, SourceFile>,
): KeptDocuments {
  const kept = new Map(files);
  const findings: Finding[] = [];
  for (const { path, live, titles, milestone = null } of documents) {
    const file = files.get(path);
    if (live !== true || file?.kind !== "file") continue;
    const result = keepDocumentTrue(file.bytes, plan, milestone, titles);
    kept.set(path, { kind: "file", bytes: result.document });
    findings.push(...result.findings.map((finding) => unclear(path, finding)));
  }
  return { files: kept, findings };
}

function unclear(path: string, { line, message, issues = [] }: LiveFinding): Finding {
  return {
    rule: "live-unclear",
    severity: "info",
    issues,
    milestone: null,
    message: `${path}, line ${line}: ${message}`,
  };
}
