/** What edits do, in words: for a dry run, and for what was taken back. Edits of a kind share a sentence. */
import type { Plan } from "../domain/plan.ts";
import type { PlanEdit } from "../domain/plan-edit.ts";
import { compareReferences, type IssueReference } from "../domain/reference.ts";
import { codeSpan } from "../markdown/code-span.ts";
import type { Links } from "../render/links.ts";
import { joinWords, milestoneName } from "../render/names.ts";
import { because, describeFact, describeNote, type Phrase, phrase } from "./edit-phrases.ts";

/** References named in one sentence. */
const shown = 40;

type EditOf<Kind extends PlanEdit["kind"]> = Extract<PlanEdit, { kind: Kind }>;

interface Surroundings {
  /** As it is without the edits. */
  readonly plan: Plan;
  readonly links: Links;
  readonly edits: readonly PlanEdit[];
}

/** Markdown without full stops, in the present tense and in the order of the edits. */
export function describeEdits(
  plan: Plan,
  links: Links,
  edits: readonly PlanEdit[],
): readonly string[] {
  const groups = new Map<string, { phrase: Phrase; issues: Set<number> }>();
  for (const one of edits.flatMap((edit) => phraseOf(edit, { plan, links, edits }))) {
    const group = groups.get(one.key) ?? { phrase: one, issues: new Set() };
    if (one.issue !== null) group.issues.add(one.issue);
    groups.set(one.key, group);
  }
  return [...groups.values()].map(({ phrase: { say }, issues }) =>
    say(joinWords(links.list(issues, shown)), issues.size === 1),
  );
}

/** None for a reason that the sentence of another edit tells. */
function phraseOf(edit: PlanEdit, around: Surroundings): readonly Phrase[] {
  switch (edit.kind) {
    case "add-blocker":
    case "remove-blocker":
      return [dependencyPhrase(edit, around)];
    case "set-milestone":
      return [movePhrase(edit, around)];
    case "close":
      return [closePhrase(edit, around)];
    case "set-parent":
      return [parentPhrase(edit, around)];
    case "set-needs":
      return [needsPhrase(edit, around)];
    case "note":
      return isTold(edit, around.edits) ? [] : [describeNote(edit)];
    default:
      return [describeFact(edit)];
  }
}

/** Issues that wait for the same ones share a sentence: a chain has one for each of its links. */
function dependencyPhrase(
  edit: EditOf<"add-blocker" | "remove-blocker">,
  { edits, links }: Surroundings,
): Phrase {
  const blockers = edits
    .flatMap((one) => (one.kind === edit.kind && one.issue === edit.issue ? [blockerOf(one)] : []))
    .sort(compareReferences);
  return {
    key: `${edit.kind} ${blockers.join(" ")}`,
    issue: edit.issue,
    say(refs, isOne) {
      const waits = isOne ? "waits" : "wait";
      const verb = edit.kind === "add-blocker" ? waits : `no longer ${waits}`;
      return `${refs} ${verb} for ${joinWords(links.list(blockers, shown))}`;
    },
  };
}

function blockerOf({ blocker }: EditOf<"add-blocker" | "remove-blocker">): IssueReference {
  return blocker;
}

function movePhrase(edit: EditOf<"set-milestone">, { plan, edits }: Surroundings): Phrase {
  const from = plan.items.get(edit.issue)?.milestone ?? null;
  const { milestone: to } = edit;
  const reason = because(edits, edit.issue, "moved");
  return phrase({ ...edit, from, reason }, (refs) => {
    if (to === null)
      return `takes ${refs} out of ${from === null ? "its milestone" : bold(plan, from)}${reason}`;
    const origin = from === null ? "" : ` from ${milestoneName(plan, from)}`;
    return `moves ${refs}${origin} to ${bold(plan, to)}${reason}`;
  });
}

function closePhrase(edit: EditOf<"close">, { edits, links }: Surroundings): Phrase {
  const reason = because(edits, edit.issue, "dropped");
  return phrase({ ...edit, reason }, (refs) => {
    if (edit.duplicateOf !== null)
      return `closes ${refs} as a duplicate of ${links.ref(edit.duplicateOf)}`;
    return `closes ${refs} as ${edit.reason.replace("_", " ")}${reason}`;
  });
}

function parentPhrase(edit: EditOf<"set-parent">, { plan, links }: Surroundings): Phrase {
  const before = plan.items.get(edit.issue)?.parent ?? null;
  return phrase({ ...edit, before: edit.parent ?? before }, (refs, isOne) => {
    if (edit.parent !== null) {
      return `makes ${refs} ${isOne ? "a sub-issue" : "sub-issues"} of ${links.ref(edit.parent)}`;
    }
    return before === null
      ? `leaves ${refs} without a parent`
      : `takes ${refs} out of ${links.ref(before)}`;
  });
}

function needsPhrase(edit: EditOf<"set-needs">, { plan }: Surroundings): Phrase {
  const { milestone, needs } = edit;
  const say = () =>
    needs === null
      ? `takes the \`Needs:\` line out of ${bold(plan, milestone)}`
      : `writes ${codeSpan(`Needs: ${needs}`)} into ${bold(plan, milestone)}`;
  return { key: `needs ${milestone}`, issue: null, say };
}

function bold(plan: Plan, milestone: number): string {
  return `**${milestoneName(plan, milestone)}**`;
}

/** Moving and dropping tell their reasons themselves. */
function isTold({ issue, about }: EditOf<"note">, edits: readonly PlanEdit[]): boolean {
  const teller = about === "moved" ? "set-milestone" : about === "dropped" ? "close" : null;
  return edits.some((edit) => edit.kind === teller && edit.issue === issue);
}
