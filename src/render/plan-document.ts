/**
 * A plan document with its regions as the plan says now. Bytes outside of regions are never
 * touched; broken markers leave the whole document alone, a wrong option only its region.
 */
import type { Day } from "../domain/calendar.ts";
import { findNearest } from "../domain/nearest-word.ts";
import type { Plan } from "../domain/plan.ts";
import type { Finding } from "../domain/project.ts";
import { findHeadings, type Heading } from "../markdown/headings.ts";
import type { Region } from "../markdown/region.ts";
import { findRegions, readRegion, replaceRegions } from "../markdown/regions.ts";
import { UnstableRegionsError } from "../markdown/unstable-regions-error.ts";
import type { Block, BlockDocument, ListedDocument } from "./block.ts";
import { parseOptions } from "./block-options.ts";
import { createLinks } from "./links.ts";
import { selectMilestones } from "./region-milestones.ts";
import { blocks, findBlock } from "./registry.ts";
import { stamped } from "./stamp.ts";

export interface PlanDocumentInput {
  readonly path: string;
  readonly document: Uint8Array;
  /** What regions without a milestone of their own speak of: number, title or prefix. */
  readonly milestone: string | number | null;
  readonly plan: Plan;
  readonly today: Day;
  /** All plan documents that there are; none if left out. */
  readonly documents?: readonly ListedDocument[];
}

export interface RenderedDocument {
  /** The very same bytes where nothing changed. */
  readonly document: Uint8Array;
  readonly findings: readonly Finding[];
}

interface RegionResult {
  readonly region: Region;
  /** Null leaves the region as it stands. */
  readonly text: string | null;
  readonly findings: readonly Finding[];
}

/** Never throws for what a person can write. Findings name the path and the line. */
export function renderPlanDocument(input: PlanDocumentInput): RenderedDocument {
  const { path, document } = input;
  const { regions, problems } = findRegions(document);
  if (problems.length > 0) {
    const findings = problems.map((problem) =>
      located(path, problem.line, `region-${problem.kind}`, "error", problem.message),
    );
    return { document, findings };
  }
  if (regions.length === 0) return { document, findings: [withoutRegion(path)] };
  const results = renderRegions(input, regions);
  const changed = results.flatMap(({ region, text }): [Region, string][] =>
    text === null || text === readRegion(document, region) ? [] : [[region, text]],
  );
  const findings = results.flatMap((result) => result.findings);
  if (changed.length === 0) return { document, findings };
  return replaceSafely(input, new Map(changed), findings);
}

/** In the order of the document; those that read it come last to see all the others. */
function renderRegions(
  input: PlanDocumentInput,
  regions: readonly Region[],
): readonly RegionResult[] {
  const isLate = ({ name }: Region) => findBlock(name)?.readsDocument === true;
  const early = regions
    .filter((region) => !isLate(region))
    .map((region) => renderRegion(input, region, []));
  const late = regions.filter(isLate);
  if (late.length === 0) return early;
  const headings = findHeadings(withoutLate(input.document, early, late));
  return [...early, ...late.map((region) => renderRegion(input, region, headings))].sort(
    (a, b) => a.region.start - b.region.start,
  );
}

/** What a late region holds now must not find its way back into it. */
function withoutLate(
  document: Uint8Array,
  early: readonly RegionResult[],
  late: readonly Region[],
): Uint8Array {
  const texts = [
    ...early.flatMap(({ region, text }): [Region, string][] =>
      text === null ? [] : [[region, text]],
    ),
    ...late.map((region): [Region, string] => [region, ""]),
  ];
  try {
    return replaceRegions(document, new Map(texts));
  } catch (error) {
    if (error instanceof UnstableRegionsError) return document;
    throw error;
  }
}

/** Structure around a region can make any text dangerous for its markers: then nothing is written. */
function replaceSafely(
  { path, document }: PlanDocumentInput,
  changed: ReadonlyMap<Region, string>,
  findings: readonly Finding[],
): RenderedDocument {
  try {
    return { document: replaceRegions(document, changed), findings };
  } catch (error) {
    if (!(error instanceof UnstableRegionsError)) throw error;
    const line = Math.min(...[...changed.keys()].map((region) => region.line));
    const fragile = located(path, line, "region-fragile", "error", error.message);
    return { document, findings: [...findings, fragile] };
  }
}

function renderRegion(
  input: PlanDocumentInput,
  region: Region,
  headings: readonly Heading[],
): RegionResult {
  const { path, plan } = input;
  const fail = (rule: string, message: string): RegionResult => ({
    region,
    text: null,
    findings: [located(path, region.line, rule, "error", message)],
  });
  const block = findBlock(region.name);
  if (!block) return fail("block-unknown", unknownBlock(region.name));
  if (block.kind !== region.kind) return fail("block-misplaced", misplaced(block));
  const { values, problems } = parseOptions(block, region.options, plan);
  const wanted = region.options.get("milestone") ?? input.milestone;
  const { milestones, problem } = selectMilestones(plan, wanted, block.speaksOfAll);
  const findings = [
    ...problems.map(({ rule, message }) => located(path, region.line, rule, "error", message)),
    ...(problem
      ? [
          {
            ...located(path, region.line, problem.rule, problem.severity, problem.message),
            milestone: problem.milestone,
          },
        ]
      : []),
  ];
  if (!milestones || problems.length > 0) return { region, text: null, findings };
  const links = createLinks("document", plan);
  const document = documentOf(input, headings);
  const body = block.render({ plan, milestones, options: values, links, document });
  const definitions = links.definitions();
  const template = definitions === "" ? body : `${body}\n\n${definitions}`;
  return { region, text: withPresentDay(input, region, template), findings };
}

function documentOf(
  { path, documents = [] }: PlanDocumentInput,
  headings: readonly Heading[],
): BlockDocument {
  return { path, listed: documents, headings };
}

function withPresentDay(input: PlanDocumentInput, region: Region, template: string): string {
  const ended = region.kind === "block" ? `${template}\n` : template;
  return stamped(ended, readRegion(input.document, region), input.today);
}

function unknownBlock(name: string): string {
  const near = findNearest(
    name,
    blocks.map((block) => block.name),
  );
  const all = blocks.map((block) => block.name).join(", ");
  const advice = near ? `Did you mean "${near}"?` : `Use one of: ${all}.`;
  return `there is no block "${name}". ${advice}`;
}

function misplaced(block: Block): string {
  return block.kind === "inline"
    ? `"${block.name}" belongs within a line of text: put both markers into one line.`
    : `"${block.name}" needs lines of its own: put each marker alone on a line.`;
}

function withoutRegion(path: string): Finding {
  return {
    rule: "document-without-region",
    severity: "info",
    issues: [],
    milestone: null,
    message: `${path}: there is no region for Milepost to write. Add two lines where the plan should stand, <!-- milepost:status-line --> and <!-- milepost:end -->.`,
  };
}

function located(
  path: string,
  line: number,
  rule: string,
  severity: Finding["severity"],
  message: string,
): Finding {
  return {
    rule,
    severity,
    issues: [],
    milestone: null,
    message: `${path}, line ${line}: ${message}`,
  };
}
