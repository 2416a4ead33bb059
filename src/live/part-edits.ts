// "11 issues (7 core path + 2 infrastructure + 2 trackers)": the parts follow when what is open changes, as far
// as the document or GitHub says what they are. One part may be unknown, which takes the rest.

import type { Item, Section } from "../claims/document-claims.ts";
import type { Plan, PlannedMilestone } from "../domain/plan.ts";
import { itemsOf } from "./issue-states.ts";
import type { LiveEdit } from "./live-edit.ts";

export interface PartQuestion {
  readonly text: string;
  /** Of the whole's figure. */
  readonly end: number;
  readonly line: number;
  /** As it is stated, and as it is. */
  readonly stated: number;
  readonly open: number;
  readonly root: Section;
  readonly milestone: PlannedMilestone | null;
  readonly plan: Plan;
}

interface Part {
  readonly start: number;
  readonly digits: string;
  readonly words: string;
}

/** Null where the parts do not add up, and nobody can tell how they should. */
export function partEdits(question: PartQuestion): readonly LiveEdit[] | null {
  const parts = partsBehind(question);
  const stated = sum(parts.map(({ digits }) => Number(digits)));
  if (parts.length === 0 || stated === question.open) return [];
  const known = parts.map(({ words }) => openIn(words, question));
  const unknown = known.filter((one) => one === null).length;
  const left = question.open - sum(known.map((one) => one ?? 0));
  const takesRest = unknown === 1 && left >= 0 && stated === question.stated;
  if (!takesRest && (unknown > 0 || left !== 0)) return null;
  return parts.flatMap(({ start, digits }, index): LiveEdit[] => {
    const wanted = String(known[index] ?? left);
    const end = start + digits.length;
    return wanted === digits ? [] : [{ start, end, line: question.line, text: wanted }];
  });
}

const brackets = /^[^()\r\n]{0,30}\((\d+ [^()+\r\n]+(?:\+ \d+ [^()+\r\n]+)+)\)/d;

function partsBehind({ text, end }: PartQuestion): readonly Part[] {
  const match = brackets.exec(text.slice(end, end + 200));
  const from = end + (match?.indices?.[1]?.[0] ?? 0);
  return Array.from(
    (match?.[1] ?? "").matchAll(/(\d+) ([^+]+)/g),
    ({ index, 1: digits = "", 2: words = "" }) => ({ start: from + index, digits, words }),
  );
}

/** By the parts of the document and the group of that name; null where there is none, or where they differ. */
function openIn(words: string, { root, milestone, plan }: PartQuestion): number | null {
  const name = normal(words);
  const sections = sectionsIn(root).filter(({ title }) => normal(nameOf(title)).includes(name));
  const listed = sections.flatMap((section) => {
    const references = itemsIn(section).flatMap((item) =>
      item.references.filter(({ attribute, kind }) => attribute === null && kind !== "title"),
    );
    const items = references.length === 0 ? null : itemsOf(references, plan);
    const open = items?.filter(({ resolution }) => resolution === null) ?? [];
    const own = open.filter((item) => milestone === null || item.milestone === milestone.number);
    return items ? [new Set(own.map(({ number }) => number)).size] : [];
  });
  const groups = (milestone?.groups ?? []).filter(
    (group) => !group.isRest && normal(group.name) === name,
  );
  const values = new Set([
    ...listed,
    ...groups.map(({ members }) => members.filter((one) => isOpen(plan, one)).length),
  ]);
  const [only] = values;
  return values.size === 1 && only !== undefined ? only : null;
}

function isOpen(plan: Plan, number: number): boolean {
  return plan.items.get(number)?.resolution === null;
}

function itemsIn({ items, sections }: Section): readonly Item[] {
  return [...items, ...sections.filter(({ target }) => target === null).flatMap(itemsIn)];
}

function sectionsIn(section: Section): readonly Section[] {
  return [section, ...section.sections.flatMap(sectionsIn)];
}

/** A lead-in's title is its whole line; its name is what is in bold, without brackets. */
function nameOf(title: string): string {
  return (/\*\*([^*]+)\*\*/.exec(title)?.[1] ?? title).replace(/\(.*$/, "");
}

/** In blanks, so that one holds another as whole words. */
function normal(text: string): string {
  return ` ${text
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase()} `;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
