/** A chain in one line, with what was asked about in bold: "#408 → (#404-407) → **#410** → #409". */
import type { Level } from "../../domain/plan.ts";
import type { Links } from "../../render/links.ts";

const stepsShown = 6;
const membersShown = 8;

export interface ChainParts {
  readonly before: readonly Level[];
  /** Markdown. */
  readonly here: string;
  readonly behind: readonly Level[];
}

/** Empty where nothing is linked. Of many steps the outermost and the nearest are shown. */
export function chainLine({ before, here, behind }: ChainParts, links: Links): string {
  if (before.length + behind.length === 0) return "";
  const step = (level: Level) => stepText(level, links);
  return [...leadingTo(before, step), `**${here}**`, ...following(behind, step)].join(" → ");
}

function leadingTo(levels: readonly Level[], step: (level: Level) => string): readonly string[] {
  if (levels.length <= stepsShown) return levels.map(step);
  const [first, ...rest] = levels;
  const near = rest.slice(1 - stepsShown);
  const hidden = `… ${rest.length - near.length} more …`;
  return [...(first ? [step(first)] : []), hidden, ...near.map(step)];
}

function following(levels: readonly Level[], step: (level: Level) => string): readonly string[] {
  const near = levels.slice(0, stepsShown).map(step);
  const rest = levels.length - near.length;
  return rest > 0 ? [...near, `… ${rest} more`] : near;
}

function stepText({ members }: Level, links: Links): string {
  const words = links.list(members, membersShown).join(", ");
  return members.length > 1 ? `(${words})` : words;
}
