/** Issues: list, read, create, change. */
import { issueJson } from "../shapes/issue-json.ts";
import { setAssignees, setLabels, setMilestone, setType } from "../world/issue-fields.ts";
import { type CloseReason, closeIssue, reopenIssue } from "../world/issue-state.ts";
import { createIssue, editIssue } from "../world/issues.ts";
import { createLabel } from "../world/labels.ts";
import { requireMilestone } from "../world/lookup.ts";
import type { Account, Issue, Repository } from "../world/model.ts";
import { invalid, WorldError } from "../world/world-error.ts";
import { integer, nullableText, requiredText, text, texts } from "./body.ts";
import { queryIssues } from "./issue-query.ts";
import { page } from "./paging.ts";
import {
  created,
  type Entry,
  enter,
  enterIssue,
  ok,
  type RestReply,
  type RestRequest,
  type RestRoute,
} from "./rest-route.ts";

const ISSUES = "/repos/{owner}/{repo}/issues";

export const issueRoutes: readonly RestRoute[] = [
  { method: "GET", template: ISSUES, access: ["issues", "read"], handle: list },
  { method: "POST", template: ISSUES, access: ["issues", "write"], handle: create },
  {
    method: "GET",
    template: `${ISSUES}/{issue_number}`,
    access: ["issues", "read"],
    handle: (request) => ok(issueJson(enterIssue(request).issue)),
  },
  {
    method: "PATCH",
    template: `${ISSUES}/{issue_number}`,
    access: ["issues", "write"],
    handle: update,
  },
];

function list(request: RestRequest): RestReply {
  const { repository } = enter(request);
  return page(request, queryIssues(repository, request.query), issueJson);
}

function create(request: RestRequest): RestReply {
  const { services, actor, repository } = enter(request);
  const { body } = request;
  const labels = texts(body, "labels");
  ensureLabels(services.state, actor, repository, labels ?? []);
  const assignee = text(body, "assignee");
  const issue = createIssue(services.state, actor, repository, {
    title: requiredText(body, "title", "Issue"),
    body: text(body, "body"),
    milestone: existingMilestone(repository, integer(body, "milestone")),
    labels,
    assignees: texts(body, "assignees") ?? (assignee === undefined ? [] : [assignee]),
    type: text(body, "type"),
  });
  return created(issueJson(issue));
}

/** REST makes labels it does not know when an issue asks for them. */
export function ensureLabels(
  state: Entry["services"]["state"],
  actor: Account,
  repository: Repository,
  names: readonly string[],
): void {
  for (const name of names) {
    if (!repository.labels.has(name.toLowerCase())) createLabel(state, actor, repository, { name });
  }
}

function existingMilestone(repository: Repository, number: number | undefined): number | undefined {
  if (number !== undefined && !repository.milestones.has(number)) {
    throw invalid("Issue", "milestone", "invalid");
  }
  return number;
}

function update(request: RestRequest): RestReply {
  const entry = enterIssue(request);
  const { services, actor, repository, issue } = entry;
  const { body } = request;
  requireWriteOf(entry, issue);
  const { state } = services;
  const wanted = { title: text(body, "title"), body: nullableText(body, "body") };
  editIssue(state, actor, repository, issue.number, {
    title: wanted.title,
    body: wanted.body ?? (wanted.body === null ? "" : undefined),
  });
  const labels = texts(body, "labels");
  if (labels !== undefined) {
    ensureLabels(state, actor, repository, labels);
    setLabels(state, actor, issue, labels);
  }
  const assignees = texts(body, "assignees");
  if (assignees !== undefined) setAssignees(state, actor, issue, assignees);
  updateMilestone(request, entry, issue);
  if (body.type !== undefined) setType(state, actor, issue, nullableText(body, "type") ?? null);
  updateState(request, entry, issue);
  return ok(issueJson(issue));
}

function requireWriteOf({ installation }: Entry, issue: Issue): void {
  if (issue.pull !== null && installation.permissions.pull_requests !== "write") {
    throw new WorldError("forbidden", "Resource not accessible by integration");
  }
}

function updateMilestone({ body }: RestRequest, entry: Entry, issue: Issue): void {
  if (body.milestone === undefined) return;
  const number = existingMilestone(entry.repository, integer(body, "milestone"));
  const milestone = number === undefined ? null : requireMilestone(entry.repository, number);
  setMilestone(entry.services.state, entry.actor, issue, milestone);
}

function updateState({ body }: RestRequest, { services, actor }: Entry, issue: Issue): void {
  const wanted = text(body, "state");
  const reason = text(body, "state_reason");
  if (wanted === "open" || (wanted === undefined && reason === "reopened")) {
    reopenIssue(services.state, actor, issue);
  } else if (wanted === "closed") {
    const duplicateId = integer(body, "duplicate_issue_id");
    const duplicateOf =
      duplicateId === undefined ? undefined : services.state.issuesById.get(duplicateId);
    closeIssue(services.state, actor, issue, { reason: closeReason(reason), duplicateOf });
  } else if (wanted !== undefined) {
    throw invalid("Issue", "state", "invalid");
  }
}

function closeReason(reason: string | undefined): CloseReason {
  if (reason === undefined) return "completed";
  if (reason === "completed" || reason === "not_planned" || reason === "duplicate") return reason;
  throw invalid("Issue", "state_reason", "invalid");
}
