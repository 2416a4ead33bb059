// What a count counts: the milestone, one of its groups, or the issues that stand under it.

import type { CountClaim, Item } from "../claims/document-claims.ts";
import { milestoneKey } from "../domain/milestone-name.ts";
import type { Plan, PlannedItem, PlannedMilestone } from "../domain/plan.ts";
import { itemsOf } from "./issue-states.ts";
import { headingMilestone, type PlacedSection } from "./outline.ts";
import { type Tally, tallyItems, tallyMilestone, tallyOf } from "./tally.ts";

export type Scope =
  | { readonly kind: "found"; readonly tally: Tally }
  | { readonly kind: "unclear"; readonly why: string }
  /** No count of issues. */
  | { readonly kind: "none" };

export interface CountQuestion {
  readonly claim: CountClaim;
  /** The words before it in its line, without Markdown. */
  readonly label: string;
  readonly placed: PlacedSection;
  readonly plan: Plan;
}

const none: Scope = { kind: "none" };
const elsewhere = /\b(?:moved|deferred|postponed)\b/i;
const wholeWords =
  /^(?:github )?(?:(?:overall|total|current|remaining|open|completed?) ?|(?:status|progress|completion|milestone|scope|issues|items|[a-z]{1,3}\d+) ?)+$/i;

export function findScope(question: CountQuestion): Scope {
  const { claim, label, placed } = question;
  const isNamed = isHead(question) && headingMilestone(placed.section, question.plan) !== null;
  if (isNamed || isWhole(label)) return wholeScope(question);
  if (placed.path.some(({ target }) => target !== null)) return none;
  if (elsewhere.test(claim.remainder ?? "")) return none;
  if (claim.done !== null && /^(?:ready|open|blocked)$/i.test(claim.unit ?? "")) {
    return unclear(
      `"${claim.unit}" may count what is closed or what is not: say "done" or "closed"`,
    );
  }
  const group = groupNamed(label, placed.milestone);
  const listed = listedUnder(question);
  if (listed.length === 0 || (group && !isHead(question))) return group ?? none;
  return claim.done === null ? openScope(question, listed) : listScope(question, listed);
}

/** The words of a lead-in that speaks of a milestone as a whole. */
export function isWhole(label: string): boolean {
  return wholeWords.test(label.trim());
}

/** A label such as "Status" or "Remaining M2 scope" speaks of the whole milestone. */
function wholeScope(question: CountQuestion): Scope {
  const { claim, label, placed, plan } = question;
  const { milestone } = placed;
  if (!milestone) {
    return unclear(
      'no milestone is named that it could count: give the document a "milestone:" in .github/milepost.yml',
    );
  }
  const tally = tallyMilestone(milestone, claim.unit);
  if (!tally) return none;
  const part = partAround(question);
  if (part !== null && claim.total !== tally.total) {
    return unclear(
      `"${label.trim()}" under "${part}" may speak of that part, or of "${milestone.title}", which has ${tally.total}: name the milestone in the line`,
    );
  }
  if (!isOpenCount(question)) return { kind: "found", tally };
  const items = itemsIn(listedUnder(question).filter(isSure), plan) ?? [];
  const open = openIn(items, milestone);
  const isElsewhere = items.every((item) => item.milestone !== milestone.number);
  const misses = milestone.remaining.length - open.length;
  if (items.length > 0 && (isElsewhere || misses !== 0)) {
    return unclear(
      `"${label.trim()}" speaks of "${milestone.title}", where ${milestone.remaining.length} are open, and the list under it holds ${open.length} of them: correct the list`,
    );
  }
  return { kind: "found", tally: { ...tally, done: tally.total - milestone.remaining.length } };
}

/** The heading that a bare "Progress" or "Status" stands under, where it names neither a milestone nor the whole. */
function partAround({ label, placed: { path, milestone } }: CountQuestion): string | null {
  if (!/^(?:status|progress|completion)$/i.test(label.trim())) return null;
  const heading = path.findLast(({ level }) => level > 0);
  if (!heading || heading.level === 1 || isWhole(heading.title)) return null;
  const names = milestone ? [milestone.title, milestoneKey(milestone.title)] : [];
  const title = heading.title.toLowerCase();
  return names.some((name) => name && title.startsWith(name.toLowerCase())) ? null : heading.title;
}

export function isOpenCount({ label, placed }: CountQuestion): boolean {
  const titles = placed.path.map(({ title }) => title);
  return [label, ...titles].some((words) => /^\W*(?:remaining|open)\b/i.test(words));
}

/** "(7 issues)" in a list of what remains says how many of it are open; elsewhere it is the list's length. */
function openScope(question: CountQuestion, listed: readonly Item[]): Scope {
  const items = isOpenCount(question) ? itemsIn(listed, question.plan) : null;
  if (!items || !listed.every(isSure)) return none;
  const open = openIn(items, question.placed.milestone).length;
  const total = items.length;
  return { kind: "found", tally: { done: total - open, total, percent: null } };
}

function openIn(
  items: readonly PlannedItem[],
  milestone: PlannedMilestone | null,
): readonly number[] {
  return items
    .filter((item) => item.resolution === null)
    .filter((item) => milestone === null || item.milestone === milestone.number)
    .map(({ number }) => number);
}

/** A heading or lead-in counts all that it stands over; another line what is in it. */
function listedUnder(question: CountQuestion): readonly Item[] {
  const { claim, placed } = question;
  const { section } = placed;
  if (!isHead(question))
    return section.items.filter(({ place }) => place.line === claim.place.line);
  const items: Item[] = [];
  const open = [section];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    const { level, place } = one;
    items.push(...one.items.filter((item) => level === 0 || item.place.line !== place.line));
    open.push(...one.sections.filter(({ target }) => target === null));
  }
  return items;
}

/** Beside an entry that is named by its title, others may be that no issue is known by: a list may hold more. */
function isSure({ references }: Item): boolean {
  return references.every(({ kind }) => kind !== "title");
}

function isHead({ claim, placed }: CountQuestion): boolean {
  return claim.place.line === placed.section.place.line;
}

function itemsIn(listed: readonly Item[], plan: Plan): readonly PlannedItem[] | null {
  const references = listed.flatMap((item) =>
    item.references.filter(({ attribute }) => attribute === null),
  );
  const items = itemsOf(references, plan);
  return items && [...new Map(items.map((item) => [item.number, item])).values()];
}

/** A total this near to the length of its list is one that somebody forgot to amend; others may mean more. */
const mostAmended = 2;

// Which of the listed issues a person leaves out of a count.
const leavesOut: readonly ((item: PlannedItem, milestone: PlannedMilestone | null) => boolean)[] = [
  ({ resolution }) => resolution === "duplicate" || resolution === "dropped",
  ({ isTracker }) => isTracker,
  ({ milestone: at }, milestone) => milestone !== null && at !== milestone.number,
];

/** The total says which of the listed issues are meant. */
function listScope(question: CountQuestion, listed: readonly Item[]): Scope {
  const { claim, label, placed, plan } = question;
  const items = itemsIn(listed, plan);
  if (!items) return unclear("an issue under it is not known here: correct or remove its number");
  const ways = [0, 1, 2, 3, 4, 5, 6, 7].map((set) =>
    tallyItems(items.filter((item) => !isLeftOut(item, placed.milestone, set))),
  );
  const fitting = ways.filter(({ total }) => total === claim.total);
  const [first] = fitting;
  if (first && fitting.every(({ done }) => done === first.done)) {
    return { kind: "found", tally: first };
  }
  const group = groupNamed(label, placed.milestone, claim.total);
  if (group) return group;
  if (!listed.every(isSure)) return none;
  const [all] = ways;
  const isPlain =
    !/[+]/.test(claim.remainder ?? "") && new Set(ways.map((w) => w.total)).size === 1;
  if (all && isPlain && Math.abs(all.total - claim.total) <= mostAmended)
    return { kind: "found", tally: all };
  const done = items.filter(({ resolution }) => resolution !== null).length;
  return unclear(
    `${items.length} issues stand under it, ${done} of them closed, and no way of leaving out epics, duplicates or other milestones gives ${claim.total}: correct the total or the list`,
  );
}

function isLeftOut(item: PlannedItem, milestone: PlannedMilestone | null, set: number): boolean {
  return leavesOut.some((rule, index) => (set & (1 << index)) !== 0 && rule(item, milestone));
}

/** The group with this very name; one that the label only holds needs the total to agree. */
function groupNamed(
  label: string,
  milestone: PlannedMilestone | null,
  total?: number,
): Scope | null {
  const words = normal(label);
  const found = (milestone?.groups ?? []).filter(({ isRest, name, count }) =>
    total === undefined
      ? !isRest && normal(name) === words
      : !isRest && words.includes(normal(name)) && count.total.low === total,
  );
  const [only] = found;
  const tally = only && found.length === 1 ? tallyOf(only.count) : null;
  return tally && { kind: "found", tally };
}

function normal(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase();
}

function unclear(why: string): Scope {
  return { kind: "unclear", why };
}
