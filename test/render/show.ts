/** Renders one block as a reader sees it in the source, without the definitions of its links. */
import type { Plan } from "../../src/domain/plan.ts";
import { parseOptions } from "../../src/render/block-options.ts";
import { createLinks } from "../../src/render/links.ts";
import { selectMilestones } from "../../src/render/region-milestones.ts";
import { findBlock } from "../../src/render/registry.ts";
import { STAMP } from "../../src/render/stamp.ts";
import { today } from "./plan-builder.ts";

export interface Shown {
  readonly text: string;
  readonly definitions: string;
}

export function renderBlock(
  name: string,
  plan: Plan,
  options: Readonly<Record<string, string>> = {},
): Shown {
  const block = findBlock(name);
  if (!block) throw new Error(`No block ${name}`);
  const { values, problems } = parseOptions(block, new Map(Object.entries(options)), plan);
  if (problems.length > 0) throw new Error(problems[0]?.message);
  const wanted = options.milestone ?? null;
  const milestones = selectMilestones(plan, wanted, block.speaksOfAll).milestones ?? [];
  const links = createLinks("document", plan);
  const document = { path: "docs/plan.md", listed: [], headings: [] };
  const text = block.render({ plan, milestones, options: values, links, document });
  return { text: text.replaceAll(STAMP, today), definitions: links.definitions() };
}

/** The text as it reads once links are links: "[#12]" is "#12". */
export function asRead(text: string): string {
  return text.replace(/\[((?:[\w./\\-]+)?#\d+)\]/g, "$1");
}

export function show(
  name: string,
  plan: Plan,
  options: Readonly<Record<string, string>> = {},
): string {
  return asRead(renderBlock(name, plan, options).text);
}
