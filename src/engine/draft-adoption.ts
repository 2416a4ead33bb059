/**
 * A hand-written plan document with regions in the place of what they say, filled by the code that keeps
 * documents. Pure: what was read goes in.
 */
import { adoptText } from "../adopt/adopt-text.ts";
import type { Left } from "../adopt/candidate.ts";
import { type Proposal, propose } from "../adopt/propose.ts";
import type { Config } from "../config/config.ts";
import type { Day } from "../domain/calendar.ts";
import type { Plan, PlannedMilestone } from "../domain/plan.ts";
import type { Finding } from "../domain/project.ts";
import { decodeText, encodeText } from "../markdown/bytes.ts";
import { findTextRegions, readTextRegion } from "../markdown/text-regions.ts";
import { findBlock } from "../render/registry.ts";
import { decideDocuments } from "./decide-documents.ts";

export interface Document {
  /** From the root of the repository. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** The one that it is about; null if it is about all. */
  readonly milestone: PlannedMilestone | null;
}

export interface ShownProposal extends Proposal {
  readonly before: string;
  /** What the region will say today; empty for a copy, which goes. */
  readonly after: string;
}

export interface Adoption {
  readonly proposals: readonly ShownProposal[];
  readonly left: readonly Left[];
  readonly bytes: Uint8Array;
  /** Of the document as it will be. */
  readonly findings: readonly Finding[];
}

export function draftAdoption(
  plan: Plan,
  config: Config,
  document: Document,
  today: Day,
): Adoption {
  const text = decodeText(document.bytes);
  const fill = (empty: string) => fillDocument(plan, config, document, empty, today);
  const render = (block: string, options: Readonly<Record<string, string>>) => {
    const region = emptyRegion(block, options);
    const readsDocument = findBlock(block)?.readsDocument === true;
    return regionTexts(fill(readsDocument ? `${text}\n\n${region}` : region).text).at(-1) ?? null;
  };
  const { milestone } = document;
  const { proposals, left } = propose(text, { plan, milestone, render });
  const filled = fill(adoptText(text, proposals));
  const lines = text.split(/\r\n|\n|\r/);
  const shown = proposals.map((one): ShownProposal => {
    const after = one.kind === "copy" ? "" : (render(one.block, one.options) ?? "");
    return { ...one, before: lines.slice(one.from, one.to).join("\n"), after };
  });
  return { proposals: shown, left, bytes: encodeText(filled.text), findings: filled.findings };
}

function emptyRegion(block: string, options: Readonly<Record<string, string>>): string {
  const words = Object.entries(options).map(([name, value]) => ` ${name}="${value}"`);
  return `<!-- milepost:${block}${words.join("")} -->\n<!-- milepost:end -->\n`;
}

function regionTexts(text: string): readonly string[] {
  return findTextRegions(text).regions.map((region) => readTextRegion(text, region));
}

function fillDocument(
  plan: Plan,
  { json: _, ...config }: Config,
  { path, milestone }: Document,
  text: string,
  today: Day,
): { text: string; findings: readonly Finding[] } {
  const named = milestone === null ? { path } : { path, milestone: milestone.number };
  const bytes = encodeText(text);
  const alone: Config = { ...config, documents: [named] };
  const files = new Map([[path, { kind: "file" as const, bytes }]]);
  const decision = decideDocuments(plan, alone, files, today);
  const known = new Set(plan.findings.map(({ message }) => message));
  return {
    text: decodeText(decision.files[0]?.bytes ?? bytes),
    findings: decision.plan.findings.filter(({ message }) => !known.has(message)),
  };
}
