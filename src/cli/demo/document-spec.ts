/** A plan made from what a document claims: its issues, their milestones, states and order. */
import type { DocumentClaims } from "../../claims/document-claims.ts";
import { readClaims } from "../../claims/read-claims.ts";
import { milestoneKey } from "../../domain/milestone-name.ts";
import { InputError } from "../input-error.ts";
import type { Spec, SpecIssue } from "../spec/spec-schema.ts";
import { readClaimedChains } from "./claimed-chains.ts";
import { type ClaimedIssue, readClaimedIssues, readTargets, sectionsOf } from "./claimed-issues.ts";
import { readMilestoneTitle } from "./claimed-milestone.ts";
import { readNames } from "./claimed-names.ts";

export interface DocumentSpec {
  readonly spec: Spec;
  /** The title of the milestone that the document is about. */
  readonly milestone: string;
}

const mostIssues = 2_000;
/** Rules compare mentions of an issue with each other. */
const mostMentions = 3_000;
/** As GitHub numbers: more digits are no issue. */
const highestNumber = 2 ** 31 - 2;
const home = "home";

/** Null where the text names no issue. Throws an InputError where it names too many to play with. */
export function documentSpec(text: string, project: string): DocumentSpec | null {
  const claims = readClaims(text);
  requireFewMentions(claims);
  const chains = readClaimedChains(claims);
  const claimed = withChained(readClaimedIssues(claims), [...chains]);
  if (claimed.length === 0) return null;
  if (claimed.length > mostIssues) {
    throw new InputError(
      `The document names ${claimed.length} issues, and the pages take ${mostIssues} at most. Bring a part of it.`,
    );
  }
  const milestone = readMilestoneTitle(claims, text);
  const isOwn = ownKeys(milestone);
  const names = readNames(claims, text);
  const issues = claimed.map((issue) =>
    toIssue(issue, {
      title: names.get(issue.number) ?? `Issue ${issue.number}`,
      target: issue.target === null || isOwn(keyOf(issue.target)) ? null : keyOf(issue.target),
      blockers: [...(chains.get(issue.number) ?? [])],
    }),
  );
  const targets = new Map(readTargets(claims).map((title) => [keyOf(title), title] as const));
  const others = [...targets].flatMap(([key, title]) => (isOwn(key) ? [] : [{ key, title }]));
  const all = [{ key: home, title: milestone }, ...others];
  const milestones = all.map((one) => ({ ...one, state: "open" as const }));
  return { spec: { version: 1, project, milestones, issues }, milestone };
}

function requireFewMentions({ root }: DocumentClaims): void {
  const items = sectionsOf(root).flatMap(({ section }) => section.items);
  const mentions = items.reduce((count, { references }) => count + references.length, 0);
  if (mentions <= mostMentions) return;
  throw new InputError(
    `The document names issues ${mentions} times, and the pages take ${mostMentions} at most. Bring a part of it.`,
  );
}

/** A chain may name issues that no entry does. */
function withChained(
  claimed: readonly ClaimedIssue[],
  chains: readonly (readonly [number, ReadonlySet<number>])[],
): readonly ClaimedIssue[] {
  const known = new Set(claimed.map(({ number }) => number));
  const chained = new Set(chains.flatMap(([issue, blockers]) => [issue, ...blockers]));
  const others = [...chained].filter((number) => !known.has(number));
  return [
    ...claimed,
    ...others.map((number) => ({ number, state: null, target: null, isMember: true })),
  ].filter(({ number }) => number > 0 && number <= highestNumber);
}

/** What names the document's own milestone is no move. */
function ownKeys(milestone: string): (key: string) => boolean {
  const own = new Set([milestone, milestoneKey(milestone) ?? milestone].map(keyOf));
  return (key) => own.has(key);
}

/** GitHub tells milestones apart without regard to case. */
function keyOf(title: string): string {
  return `to ${title.toLowerCase()}`;
}

interface IssueFacts {
  readonly title: string;
  readonly target: string | null;
  readonly blockers: readonly number[];
}

/** What is only mentioned beside an entry belongs to no milestone that the document tells of. */
function toIssue(
  { number, state, isMember }: ClaimedIssue,
  { title, target, blockers }: IssueFacts,
): SpecIssue {
  const isDone = state === "done";
  return {
    ...{ key: `#${number}`, number_in_document: number, title, kind: "issue" },
    milestone: target ?? (isMember ? home : null),
    moved_from: target === null ? null : home,
    state: isDone ? "closed" : "open",
    state_reason: isDone ? "completed" : null,
    blocked_by: blockers.map((blocker) => `#${blocker}`),
    labels: state === "in progress" || state === "on hold" ? [state] : [],
  };
}
