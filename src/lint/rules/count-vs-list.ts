// A count that differs from what stands under it, or from another count of the same.

import { contradiction, inWords } from "../reading/contradiction.ts";
import { findMismatch, type Mismatch } from "../reading/count-mismatch.ts";
import { isSameLabel } from "../reading/labels.ts";
import { type Outline, outlineOf } from "../reading/outline.ts";
import {
  breakdownEntries,
  breakdowns,
  claimsAbout,
  type SizeClaim,
} from "../reading/same-subject.ts";
import type { LintFinding, Rule } from "../rule.ts";

/** What contradicts itself about one subject. */
interface Dispute {
  readonly key: string;
  readonly lines: readonly number[];
  readonly claims: readonly string[];
}

export const countVsList: Rule = {
  id: "count-vs-list",
  severity: "error",
  meaning: "A count differs from what is listed under it, or from another count of the same part.",
  example: "## Parser (2/3)\n- [x] #4 Tokens\n- [x] #5 Tree\n- [x] #6 Errors\n",
  offline: true,
  ofPlans: true,
  fixes: false,
  check(subject) {
    const outline = outlineOf(subject);
    const disputes = [
      ...entryDisputes(outline),
      ...outline.parts.flatMap((part) => findMismatch(part, outline.lines) ?? []).map(toDispute),
    ];
    return merge(disputes).map(describe);
  },
};

function toDispute({ part, count, found, lines }: Mismatch): Dispute {
  const said = count.done === null ? `${count.total}` : `${count.done}/${count.total}`;
  const claims = [`${said} (line ${part.line})`, found];
  return { key: part.key, lines: [part.line, ...lines], claims };
}

/** The entries of a breakdown against what the parts themselves say. */
function entryDisputes(outline: Outline): readonly Dispute[] {
  const entries = breakdowns(outline).flatMap((part) => breakdownEntries(part, outline));
  return entries.flatMap((entry) => {
    const others = claimsAbout(entry.key, outline);
    if (others.every((other) => agrees(entry, other))) return [];
    const all = [...others, entry];
    const key = others.find(({ part }) => part)?.key ?? entry.key;
    const claims = all.map(({ text, line }) => `${text} (line ${line})`);
    return [{ key, lines: all.map(({ line }) => line), claims }];
  });
}

function agrees(entry: SizeClaim, other: SizeClaim): boolean {
  return entry.done === other.done && (other.total ?? entry.total) === entry.total;
}

/** One finding for each subject, however many places speak of it. */
function merge(disputes: readonly Dispute[]): readonly Dispute[] {
  const merged: Dispute[] = [];
  for (const dispute of disputes) {
    const at = merged.findIndex(({ key }) => key !== "" && isSameLabel(key, dispute.key));
    const same = merged[at];
    if (!same) merged.push(dispute);
    else {
      const claims = [...new Set([...same.claims, ...dispute.claims])];
      merged[at] = { key: same.key, lines: [...same.lines, ...dispute.lines], claims };
    }
  }
  return merged;
}

function describe({ lines, claims }: Dispute): LintFinding {
  return contradiction(
    lines,
    `The counts of one part differ: ${inWords(claims)}. Count once, and write that.`,
    claims,
  );
}
