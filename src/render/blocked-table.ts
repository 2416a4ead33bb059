/** The table of what is blocked, by what, and who can free it. Issues with the same blockers share a row. */
import type { Plan, PlannedItem, PlannedMilestone } from "../domain/plan.ts";
import type { IssueReference } from "../domain/reference.ts";
import { renderTable } from "../markdown/table.ts";
import { rangeText } from "./count-text.ts";
import type { Links } from "./links.ts";
import { shortMilestoneName } from "./milestone-needs.ts";
import {
  assigneesText,
  findItem,
  firstOf,
  limited,
  milestoneTitle,
  named,
  shortNameOf,
} from "./names.ts";
import { onHoldText } from "./on-hold-text.ts";
import type { ItemRoots, Roots } from "./roots.ts";

export interface BlockedTable {
  readonly plan: Plan;
  readonly links: Links;
  readonly roots: ItemRoots;
  readonly milestoneRoots: (milestone: PlannedMilestone) => Roots;
  /** At most this many rows. */
  readonly rows: number;
  /** At most this many issues in each cell. */
  readonly limit: number;
}

export type BlockedRow = readonly [waiting: string, blockers: string, who: string];

export interface BlockedRows {
  readonly rows: readonly BlockedRow[];
  /** Blocked issues that no row speaks of. */
  readonly hidden: number;
}

/** Rows for the blocked issues of a milestone, in the order in which they can be freed. */
export function blockedRows(table: BlockedTable, milestone: PlannedMilestone): BlockedRows {
  const depths = depthsOf(milestone);
  const blocked = milestone.blocked.flatMap((number) => table.plan.items.get(number) ?? []);
  const groups = [...Map.groupBy(blocked, blockersOf).values()];
  groups.sort((a, b) => depthOfGroup(a, depths) - depthOfGroup(b, depths));
  return {
    rows: groups.slice(0, table.rows).map((group) => blockedRow(table, group)),
    hidden: groups.slice(table.rows).flat().length,
  };
}

/** The row of a milestone that waits for others. */
export function milestoneRow(table: BlockedTable, milestone: PlannedMilestone): BlockedRow {
  const { plan, links, limit } = table;
  const { count, needs } = milestone;
  const waiting = `**${milestoneTitle(milestone)}**, ${rangeText(count.done)} of ${rangeText(count.total)}`;
  const names = needs.milestones.map((number) => shortMilestoneName(plan, number));
  const direct = [...links.list(needs.named, limit), ...limited(names, limit)].join(", ");
  const further = links.list(behindNamed(needs), limit).join(", ");
  const blockers = further === "" ? direct : `${direct}, behind ${further}`;
  return [waiting, blockers, whoFrees(table, table.milestoneRoots(milestone))];
}

/** What the named issues wait for; a milestone that is waited for has a row of its own. */
function behindNamed(needs: PlannedMilestone["needs"]): readonly IssueReference[] {
  if (needs.milestones.length > 0) return [];
  const named = new Set(needs.named);
  return needs.transitive.filter((reference) => !named.has(reference));
}

export function renderBlockedTable(rows: readonly BlockedRow[]): string {
  const header = ["Blocked", "Waits for", "Who can free it"].map((text) => ({ text }));
  return renderTable(header, rows).trimEnd();
}

function blockedRow(table: BlockedTable, group: readonly PlannedItem[]): BlockedRow {
  const { plan, links, limit } = table;
  const [first] = group;
  const blockers = first?.openBlockers ?? [];
  const waiting = firstOf(group, limit, ({ number }) =>
    named(links.ref(number), shortNameOf(plan, number)),
  ).join("<br>");
  const roots = table.roots.get(first?.number ?? 0) ?? { issues: [], isBehindCycle: false };
  const hidden = first?.hiddenBlockers ? ["an issue out of sight"] : [];
  const waitsFor = [...links.list(blockers, limit), ...hidden].join(", ");
  return [waiting, waitsFor, whoFrees(table, roots)];
}

/** What makes two issues share a row. */
function blockersOf(item: PlannedItem): string {
  return `${item.openBlockers.join(" ")} ${item.hiddenBlockers > 0}`;
}

/** Whose issues stand at the root: "#408 (octocat), #12 (hubot)". */
function whoFrees({ plan, links }: BlockedTable, roots: Roots): string {
  const cycle = roots.isBehindCycle ? ["nobody: a cycle"] : [];
  const byPerson = Map.groupBy(roots.issues.slice(0, rootsShown), (root) => holderOf(plan, root));
  const words = [...byPerson].map(([who, issues]) => `${links.list(issues).join(", ")} (${who})`);
  const more = roots.issues.length > rootsShown ? ["and others"] : [];
  return [...cycle, ...words, ...more].join(", ") || "whoever may see it";
}

const rootsShown = 3;

function holderOf(plan: Plan, root: IssueReference): string {
  const item = findItem(plan, root);
  const who = item ? assigneesText(item.assignees) : "another repository";
  return item?.state === "on-hold" ? `${who}, ${onHoldText(item)}` : who;
}

function depthsOf(milestone: PlannedMilestone): ReadonlyMap<IssueReference, number> {
  return new Map(
    milestone.sequence.flatMap((level, depth) =>
      level.members.map((member) => [member, depth] as const),
    ),
  );
}

function depthOfGroup(
  group: readonly PlannedItem[],
  depths: ReadonlyMap<IssueReference, number>,
): number {
  return group.reduce(
    (least, item) => Math.min(least, depths.get(item.number) ?? 0),
    Number.POSITIVE_INFINITY,
  );
}
