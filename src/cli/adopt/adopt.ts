/**
 * `milepost adopt FILE`: proposes regions for what a hand-written plan document says and a block would say. It
 * writes nothing on GitHub, and the file only when told to.
 */
import { readFile, writeFile } from "node:fs/promises";
import { relative, resolve, sep } from "node:path";
import { configPath } from "../../config/settings-file.ts";
import { type Adoption, type Document, draftAdoption } from "../../engine/draft-adoption.ts";
import type { RepositoryAddress } from "../../engine/ports.ts";
import { decodeText } from "../../markdown/bytes.ts";
import type { GithubAccess } from "../github-access.ts";
import { InputError } from "../input-error.ts";
import { unifiedDiff } from "../unified-diff.ts";
import { milestoneOf, readRepositoryPlan } from "./repository-plan.ts";
import { settingsLines } from "./settings-lines.ts";
import { adoptionText } from "./show-adoption.ts";

export interface AdoptOptions {
  /** Number, title or prefix. */
  readonly milestone?: string | undefined;
  readonly write: boolean;
  readonly print: (line: string) => void;
}

/** Throws an InputError for what a person can mend, and what reading throws. */
export async function adopt(
  file: string,
  address: RepositoryAddress,
  access: Pick<GithubAccess, "reader">,
  { milestone, write, print }: AdoptOptions,
): Promise<void> {
  const bytes = await readDocument(file);
  const { sources, plan, today } = await readRepositoryPlan(address, access);
  const document = { path: pathOf(file), bytes, milestone: milestoneOf(plan, milestone) };
  const adoption = draftAdoption(plan, sources.config, document, today);
  printAdoption(adoption, document, print);
  if (adoption.proposals.length === 0) return;
  if (write) await writeFile(file, adoption.bytes);
  print(write ? writtenText(document) : notWrittenText);
}

const notWrittenText = "Nothing was written. Run it again with --write to write the file.";

async function readDocument(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(`${file} cannot be read: ${reason}. Name a Markdown file.`);
  }
}

/** As the settings name it, where the command runs at the top of the checkout. */
export function pathOf(file: string): string {
  const path = relative(process.cwd(), resolve(file)).split(sep).join("/");
  return path.startsWith("../") ? file : path;
}

function printAdoption(
  adoption: Adoption,
  { path, bytes, milestone }: Document,
  print: AdoptOptions["print"],
): void {
  const about = milestone === null ? "all milestones" : milestone.title;
  print(`${path}, read as a document about ${about}.`);
  if (milestone === null) print("If it is about one, name it with --milestone.");
  const text = adoptionText(adoption);
  print(text === "" ? "\nNothing in it is what a block would say.\n" : `\n${text}\n`);
  for (const { message } of adoption.findings) print(`Look at this: ${message}`);
  const difference = unifiedDiff(path, decodeText(bytes), decodeText(adoption.bytes));
  if (difference !== "") print(`${difference}\n`);
}

function writtenText({ path, milestone }: Document): string {
  const lines = [
    `Wrote ${path}. Read it, commit it, and name it in ${configPath}, with its path from the repository's root:`,
    "",
    settingsLines({ path, milestone }),
    "",
    "With `live: true` below it, boxes, marks and counts outside of regions are kept true, too.",
  ];
  return lines.join("\n");
}
