// Which passages of a hand-written document become regions, which go as copies of what a region says, and which
// stay. Every other byte of the document stays as it is.

import { readClaims } from "../claims/read-claims.ts";
import type { Plan, PlannedMilestone } from "../domain/plan.ts";
import { findTextRegions } from "../markdown/text-regions.ts";
import type { Candidate, Left, Subject } from "./candidate.ts";
import { closedLines } from "./closed-lines.ts";
import { coverageOf } from "./coverage.ts";
import { gatherCandidates } from "./gather-candidates.ts";
import { issuesShown, issueWords } from "./mentions.ts";
import { readParts } from "./parts.ts";
import { readableLines } from "./readable-lines.ts";
import { findUnsaidLine, unsaidNames, unsaidRemarks, withoutRepeated } from "./unsaid.ts";

export interface Proposal extends Candidate {
  /** A copy goes: regions say all of it. */
  readonly kind: "region" | "copy";
  /** What stays below a region: what this passage and its copies remark on issues, word for word. */
  readonly notes: readonly string[];
  /** Names of its parts that no region says. */
  readonly names: readonly string[];
  /** Issues of which GitHub says otherwise, so that no region shows them here; ascending. */
  readonly corrected: readonly number[];
}

export interface Proposals {
  /** In the order of the document. */
  readonly proposals: readonly Proposal[];
  readonly left: readonly Left[];
}

export interface Adopting {
  readonly plan: Plan;
  /** The one that the document is about; null if it is about all. */
  readonly milestone: PlannedMilestone | null;
  /** The text of a region; null where it cannot be rendered. */
  readonly render: (block: string, options: Readonly<Record<string, string>>) => string | null;
}

/** Nothing is proposed in a document whose markers are broken. */
export function propose(text: string, { plan, milestone, render }: Adopting): Proposals {
  const { regions, problems } = findTextRegions(text);
  if (problems.length > 0) return { proposals: [], left: [] };
  const subject = subjectOf(text, plan, milestone);
  const { candidates, left } = gatherCandidates(subject, closedLines(text, subject.claims));
  const kept = new Map(
    regions.map(({ name, options }) => [name, render(name, Object.fromEntries(options)) ?? ""]),
  );
  const judged = { ...subject, render, kept };
  const { regions: chosen, texts, reasons } = chooseRegions(candidates, judged);
  const shown = issuesShown([...texts.values()].join("\n"));
  const judgedCopies = candidates
    .filter((one) => !chosen.includes(one))
    .map((one) => ({ one, reason: reasonToStay(one, texts, shown, subject, reasons) }));
  const copies = judgedCopies.flatMap(({ one, reason }) => (reason === null ? [one] : []));
  const stays = judgedCopies.flatMap(({ one: { block, from, to }, reason }) =>
    reason === null ? [] : [{ block, from, to, reason }],
  );
  const proposals = described(chosen, copies, subject, texts);
  return { proposals: inOrder(proposals), left: inOrder([...left, ...stays]) };
}

function described(
  regions: readonly Candidate[],
  copies: readonly Candidate[],
  subject: Subject,
  texts: ReadonlyMap<string, string>,
): readonly Proposal[] {
  const said = [...texts.values()].join("\n");
  const remarks = (one: Candidate) => unsaidRemarks(one, subject, said);
  const names = (one: Candidate) => unsaidNames(one, subject, said);
  const corrected = (one: Candidate) => {
    const shown = issuesShown(texts.get(one.block) ?? "");
    return coverageOf(one, shown, subject.plan, subject.milestone).corrected;
  };
  return [
    ...regions.map((one): Proposal => {
      const same = [one, ...copies.filter(({ block }) => block === one.block)];
      const notes = withoutRepeated(same.flatMap(remarks));
      return { ...one, kind: "region", notes, names: names(one), corrected: corrected(one) };
    }),
    ...copies.map((one): Proposal => {
      const told = { names: names(one), corrected: corrected(one) };
      return { ...one, kind: "copy", kept: 0, notes: [], ...told };
    }),
  ];
}

function subjectOf(text: string, plan: Plan, milestone: PlannedMilestone | null): Subject {
  const claims = readClaims(text);
  const lines = readableLines(text);
  return { plan, milestone, text, claims, lines, root: readParts(claims, lines) };
}

interface Judging extends Subject {
  readonly render: Adopting["render"];
  readonly kept: ReadonlyMap<string, string>;
}

interface Choice {
  readonly regions: readonly Candidate[];
  /** By block, what its region says: those that are there already, too. */
  readonly texts: ReadonlyMap<string, string>;
  /** Why a candidate cannot become a region. */
  readonly reasons: ReadonlyMap<Candidate, string>;
}

/**
 * Of several passages that say the same one becomes the region: under its own heading, then the fullest. Once more
 * as long as one is chosen, for what one region does not show another may.
 */
function chooseRegions(candidates: readonly Candidate[], judging: Judging): Choice {
  const regions: Candidate[] = [];
  const texts = new Map(judging.kept);
  const reasons = new Map<Candidate, string>();
  const ranked = candidates.toSorted(
    (a, b) => Number(b.isHeaded) - Number(a.isHeaded) || b.issues.length - a.issues.length,
  );
  for (let before = -1; before < regions.length; ) {
    before = regions.length;
    for (const one of ranked.filter(({ block }) => !texts.has(block))) {
      if (texts.has(one.block)) continue;
      const text = judging.render(one.block, one.options);
      const reason = reasonAgainst(one, text, [...texts.values()].join("\n"), judging);
      if (reason !== null || text === null) reasons.set(one, reason ?? nothingToSay);
      else {
        regions.push(one);
        texts.set(one.block, text);
      }
    }
  }
  return { regions, texts, reasons };
}

const nothingToSay = "the plan on GitHub has nothing to say there";

function reasonAgainst(
  one: Candidate,
  text: string | null,
  saidElsewhere: string,
  subject: Subject,
): string | null {
  const { plan, milestone } = subject;
  if (text === null || /^_[^_\n]+_\s*$/.test(text)) return nothingToSay;
  if (!one.isWhole) return "it says more than the block does";
  const unsaid = one.comparesWords ? findUnsaidLine(one, subject, text) : null;
  if (unsaid !== null) return `line ${unsaid + 1} says more than the block does`;
  const shown = issuesShown(text);
  const shownAtAll = issuesShown(`${text}\n${saidElsewhere}`);
  const { missing } = coverageOf(one, shownAtAll, plan, milestone);
  if (missing.length > 0) return `the block would not show ${issueWords(missing)}`;
  const common = one.issues.filter((number) => shown.has(number));
  const isSame = one.issues.length === 0 || common.length * 2 >= shown.size;
  return isSame || !comparesIssues.has(one.block)
    ? null
    : `it lists ${common.length} of the ${shown.size} issues that the block would show, so it may be about a part of them`;
}

const comparesIssues = new Set(["remaining", "complete", "moved", "duplicates", "sequence"]);

/** Why a passage that is like a region stays all the same; null where it may go. */
function reasonToStay(
  one: Candidate,
  texts: ReadonlyMap<string, string>,
  shown: ReadonlySet<number>,
  { plan, milestone }: Subject,
  reasons: ReadonlyMap<Candidate, string>,
): string | null {
  if (!texts.has(one.block)) return reasons.get(one) ?? nothingToSay;
  const { missing } = coverageOf(one, shown, plan, milestone);
  return missing.length > 0 ? `it repeats a region, but none shows ${issueWords(missing)}` : null;
}

function inOrder<T extends { readonly from: number }>(all: readonly T[]): readonly T[] {
  return all.toSorted((a, b) => a.from - b.from);
}
