/**
 * What the status issue should say: pure, from the plan and the issue as it is. Closing it pauses
 * Milepost; a wrong configuration changes nothing in it but the notice on top.
 */
import type { Config, ConfigError } from "../config/config.ts";
import { ByNumber } from "../domain/by-number.ts";
import type { Day } from "../domain/calendar.ts";
import { withFindings } from "../domain/findings.ts";
import { createListFilter } from "../domain/list-memory.ts";
import type { ObservedIssue } from "../domain/observation.ts";
import type { Plan } from "../domain/plan.ts";
import type { Finding } from "../domain/project.ts";
import { type Notebook, printNotebook } from "../facts/notebook.ts";
import { keepTicks } from "../render/box.ts";
import { renderConfigProblems } from "../render/config-problems.ts";
import { renderStatus, statusTitle } from "../render/status-issue.ts";
import {
  type ComposedBody,
  composeStatusBody,
  isStatusBody,
  statusRoom,
} from "../render/status-issue-body.ts";
import type { Change } from "./change.ts";

export interface StatusWish {
  /** Commands whose boxes were ticked and have run. */
  readonly handledBoxes: ReadonlySet<string>;
  readonly plan: Plan;
  readonly configErrors: readonly ConfigError[];
  readonly notebook: Notebook;
  readonly today: Day;
  readonly commands: Config["commands"];
}

export interface StatusDecision {
  readonly change: Change | null;
  /** Set when the markers in the issue are broken: it is then left as it is. */
  readonly damage: readonly Finding[];
}

const findOurs = createListFilter<ObservedIssue>(
  (issue) => issue.isOurs && isStatusBody(issue.body),
);

/** By marker and author, the one that was there first before others: that one is kept up to date. */
export function findStatusIssues(
  issues: ReadonlyMap<number, ObservedIssue>,
): readonly ObservedIssue[] {
  return findOurs(ByNumber.listOf(issues)).toSorted((a, b) => a.number - b.number);
}

export function findStatusIssue(
  issues: ReadonlyMap<number, ObservedIssue>,
): ObservedIssue | undefined {
  return findStatusIssues(issues)[0];
}

/** What is wrong with its markers, for the surfaces that can still be written. */
export function findDamage(present: ObservedIssue | undefined, today: Day): readonly Finding[] {
  const nothing = { problems: "", status: null, notebook: null };
  const composed = present && composeStatusBody(present.body, nothing, today);
  return composed?.kind === "damaged" ? composed.findings : [];
}

export function decideStatus(present: ObservedIssue | undefined, wish: StatusWish): StatusDecision {
  if (!present) {
    const created = compose(null, wish);
    if (created.kind === "damaged") return { change: null, damage: created.findings };
    return { change: { kind: "create-issue", title: statusTitle, body: created.body }, damage: [] };
  }
  const composed = compose(present.body, wish);
  if (composed.kind === "damaged") return { change: null, damage: composed.findings };
  if (composed.body === present.body) return { change: null, damage: [] };
  return { change: editOf(present, composed.body, wish), damage: [] };
}

/** The body as it is and as it should be; null where its markers are broken. */
export function wantedStatus(
  present: ObservedIssue | undefined,
  wish: StatusWish,
): { readonly before: string | null; readonly after: string } | null {
  const before = present?.body ?? null;
  const composed = compose(before, wish);
  return composed.kind === "damaged" ? null : { before, after: composed.body };
}

/** Computed again where the body is another at the moment of writing, so that no one's edit is lost. */
function editOf(present: ObservedIssue, wanted: string, wish: StatusWish): Change {
  return {
    kind: "edit-issue-body",
    issueId: present.id,
    edit: (current) => {
      if (current === present.body) return wanted;
      const composed = compose(current, wish);
      return composed.kind === "damaged" ? undefined : composed.body;
    },
  };
}

function compose(present: string | null, wish: StatusWish): ComposedBody {
  const composed = composeParts(present, wish);
  if (present === null || composed.kind === "damaged") return composed;
  return { kind: "composed", body: keepTicks(composed.body, present, wish.handledBoxes) };
}

function composeParts(
  present: string | null,
  { plan, configErrors, notebook, today, commands }: StatusWish,
): ComposedBody {
  const frame = {
    problems: renderConfigProblems(configErrors),
    notebook: printNotebook(notebook),
  };
  const keepsStatus = present !== null && configErrors.length > 0;
  const room = statusRoom(present, frame, today);
  const status = keepsStatus ? null : renderStatus(plan, room, commands);
  return composeStatusBody(present, { ...frame, status }, today);
}

/** Said in the issue as long as it is so: three pins are GitHub's limit. */
export function withPinNotice(plan: Plan, notebook: Notebook): Plan {
  if (notebook.pin !== "no-room") return plan;
  return withFindings(plan, [
    {
      rule: "no-room-to-pin",
      severity: "info",
      issues: [],
      milestone: null,
      message:
        "This issue is not pinned: GitHub allows three pinned issues, and there were three already. Unpin one and pin this by hand to have it on top.",
    },
  ]);
}
