/**
 * What the plan documents and the plan export should say. Pure: files in, files that differ and
 * findings out.
 */

import type { Config } from "../config/config.ts";
import type { Day } from "../domain/calendar.ts";
import { withFindings } from "../domain/findings.ts";
import type { Plan } from "../domain/plan.ts";
import type { Finding } from "../domain/project.ts";
import { findHeadings } from "../markdown/headings.ts";
import type { ListedDocument } from "../render/block.ts";
import { type PlanDocumentInput, renderPlanDocument } from "../render/plan-document.ts";
import { isPlanExport, renderPlanExport } from "../render/plan-export.ts";
import type { FileChange } from "./change.ts";
import { keepLiveDocuments } from "./keep-live-documents.ts";
import type { SourceFile } from "./read-sources.ts";

export interface DocumentDecision {
  readonly files: readonly FileChange[];
  /** The plan with what is wrong with documents added: all surfaces are rendered from this one. */
  readonly plan: Plan;
}

export function decideDocuments(
  plan: Plan,
  config: Config,
  files: ReadonlyMap<string, SourceFile>,
  today: Day,
): DocumentDecision {
  const kept = keepLiveDocuments(plan, config, files);
  const documents = listDocuments(config, kept.files);
  const rendered = config.documents.map(({ path, milestone, live, pattern }) => {
    const file = kept.files.get(path) ?? { kind: "missing" };
    if (file.kind !== "file") return { files: [], findings: [absent(path, file.kind)] };
    const wish = { plan, milestone: milestone ?? null, today, documents };
    const { bytes, findings } = renderOne(
      path,
      file.bytes,
      wish,
      live !== true && pattern === undefined,
    );
    return { files: changeOf(path, bytes, files.get(path)), findings };
  });
  const full = withFindings(plan, [
    ...kept.findings,
    ...rendered.flatMap((one) => one.findings),
    ...exportFindings(config, files),
  ]);
  const changes = rendered.flatMap((one) => one.files);
  return { plan: full, files: [...changes, ...exportChange(full, config, files)] };
}

/** The documents that there are. */
function listDocuments(
  config: Config,
  files: ReadonlyMap<string, SourceFile>,
): readonly ListedDocument[] {
  const paths = [...new Set(config.documents.map(({ path }) => path))];
  return paths.flatMap((path): ListedDocument[] => {
    const file = files.get(path);
    return file?.kind === "file" ? [listed(path, file.bytes)] : [];
  });
}

/** By the first heading that is a person's own, which costs a look at the whole text: few ever ask for it. */
function listed(path: string, bytes: Uint8Array): ListedDocument {
  let found: string | null | undefined;
  return {
    path,
    get title() {
      if (found === undefined) found = ownHeading(bytes);
      return found;
    },
  };
}

function ownHeading(bytes: Uint8Array): string | null {
  return findHeadings(bytes).find(({ region }) => region === null)?.text ?? null;
}

/** A live document may do without a region; so may one that a pattern found, not a person named. */
function renderOne(
  path: string,
  bytes: Uint8Array,
  wanted: Omit<PlanDocumentInput, "path" | "document">,
  needsRegion: boolean,
): { bytes: Uint8Array; findings: readonly Finding[] } {
  const { document, findings } = renderPlanDocument({ path, document: bytes, ...wanted });
  const said = needsRegion
    ? findings
    : findings.filter(({ rule }) => rule !== "document-without-region");
  return { bytes: document, findings: said };
}

function changeOf(
  path: string,
  wanted: Uint8Array,
  present: SourceFile | undefined,
): readonly FileChange[] {
  const isEqual = present?.kind === "file" && sameBytes(wanted, present.bytes);
  return isEqual ? [] : [{ path, bytes: wanted }];
}

/** Written only where there is nothing yet, or an export already. */
function exportChange(
  plan: Plan,
  { json }: Config,
  files: ReadonlyMap<string, SourceFile>,
): readonly FileChange[] {
  if (json === undefined || !mayWriteExport(files.get(json))) return [];
  const wanted = new TextEncoder().encode(renderPlanExport(plan));
  const present = files.get(json);
  const isEqual = present?.kind === "file" && sameBytes(present.bytes, wanted);
  return isEqual ? [] : [{ path: json, bytes: wanted }];
}

function exportFindings(
  { json }: Config,
  files: ReadonlyMap<string, SourceFile>,
): readonly Finding[] {
  if (json === undefined || mayWriteExport(files.get(json))) return [];
  return [
    {
      rule: "export-refused",
      severity: "error",
      issues: [],
      milestone: null,
      message: `${json} already holds something that is no plan export, so it was left alone. Give "json:" in .github/milepost.yml another path, or delete the file.`,
    },
  ];
}

function mayWriteExport(file: SourceFile | undefined): boolean {
  if (!file || file.kind === "missing") return true;
  return file.kind === "file" && isPlanExport(new TextDecoder().decode(file.bytes));
}

const absence = {
  missing: `there is no such file on the default branch. Add it, or take it out of "documents:"`,
  other: "it is a symbolic link, a folder or a submodule. Name the file itself",
  "too-large": "it is larger than 1 MiB, so it was left alone. Shorten it, or split it",
} as const;

function absent(path: string, kind: keyof typeof absence): Finding {
  return {
    rule: "document-missing",
    severity: "warning",
    issues: [],
    milestone: null,
    message: `.github/milepost.yml lists ${path} as a plan document, but ${absence[kind]}.`,
  };
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.byteLength === b.byteLength && a.every((byte, index) => byte === b[index]);
}
