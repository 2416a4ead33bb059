/** `milepost lint`: what in plan documents contradicts GitHub or itself; with `--fix`, mended where it can be. */
import { writeFile } from "node:fs/promises";
import type { Plan } from "../../domain/plan.ts";
import { fixDocument } from "../../lint/fix-document.ts";
import { formats, isFormatName } from "../../lint/formats/registry.ts";
import { type FileReport, lintDocument } from "../../lint/lint-document.ts";
import { countSeverities } from "../../lint/severity-counts.ts";
import { encodeText } from "../../markdown/bytes.ts";
import { accessGithub, parseRepository } from "../github-access.ts";
import { InputError } from "../input-error.ts";
import { type FoundDocument, findDocuments, resolve } from "./find-documents.ts";
import { readPlan } from "./read-plan.ts";

export interface LintOptions {
  /** OWNER/REPO; the documents are checked against themselves alone without it. */
  readonly repository?: string;
  readonly format?: string;
  readonly fix?: boolean;
}

export interface LintSurroundings {
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The report, as it is. */
  readonly write: (text: string) => void;
  /** What is said beside the report, a line each. */
  readonly say: (line: string) => void;
}

/** Returns whether there are no errors. Throws InputErrors. */
export async function lint(
  files: readonly string[],
  { repository, format = "text", fix = false }: LintOptions,
  { root, env, write, say }: LintSurroundings,
): Promise<boolean> {
  if (!isFormatName(format)) {
    const names = Object.keys(formats).join(", ");
    throw new InputError(`--format takes one of ${names}, not "${format}".`);
  }
  const documents = await findDocuments(root, files);
  const plan =
    repository === undefined
      ? null
      : await readPlan(parseRepository(repository), accessGithub(env), say);
  const reports: FileReport[] = [];
  for (const document of documents) {
    reports.push(fix ? await fixFile(root, document, plan, say) : lintDocument(document, plan));
  }
  write(formats[format](reports));
  return countSeverities(reports).error === 0;
}

async function fixFile(
  root: string,
  document: FoundDocument,
  plan: Plan | null,
  say: (line: string) => void,
): Promise<FileReport> {
  const { text, fixed, notes, report } = fixDocument(document, plan);
  if (text === document.text) return report;
  await writeFile(resolve(root, document.path), encodeText(text));
  say(`${document.path}: ${fixed} ${fixed === 1 ? "finding" : "findings"} fixed.`);
  for (const note of notes) say(`${document.path}: ${note}`);
  return report;
}
