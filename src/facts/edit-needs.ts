/**
 * Changes to the text of a `Needs:` line. All other names in it stay as people wrote them, and what is
 * changed is read again: a text that then says anything else is not taken.
 */
import type { Milestone } from "../domain/project.ts";
import type { IssueReference } from "../domain/reference.ts";
import { resolveNeeds } from "./needs.ts";

export interface NeedsHome {
  readonly repository: string;
  readonly milestones: readonly Pick<Milestone, "number" | "title" | "earlierTitles">[];
}

/** The line with one more issue; null where there is no room for it. */
export function addNeed(needs: string | null, issue: number, home: NeedsHome): string | null {
  const before = needs?.replace(/\s+/g, " ").replace(/[ ,;.]{1,9}$/, "") ?? "";
  const after = before === "" ? `#${issue}` : `${before}, #${issue}`;
  const wanted = meaningOf(before, home);
  return isSame(meaningOf(after, home), { ...wanted, issues: [...wanted.issues, issue] })
    ? after
    : null;
}

export type NeedRemoval =
  /** Null where nothing is left. */
  | { readonly kind: "removed"; readonly needs: string | null }
  /** It is named in a range or in words that mean more. */
  | { readonly kind: "not-alone" };

/** The line without an issue that it names. */
export function removeNeed(needs: string, issue: number, home: NeedsHome): NeedRemoval {
  const before = meaningOf(needs, home);
  const wanted = { ...before, issues: before.issues.filter((one) => one !== issue) };
  const fitting = cutsOf(needs, issue).find((text) => isSame(meaningOf(text, home), wanted));
  if (fitting === undefined) return { kind: "not-alone" };
  return { kind: "removed", needs: fitting === "" ? null : fitting };
}

/** The text without the first mention, with the separator before or behind it, or with neither. */
function cutsOf(needs: string, issue: number): readonly string[] {
  const mention = String.raw`(?:https?:\/\/\S+\/issues\/|(?:[\w.-]+\/[\w.-]+)?#)${issue}(?!\d)(?:\s*\([^()]*\)|(?!\s*\())`;
  const separator = String.raw`(?:\s*[,;&+]\s*(?:and\s+)?|\s+and\s+|\s+)`;
  const patterns = [`${separator}${mention}`, `${mention}${separator}`, mention];
  const line = needs.replace(/\s+/g, " ");
  return patterns.map((pattern) => line.replace(new RegExp(pattern, "i"), "").trim());
}

type Meaning = ReturnType<typeof resolveNeeds>;

function meaningOf(text: string, { milestones, repository }: NeedsHome): Meaning {
  return resolveNeeds(text, milestones, repository);
}

function isSame(a: Meaning, b: Meaning): boolean {
  return (
    isEqual<IssueReference>(a.issues, b.issues) &&
    isEqual(a.milestones, b.milestones) &&
    isEqual(a.problems, b.problems)
  );
}

function isEqual<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}
