/** All blocks, in the order in which help and docs list them. A new block is a file and a line here. */
import type { Block } from "./block.ts";
import { blocked } from "./blocks/blocked.ts";
import { breakdown } from "./blocks/breakdown.ts";
import { chain } from "./blocks/chain.ts";
import { changelog } from "./blocks/changelog.ts";
import { complete } from "./blocks/complete.ts";
import { count } from "./blocks/count.ts";
import { duplicates } from "./blocks/duplicates.ts";
import { graph } from "./blocks/graph.ts";
import { labelReference } from "./blocks/label-reference.ts";
import { milestoneSections } from "./blocks/milestone-sections.ts";
import { milestonesTable } from "./blocks/milestones-table.ts";
import { moved } from "./blocks/moved.ts";
import { nav } from "./blocks/nav.ts";
import { nextSteps } from "./blocks/next-steps.ts";
import { progressTable } from "./blocks/progress-table.ts";
import { ready } from "./blocks/ready.ts";
import { remaining } from "./blocks/remaining.ts";
import { riskFlags } from "./blocks/risk-flags.ts";
import { sequence } from "./blocks/sequence.ts";
import { statusLine } from "./blocks/status-line.ts";
import { timeline } from "./blocks/timeline.ts";
import { toc } from "./blocks/toc.ts";
import { totals } from "./blocks/totals.ts";

export const blocks: readonly Block[] = [
  statusLine,
  totals,
  breakdown,
  chain,
  graph,
  sequence,
  ready,
  blocked,
  remaining,
  complete,
  moved,
  duplicates,
  riskFlags,
  progressTable,
  milestonesTable,
  milestoneSections,
  timeline,
  nextSteps,
  changelog,
  labelReference,
  toc,
  nav,
  count,
];

export function findBlock(name: string): Block | undefined {
  return blocks.find((block) => block.name === name);
}
