/** `Needs:` of a milestone: issues and milestones, by number, key, unique prefix or range of keys. */
import {
  compareKeys,
  findMilestone,
  milestoneKey,
  milestonesBetween,
} from "../domain/milestone-name.ts";
import type { Milestone } from "../domain/project.ts";
import type { IssueReference } from "../domain/reference.ts";
import { parseReferenceList } from "./references-in-text.ts";

type Named = Pick<Milestone, "number" | "title" | "earlierTitles">;

export interface Needs {
  readonly issues: readonly IssueReference[];
  readonly milestones: readonly number[];
  /** Names that fit no milestone, or several, with what to say of each. */
  readonly problems: readonly string[];
}

const quotedOrPlain = /\s*"([^"]*)"|[^,;]+/g;

/** What is longer is no name, and more names are no list; both bound what a description can cost. */
const longestName = 300;
const mostNames = 100;

const candidatesShown = 5;

const noReferences = { references: [], end: 0 };

export function resolveNeeds(text: string, milestones: readonly Named[], home: string): Needs {
  const issues: IssueReference[] = [];
  const needed: number[] = [];
  const problems: string[] = [];
  const names = namesIn(text).flatMap((name) => splitAtAnd(name, milestones));
  for (const { name, isTitle } of names.slice(0, mostNames)) {
    const { references, end } = isTitle ? noReferences : parseReferenceList(name, 0, home);
    issues.push(...references);
    const rest = isTitle ? name : name.slice(end).replace(/^\s*(?:\(.*\))?\s*(?:and\s)?\s*/i, "");
    const found = rest === "" ? [] : findNamed(rest, milestones);
    if (typeof found === "string") problems.push(found);
    else needed.push(...found.map((one) => one.number));
  }
  if (names.length > mostNames) problems.push(`only its first ${mostNames} names are read`);
  return { issues: [...new Set(issues)], milestones: [...new Set(needed)], problems };
}

interface Name {
  readonly name: string;
  /** In quotes: a milestone's title, whatever it looks like. */
  readonly isTitle: boolean;
}

function namesIn(text: string): readonly Name[] {
  return Array.from(text.matchAll(quotedOrPlain), ([plain, quoted]) => {
    const name = (quoted ?? plain).trim().slice(0, longestName).replace(/\s+/g, " ");
    return quoted === undefined
      ? { name: name.replace(/^and (?=\S)/i, ""), isTitle: false }
      : { name, isTitle: true };
  }).filter(({ name }) => name !== "");
}

/** "M3 and #408" are two, unless a milestone is called so. */
function splitAtAnd(name: Name, milestones: readonly Named[]): readonly Name[] {
  if (name.isTitle || findMilestone(milestones, name.name).kind === "found") return [name];
  return name.name.split(/ and /i).map((part) => ({ name: part, isTitle: false }));
}

/** The milestones that a name or a range of keys means, or why it means none. */
function findNamed(name: string, milestones: readonly Named[]): readonly Named[] | string {
  const match = findMilestone(milestones, name);
  if (match.kind === "found") return [match.milestone];
  if (match.kind === "ambiguous") {
    const candidates = match.candidates.slice(0, candidatesShown).map((one) => `"${one.title}"`);
    const more = match.candidates.length > candidatesShown ? ", …" : "";
    return `"${name}" fits several milestones (${candidates.join(", ")}${more})`;
  }
  return (
    rangeOfKeys(name, milestones) ?? `"${name}" is no milestone and no issue of this repository`
  );
}

/** "5.1-5.3": keys may hold hyphens themselves, so every way to cut is tried. */
function rangeOfKeys(name: string, milestones: readonly Named[]): readonly Named[] | undefined {
  const keys = new Set(milestones.map((one) => milestoneKey(one.title)?.toLowerCase()));
  for (const separator of name.matchAll(/ ?(?:-|–|—|\.\.|\bthrough\b|\bto\b) ?/gi)) {
    const first = name.slice(0, separator.index);
    const last = name.slice(separator.index + separator[0].length);
    const isRange = keys.has(first.toLowerCase()) && keys.has(last.toLowerCase());
    if (isRange && compareKeys(first, last) <= 0) return milestonesBetween(milestones, first, last);
  }
  return undefined;
}
