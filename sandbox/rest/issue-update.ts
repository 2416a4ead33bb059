/**
 * PATCH of an issue. All of it is checked before anything is done, so that a refused call changes
 * nothing.
 */
import { issueJson } from "../shapes/issue-json.ts";
import { requireAssignable } from "../world/assignees.ts";
import { setAssignees, setLabels, setMilestone, setType } from "../world/issue-fields.ts";
import { type Closing, closeIssue, reopenIssue } from "../world/issue-state.ts";
import { editIssue, requireIssueTextFits } from "../world/issues.ts";
import { requireMilestone } from "../world/lookup.ts";
import type { Issue, Milestone } from "../world/model.ts";
import { invalid, WorldError } from "../world/world-error.ts";
import { integer, nullableText, text, texts } from "./body.ts";
import { ensureLabels, existingMilestone } from "./issue-parts.ts";
import { type Entry, enterIssue, ok, type RestReply, type RestRequest } from "./rest-route.ts";

type Body = RestRequest["body"];

interface Wanted {
  readonly title: string | undefined;
  readonly body: string | undefined;
  readonly labels: readonly string[] | undefined;
  readonly assignees: readonly string[] | undefined;
  /** undefined leaves it. */
  readonly milestone: Milestone | null | undefined;
  readonly type: string | null | undefined;
  readonly state: "reopen" | Closing | undefined;
}

/** Changes what the body names. */
export function updateIssue(request: RestRequest): RestReply {
  const entry = enterIssue(request);
  const { services, actor, repository, issue } = entry;
  requireWriteOf(entry, issue);
  const wanted = read(request.body, entry, issue);
  const { state } = services;
  const { title, body, labels, assignees, milestone, type } = wanted;
  editIssue(state, actor, repository, issue.number, { title, body });
  if (labels !== undefined) {
    ensureLabels(state, actor, repository, labels);
    setLabels(state, actor, issue, labels);
  }
  if (assignees !== undefined) setAssignees(state, actor, issue, assignees);
  if (milestone !== undefined) setMilestone(state, actor, issue, milestone);
  if (type !== undefined) setType(state, actor, issue, type);
  if (wanted.state === "reopen") reopenIssue(state, actor, issue);
  else if (wanted.state !== undefined) closeIssue(state, actor, issue, wanted.state);
  return ok(issueJson(issue));
}

function requireWriteOf({ installation }: Entry, issue: Issue): void {
  if (issue.pull !== null && installation.permissions.pull_requests !== "write") {
    throw new WorldError("forbidden", "Resource not accessible by integration");
  }
}

function read(body: Body, entry: Entry, issue: Issue): Wanted {
  const given = nullableText(body, "body");
  const wanted = {
    title: text(body, "title"),
    body: given ?? (given === null ? "" : undefined),
    labels: texts(body, "labels"),
    assignees: texts(body, "assignees"),
    milestone: milestoneOf(body, entry),
    type: nullableText(body, "type"),
    state: stateOf(body, entry),
  };
  requireIssueTextFits(wanted.title ?? issue.title, wanted.body ?? "");
  requireAssignable(entry.services.state, entry.repository, wanted.assignees ?? [], issue);
  return wanted;
}

function milestoneOf(body: Body, { repository }: Entry): Milestone | null | undefined {
  if (body.milestone === undefined) return undefined;
  const number = existingMilestone(repository, integer(body, "milestone"));
  return number === undefined ? null : requireMilestone(repository, number);
}

function stateOf(body: Body, entry: Entry): Wanted["state"] {
  const state = text(body, "state");
  const reason = text(body, "state_reason");
  if (state === undefined) return undefined;
  if (state === "open") return "reopen";
  if (state !== "closed") throw invalid("Issue", "state", "invalid");
  return { reason: closeReason(reason), duplicateOf: canonical(body, reason, entry) };
}

function closeReason(reason: string | undefined): Closing["reason"] {
  if (reason === undefined || reason === "reopened") return "completed";
  if (reason === "completed" || reason === "not_planned" || reason === "duplicate") return reason;
  throw invalid("Issue", "state_reason", "invalid");
}

/** The issue that stays; documented to be ignored with any other reason, and to exist with this one. */
function canonical(body: Body, reason: string | undefined, entry: Entry): Issue | undefined {
  const id = integer(body, "duplicate_issue_id");
  if (id === undefined || reason !== "duplicate") return undefined;
  const found = entry.services.state.issuesById.get(id);
  const isVisible =
    found !== undefined &&
    (!found.repository.isPrivate ||
      entry.services.registry.covers(entry.installation, found.repository));
  if (!isVisible) throw invalid("Issue", "duplicate_issue_id", "invalid");
  return found;
}
