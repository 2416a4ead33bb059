/** What a document claims of each issue that it names. Where it contradicts itself, what stands first holds. */
import type { ClaimedState, DocumentClaims, Section } from "../../claims/document-claims.ts";
import { readMarks } from "../../claims/read-marks.ts";

export interface ClaimedIssue {
  readonly number: number;
  /** Null where no entry says. */
  readonly state: ClaimedState | null;
  /** The milestone that it was moved to: "M5". */
  readonly target: string | null;
  /** It is an entry somewhere, and not only mentioned beside one. */
  readonly isMember: boolean;
}

interface Mention extends ClaimedIssue {
  /** What the heading above says of all its entries, where they say nothing themselves. */
  readonly common: ClaimedState | null;
}

interface Placed {
  readonly section: Section;
  readonly target: string | null;
}

/** In the order in which the document first names them; issues of other repositories are left out. */
export function readClaimedIssues({ root }: DocumentClaims): readonly ClaimedIssue[] {
  const mentions = sectionsOf(root).flatMap(mentionsIn);
  return [...Map.groupBy(mentions, ({ number }) => number).values()].flatMap(join);
}

/** Every milestone that entries were moved to, in document order. */
export function readTargets({ root }: DocumentClaims): readonly string[] {
  return sectionsOf(root).flatMap(({ section, target }) =>
    target !== null && section.items.length > 0 ? [target] : [],
  );
}

/** In document order, each with the target of the nearest section that has one. */
export function sectionsOf(root: Section): readonly Placed[] {
  const found: Placed[] = [];
  const open: Placed[] = [{ section: root, target: root.target }];
  for (let placed = open.pop(); placed !== undefined; placed = open.pop()) {
    found.push(placed);
    const inner = placed.section.sections.map((section) => ({
      section,
      target: section.target ?? placed?.target ?? null,
    }));
    open.push(...inner.toReversed());
  }
  return found;
}

function mentionsIn({ section, target }: Placed): readonly Mention[] {
  const { title, items, place } = section;
  const isDone =
    /\bcomplete\b/i.test(title) || readMarks(title, 0, place.line)[0]?.state === "done";
  const common: ClaimedState | null = isDone ? "done" : null;
  return items.flatMap(({ references, marks }) =>
    references.flatMap(({ kind, repository, numbers, attribute }) => {
      if (kind !== "issue" || repository !== null) return [];
      const isMember = attribute === null;
      const claims = isMember
        ? { state: marks[0]?.state ?? null, target, common }
        : { state: null, target: null, common: null };
      return numbers.map((number) => ({ number, isMember, ...claims }));
    }),
  );
}

function join(mentions: readonly Mention[]): readonly ClaimedIssue[] {
  const [first] = mentions;
  if (first === undefined) return [];
  const own = mentions.find(({ state }) => state !== null)?.state;
  const common = mentions.find((mention) => mention.common !== null)?.common;
  return [
    {
      number: first.number,
      state: own ?? common ?? null,
      target: mentions.find(({ target }) => target !== null)?.target ?? null,
      isMember: mentions.some(({ isMember }) => isMember),
    },
  ];
}
