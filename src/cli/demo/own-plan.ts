/**
 * A plan that somebody brings: a spec, or a document. A document becomes a repository of the issues that it
 * names, as it tells of them; one that names none is put beside those of the first example.
 */
import type { BroughtFile, Hint } from "../../../sandbox/web/exhibit.ts";
import { applyRepair, findRepair } from "../../encoding/repair.ts";
import { findRegions } from "../../markdown/regions.ts";
import { blocks } from "../../render/registry.ts";
import { InputError } from "../input-error.ts";
import { parseSpec } from "../spec/parse-spec.ts";
import { type DocumentSpec, documentSpec } from "./document-spec.ts";
import { readExample } from "./examples.ts";
import type { ExhibitInput } from "./open-exhibit.ts";

export interface OwnPlan extends ExhibitInput {
  /** The page to show first, below the repository's address. */
  readonly path: string;
  /** For the person who brought it, as sentences. */
  readonly remarks: readonly string[];
}

/** Throws an InputError that says what to mend. */
export function readOwnPlan(file: BroughtFile): Promise<OwnPlan> {
  const isSpec = /\.json$/i.test(file.name) || (file.name === "" && /^\s*\{/.test(file.text));
  return isSpec ? Promise.resolve(specPlan(file)) : documentPlan(file);
}

function specPlan({ name, text }: BroughtFile): OwnPlan {
  const { spec, warnings } = parseSpec(text, name || "The text");
  return {
    title: spec.project,
    ...{ spec, files: {}, events: [], hints: [], path: "", remarks: warnings },
  };
}

const longestDocument = 1024 * 1024;
const encoder = new TextEncoder();

async function documentPlan(file: BroughtFile): Promise<OwnPlan> {
  requireText(file.text);
  const { text, remark } = mended(file.text);
  const path = `docs/${fileName(file.name)}`;
  const made = documentSpec(text, "your-document");
  const bytes = encoder.encode(text);
  const { spec } = made ?? (await readExample("m2-data-foundations"));
  const lines = [`  - path: ${JSON.stringify(path)}`, ...(made ? liveLines(made.milestone) : [])];
  const settings = `documents:\n${lines.join("\n")}\n`;
  return {
    title: "Your document",
    spec: { ...spec, project: "your-document" },
    files: { [path]: bytes, ".github/milepost.yml": encoder.encode(settings) },
    events: [],
    brought: { path, text: file.text },
    hints: made ? hintsFor(path) : [],
    path: made ? "findings" : `blob/main/${path}`,
    remarks: [...remark, ...(made ? remarksOnMade(made) : remarksOn(bytes))],
  };
}

function liveLines(milestone: string): readonly string[] {
  return [`    milestone: ${JSON.stringify(milestone)}`, "    live: true"];
}

function hintsFor(path: string): readonly Hint[] {
  return [
    { text: "Read what in your document contradicts itself or its issues", path: "findings" },
    { text: "Close an issue, and watch its line in the document", path: `blob/main/${path}` },
    { text: "See what was changed in the document, and when", path: `commits/main/${path}` },
  ];
}

function remarksOnMade({ spec, milestone }: DocumentSpec): readonly string[] {
  const closed = spec.issues.filter(({ state }) => state === "closed").length;
  return [
    `${spec.issues.length} issues were made from what it says, ${closed} of them closed; its milestone is “${milestone}”.`,
    "From now on its marks and counts follow the issues: close one and see.",
  ];
}

/** Throws an InputError for what is no document. */
function requireText(text: string): void {
  if (text.trim() === "") {
    throw new InputError("The document is empty. Choose a Markdown file with text in it.");
  }
  if (text.includes("\0") || text.split("\ufffd").length > text.length / 100 + 1) {
    throw new InputError(
      "This is no text in UTF-8, so it can't be read as Markdown. Save it as UTF-8 text and bring it again.",
    );
  }
  if (encoder.encode(text).length > longestDocument) {
    throw new InputError("The document is longer than 1 MiB. Bring a part of it.");
  }
}

/** A text that was saved in a wrong encoding, as it was meant. */
function mended(text: string): { readonly text: string; readonly remark: readonly string[] } {
  const repair = findRepair(text);
  if (repair === null) return { text, remark: [] };
  const left = repair.left > 0 ? ` ${repair.left} could not be told and stay as they are.` : "";
  return {
    text: applyRepair(text, repair),
    remark: [
      `Its characters were broken, because it was once read as ${repair.codePage}; ${repair.pieces.length} places were mended first.${left}`,
    ],
  };
}

function remarksOn(document: Uint8Array): readonly string[] {
  const { regions, problems } = findRegions(document);
  const beside =
    "It names no issues (such as #12), so nothing could be made from it: its issues here are those of the M2 example.";
  if (problems.length > 0) {
    return [`Its markers have a fault, which the status issue names. ${beside}`];
  }
  const known = new Set(blocks.map((block) => block.name));
  const filled = regions.filter((region) => known.has(region.name)).length;
  if (filled > 0) return [`${filled} of its regions are kept from now on. ${beside}`];
  const example = "<!-- milepost:status-line --> and <!-- milepost:end -->";
  return [`It has no regions to keep yet. Put ${example} on lines of their own. ${beside}`];
}

/** A plain name that ends in ".md". */
function fileName(name: string): string {
  const stem = name
    .replace(/\.(?:md|markdown)$/i, "")
    .replace(/[^\w.-]+/g, "-")
    .replace(/^[-.]+|[-.]+$/g, "");
  if (stem.length > 100)
    throw new InputError("The file's name is too long; give it a shorter one.");
  return `${stem || "plan"}.md`;
}
