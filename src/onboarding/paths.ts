/** Where starting documents go: names that a file system and a web address take. */
import type { PlannedMilestone } from "../domain/plan.ts";

export const roadmapPath = "docs/ROADMAP.md";
export const statusBoardPath = "docs/STATUS.md";

const longestName = 40;

/** "M2 Data Foundations" → docs/m2-data-foundations-plan.md; by number where a title has no such letters. */
export function milestonePlanPath({
  title,
  number,
}: Pick<PlannedMilestone, "title" | "number">): string {
  const plain = title.normalize("NFKD").replace(/\p{Mark}/gu, "");
  const words = plain.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  const name = words.slice(0, longestName).replace(/^-|-$/g, "") || `milestone-${number}`;
  return `docs/${name}-plan.md`;
}
