/**
 * Names of issues, milestones, groups and people as Markdown that acts on nothing. Every text from a
 * person passes through here on its way to a surface.
 */
import type { Plan, PlannedItem } from "../domain/plan.ts";
import type { Milestone } from "../domain/project.ts";
import type { IssueReference } from "../domain/reference.ts";
import { escapeText } from "../markdown/escape.ts";
import { clipText } from "../markdown/plain-line.ts";

const titleLength = 120;
const nameLength = 80;
const proseLength = 400;

/** A longer text from a person: a reason, a note. */
export function safeProse(text: string): string {
  return escapeText(clipText(text, proseLength));
}

/** A heading or a path of a document. */
export function headingText(text: string): string {
  return escapeText(clipText(text, titleLength));
}

/** A milestone's, a group's or a person's name. */
export function safeName(text: string): string {
  return escapeText(clipText(text, nameLength));
}

/** The issue's title; null where it is another repository's and not known or not to be shown. */
export function titleOf(plan: Plan, reference: IssueReference): string | null {
  const item = findItem(plan, reference);
  if (item) return escapeText(clipText(item.title, titleLength)) || "(untitled)";
  const title = plan.foreign.get(reference)?.title ?? null;
  return title === null ? null : escapeText(clipText(title, titleLength)) || null;
}

/** The short name that people gave the issue, else its title. */
export function shortNameOf(plan: Plan, reference: IssueReference): string | null {
  const item = findItem(plan, reference);
  if (!item) return titleOf(plan, reference);
  return safeName(item.alias ?? "") || safeName(item.title) || titleOf(plan, reference);
}

/** "[#12] its name", or the reference alone where there is no name to show. */
export function named(reference: string, name: string | null): string {
  return name === null ? reference : `${reference} ${name}`;
}

/** A milestone's title, or its number where the plan does not know it. */
export function milestoneName(plan: Plan, number: number): string {
  const milestone = plan.milestones.find((candidate) => candidate.number === number);
  return milestone ? milestoneTitle(milestone) : `milestone ${number}`;
}

export function milestoneTitle(milestone: Pick<Milestone, "title" | "number">): string {
  return safeName(milestone.title) || `Milestone ${milestone.number}`;
}

/** A group's or a dimension's name; never empty. */
export function groupName(name: string): string {
  return safeName(name) || "(unnamed)";
}

/** "octocat, hubot", or "unassigned". Names without "@", so that nobody is pinged. */
export function assigneesText(assignees: readonly string[]): string {
  return assignees.length === 0 ? "unassigned" : assignees.map(safeName).join(", ");
}

export function findItem(plan: Plan, reference: IssueReference): PlannedItem | undefined {
  return typeof reference === "number" ? plan.items.get(reference) : undefined;
}

/** "a", "a and b", "a, b and c", "a, b and 12 more". */
export function joinWords(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  if (words.length < 2) return last;
  const conjunction = /^and \d+ more$/.test(last) ? "" : "and ";
  return `${words.slice(0, -1).join(", ")} ${conjunction}${last}`;
}

/** The first `limit`, then "and 12 more" in place of the rest. */
export function limited(words: readonly string[], limit: number): readonly string[] {
  if (words.length <= limit) return words;
  return [...words.slice(0, limit), `and ${words.length - limit} more`];
}

/** As `limited`, for words that are costly or leave a trace: those beyond the limit are never made. */
export function firstOf<T>(
  all: readonly T[],
  limit: number,
  toWord: (one: T) => string,
): readonly string[] {
  const words = all.slice(0, limit).map(toWord);
  return all.length > limit ? [...words, `and ${all.length - limit} more`] : words;
}

/** A sentence's first letter in upper case. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
