/**
 * References as shortcut links, "[#12]", so that sources stay readable, and the definitions that a
 * text ends with. One collector per text. In the status issue targets are relative: a full address
 * or a bare "#12" would add an event to the other issue's timeline.
 */
import type { Plan } from "../domain/plan.ts";
import {
  compareReferences,
  type ForeignReference,
  type IssueReference,
  splitForeign,
} from "../domain/reference.ts";
import { findRuns, type Run } from "./runs.ts";

export type LinkStyle = "document" | "status-issue";

export interface Links {
  /** One reference: `[#12]`, `[owner/repo#3]`, or a code span where no link can be made. */
  ref(reference: IssueReference): string;
  /**
   * References ascending, three or more in a row as one, linked at both ends:
   * `["[#69]", "[#404]-[#412]"]`. Of more than `limit` such words the rest is a number:
   * `"and 12 more"`, and is not linked.
   */
  list(references: Iterable<IssueReference>, limit?: number): readonly string[];
  /** The definitions of all that was linked, ascending, one per line; empty if none was. */
  definitions(): string;
}

type LinkedPlan = Pick<Plan, "url" | "items" | "foreign">;

/** A collector with nothing in it. */
export function createLinks(style: LinkStyle, plan: LinkedPlan): Links {
  const used = new Map<IssueReference, string>();
  const define = (reference: IssueReference): boolean => {
    const target = targetOf(style, plan, reference);
    if (target !== null) used.set(reference, target);
    return target !== null;
  };
  const ref = (reference: IssueReference): string =>
    define(reference) ? `[${labelOf(reference)}]` : codeSpan(plainReference(reference));
  return {
    ref,
    list(references, limit = Number.POSITIVE_INFINITY) {
      const words = wordsOf(references);
      const shown = words.slice(0, limit);
      const rest = words.slice(limit).reduce<number>((sum, word) => sum + sizeOf(word), 0);
      return [
        ...shown.map((word) =>
          isRange(word) ? `${ref(word.first)}-${ref(word.last)}` : ref(word),
        ),
        ...(rest > 0 ? [`and ${rest} more`] : []),
      ];
    },
    definitions: () => renderDefinitions(used),
  };
}

type Word = IssueReference | Run;

function wordsOf(references: Iterable<IssueReference>): readonly Word[] {
  const all = [...new Set(references)];
  const runs = findRuns(all.filter((one) => typeof one === "number"));
  const foreign = all.filter((one) => typeof one === "string").sort(compareReferences);
  return [...runs.map((run) => (run.first === run.last ? run.first : run)), ...foreign];
}

function isRange(word: Word): word is Run {
  return typeof word === "object";
}

function sizeOf(word: Word): number {
  return isRange(word) ? word.last - word.first + 1 : 1;
}

/** "#12" or "owner/repo#3", as plain text. */
export function plainReference(reference: IssueReference): string {
  return typeof reference === "number" ? `#${reference}` : reference;
}

function renderDefinitions(used: ReadonlyMap<IssueReference, string>): string {
  return [...used]
    .sort(([a], [b]) => compareReferences(a, b))
    .map(([reference, target]) => `[${labelOf(reference)}]: ${target}`)
    .join("\n");
}

function targetOf(style: LinkStyle, plan: LinkedPlan, reference: IssueReference): string | null {
  if (typeof reference === "string") return foreignTarget(style, plan, reference);
  if (style === "status-issue") return `../issues/${reference}`;
  return safeTarget(plan.items.get(reference)?.url ?? `${plan.url}/issues/${reference}`);
}

function foreignTarget(
  style: LinkStyle,
  plan: LinkedPlan,
  reference: ForeignReference,
): string | null {
  const url = plan.foreign.get(reference)?.url ?? null;
  const [repository, number] = splitForeign(reference);
  if (url === null || !/^[\w.-]+\/[\w.-]+$/.test(repository)) return null;
  if (style === "document") return safeTarget(url);
  // Only github.com has the host that forwards without leaving an event.
  if (!url.startsWith("https://github.com/")) return null;
  return `https://redirect.github.com/${repository}/issues/${number}`;
}

/** The address where it can stand as a link's target; null where it could end one. */
export function safeTarget(url: string): string | null {
  return /^https?:\/\/[^\s<>()[\]`\\]+$/.test(url) ? url : null;
}

// A repository's name may hold "_", which would be emphasis in the shown text.
function labelOf(reference: IssueReference): string {
  return plainReference(reference).replaceAll("_", "\\_");
}

function codeSpan(text: string): string {
  return `\`${text.replaceAll("`", "")}\``;
}
