/**
 * A plan that somebody brings: a spec, or a document. A document has no issues of its own, so it is put
 * beside those of the first example, and its regions are filled from them.
 */
import type { BroughtFile } from "../../../sandbox/web/exhibit.ts";
import { findRegions } from "../../markdown/regions.ts";
import { blocks } from "../../render/registry.ts";
import { InputError } from "../input-error.ts";
import { parseSpec } from "../spec/parse-spec.ts";
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

async function documentPlan({ name, text }: BroughtFile): Promise<OwnPlan> {
  const { spec } = await readExample("m2-data-foundations");
  const path = `docs/${fileName(name)}`;
  const bytes = new TextEncoder().encode(text);
  const settings = `documents:\n  - path: ${JSON.stringify(path)}\n`;
  return {
    title: "Your document",
    spec: { ...spec, project: "your-document" },
    files: {
      [path]: bytes,
      ".github/milepost.yml": new TextEncoder().encode(settings),
    },
    ...{ events: [], hints: [], path: `blob/main/${path}` },
    remarks: remarksOn(bytes),
  };
}

function remarksOn(document: Uint8Array): readonly string[] {
  const { regions, problems } = findRegions(document);
  const beside = "Its issues here are those of the M2 example.";
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
