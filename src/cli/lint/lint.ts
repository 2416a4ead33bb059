/** `milepost lint`: what plan documents say against themselves and, where a repository is named, against GitHub. */
import { readFile, writeFile } from "node:fs/promises";
import type { Plan } from "../../domain/plan.ts";
import { fixDocument } from "../../lint/fix-document.ts";
import { type FormatName, formats, isFormatName } from "../../lint/formats/format.ts";
import { lintDocument, type ReportedFinding } from "../../lint/lint-document.ts";
import { rules } from "../../lint/rules/registry.ts";
import { decodeText, encodeText } from "../../markdown/bytes.ts";
import { accessGithub, parseRepository } from "../github-access.ts";
import { InputError } from "../input-error.ts";
import { findDocuments } from "./find-documents.ts";
import { readPlan } from "./read-plan.ts";

export interface LintOptions {
  /** OWNER/REPO; without it GitHub is not asked. */
  readonly repository?: string;
  readonly format?: string;
  readonly fix?: boolean;
}

/** Whether no error was found. Throws InputErrors, and what reading GitHub throws. */
export async function lint(
  files: readonly string[],
  { repository, format = "text", fix = false }: LintOptions,
  print: (line: string) => void,
): Promise<boolean> {
  const name = checkFormat(format);
  const paths = files.length > 0 ? files : await findDocuments(".");
  const plan = repository === undefined ? null : await readPlanOf(repository);
  const findings: ReportedFinding[] = [];
  for (const path of paths) findings.push(...(await lintFile(path, plan, fix)));
  const text = formats[name](findings);
  if (text !== "") print(text);
  return findings.every(({ severity }) => severity !== "error");
}

function checkFormat(format: string): FormatName {
  if (isFormatName(format)) return format;
  throw new InputError(`--format takes ${Object.keys(formats).join(", ")}, not "${format}".`);
}

function readPlanOf(repository: string): Promise<Plan> {
  return readPlan(parseRepository(repository), accessGithub(process.env));
}

async function lintFile(
  path: string,
  plan: Plan | null,
  fix: boolean,
): Promise<readonly ReportedFinding[]> {
  const text = decodeText(await read(path));
  const fixed = fix ? fixDocument({ path, text, plan }, rules).text : text;
  if (fixed !== text) await writeFile(path, encodeText(fixed));
  return lintDocument({ path, text: fixed, plan }, rules);
}

async function read(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new InputError(`${path} can't be read: ${(error as Error).message}`);
  }
}
